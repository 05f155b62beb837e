// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;
import com.google.gson.JsonParseException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Stands before a server and damages its answers, while it is told to.
final class DamagingProxy implements AutoCloseable {
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "transfer-encoding", "expect", "upgrade", "http2-settings");

  private final HttpServer server;
  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI behind;
  private RandomGenerator random;

  private DamagingProxy(HttpServer server, URI behind) {
    this.server = server;
    this.behind = behind;
  }

  static DamagingProxy before(String url) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    DamagingProxy proxy = new DamagingProxy(server, URI.create(url));
    server.createContext("/", proxy::serve);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return proxy;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Damages answers from now on; none where nothing decides how.
  synchronized void damage(RandomGenerator decides) {
    random = decides;
  }

  private void serve(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(behind.resolve(exchange.getRequestURI()))
        .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange.getRequestHeaders().forEach((name, values) -> {
      if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
        values.forEach(value -> request.header(name, value));
      }
    });
    try (exchange) {
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      answer.headers().map().forEach((name, values) -> {
        if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
          exchange.getResponseHeaders().put(name, values);
        }
      });
      byte[] body = exchange.getRequestMethod().equals("HEAD") ? new byte[0] : damaged(answer.body());
      exchange.sendResponseHeaders(status(answer.statusCode()), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized int status(int whole) {
    return random != null && random.nextInt(10) == 0
        ? Damage.one(List.of(200, 204, 301, 400, 401, 403, 404, 409, 412, 418), random) : whole;
  }

  private synchronized byte[] damaged(byte[] whole) {
    if (random == null || random.nextInt(4) == 0) {
      return whole;
    }
    try {
      return random.nextInt(3) == 0 ? Damage.of(whole, random)
          : JsonDamage.of(new String(whole, StandardCharsets.UTF_8), random).getBytes(StandardCharsets.UTF_8);
    } catch (JsonParseException e) {
      return Damage.of(whole, random);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }
}
