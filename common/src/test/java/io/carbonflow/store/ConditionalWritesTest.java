// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;

/// Servers that support conditional writes, and older ones.
class ConditionalWritesTest {
  private static final String REMEDY = "; use a server that supports If-Match and If-None-Match on PUT,"
      + " as Amazon S3 and MinIO do, or a newer release of this one";

  /// What a server does with a write on condition.
  private enum Kind { TAKES_NO_NOTICE, MINDS_CREATION_ONLY, KNOWS_NO_SUCH_REQUEST }

  @Test
  void aServerThatMindsThemPassesAndKeepsNothingOfTheTrial() throws Exception {
    S3Server.useCredentials();
    try (S3Server server = S3Server.inMemory().bucket("models");
        Store store = Store.open(StoreUri.parse("s3://models/team"),
            StoreOptions.of(Map.of()).withEndpoint(server.endpoint()))) {
      ConditionalWrites.check(store);
      assertEquals(0, store.list("").size());
    }
  }

  @Test
  void aServerThatTakesNoNoticeIsReported() throws IOException {
    assertEquals("s3://models: the store replaces an object that was to be written only where there"
        + " is none, so models cannot be published to it safely" + REMEDY,
        checked(Kind.TAKES_NO_NOTICE));
  }

  @Test
  void aServerThatMindsTheCreationOnlyIsReported() throws IOException {
    assertEquals("s3://models: the store replaces an object that was changed after it was read, so"
        + " models cannot be published to it safely" + REMEDY, checked(Kind.MINDS_CREATION_ONLY));
  }

  @Test
  void aServerThatRefusesConditionsIsReported() throws IOException {
    String message = checked(Kind.KNOWS_NO_SUCH_REQUEST);
    assertTrue(message.endsWith("does not do what was asked (501 NotImplemented)" + REMEDY), message);
  }

  /// What is said of a server, on which nothing is left of the trial.
  private static String checked(Kind kind) throws IOException {
    S3Server.useCredentials();
    Map<String, byte[]> objects = new ConcurrentHashMap<>();
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", exchange -> answer(exchange, objects, kind));
    http.start();
    String endpoint = "http://127.0.0.1:" + http.getAddress().getPort();
    try (Store store = Store.open(
        StoreUri.parse("s3://models"), StoreOptions.of(Map.of()).withEndpoint(endpoint))) {
      return assertThrows(Problem.class, () -> ConditionalWrites.check(store)).getMessage();
    } finally {
      http.stop(0);
      assertEquals(Map.of(), objects);
    }
  }

  private static void answer(HttpExchange exchange, Map<String, byte[]> objects, Kind kind)
      throws IOException {
    String key = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    var headers = exchange.getRequestHeaders();
    boolean condition = headers.containsKey("If-Match") || headers.containsKey("If-None-Match");
    exchange.getResponseHeaders().add("ETag", "\"1\"");
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        if (condition && kind == Kind.KNOWS_NO_SUCH_REQUEST) {
          send(exchange, 501, "<Error><Code>NotImplemented</Code></Error>".getBytes());
        } else if (headers.containsKey("If-None-Match") && kind == Kind.MINDS_CREATION_ONLY
            && objects.containsKey(key)) {
          send(exchange, 412, "<Error><Code>PreconditionFailed</Code></Error>".getBytes());
        } else {
          objects.put(key, body);
          send(exchange, 200, new byte[0]);
        }
      }
      case "DELETE" -> {
        objects.remove(key);
        send(exchange, 204, new byte[0]);
      }
      default -> {
        Optional<byte[]> found = Optional.ofNullable(objects.get(key));
        send(exchange, found.isPresent() ? 200 : 404,
            found.orElse("<Error><Code>NoSuchKey</Code></Error>".getBytes()));
      }
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
