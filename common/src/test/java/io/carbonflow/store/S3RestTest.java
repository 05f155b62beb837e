// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A download that is cut in the middle, and what servers give when they are asked for the rest. The
/// object has no SHA-256 in its metadata, so nothing but the answer says what is wrong.
class S3RestTest {
  private static final byte[] CONTENT = StoreContract.noise(100_000);
  private static final int HALF = 50_000;

  /// What is answered to the question for the rest.
  private enum Kind {
    MINDS_RANGE, GIVES_ALL_ANEW, GIVES_ALL_ANEW_AND_IS_CUT_AGAIN, GIVES_MORE_THAN_IT_SAYS,
    BEGINS_ELSEWHERE, ENDS_EARLY, HAS_ANOTHER_LENGTH, SAYS_NO_RANGE, IS_ANOTHER_PART, IS_ANOTHER_OBJECT,
    HAS_NO_ETAG
  }

  /// What is sent.
  private record Answer(int status, String tag, String range, int from, int length, int sent) {}

  @BeforeAll
  static void useCredentials() {
    S3Server.useCredentials();
  }

  @ParameterizedTest
  @EnumSource(names = {"MINDS_RANGE", "GIVES_ALL_ANEW", "GIVES_ALL_ANEW_AND_IS_CUT_AGAIN",
      "GIVES_MORE_THAN_IT_SAYS"})
  void whatLeadsOnIsReadToItsEnd(Kind kind) throws IOException {
    reading(kind, in -> assertArrayEquals(CONTENT, in.readAllBytes()));
  }

  @ParameterizedTest
  @EnumSource(names = {"BEGINS_ELSEWHERE", "ENDS_EARLY", "HAS_ANOTHER_LENGTH", "SAYS_NO_RANGE",
      "IS_ANOTHER_PART", "IS_ANOTHER_OBJECT", "HAS_NO_ETAG"})
  void whatDoesNotLeadOnIsNotPutBehindIt(Kind kind) throws IOException {
    reading(kind, in -> {
      String told = assertThrows(Problem.class, in::readAllBytes).getMessage();
      assertEquals("s3://data/a.bin: the connection was cut, and the server does not give the rest from"
          + " byte X, or of another content; try again; a server that supports Range and If-Match can be"
          + " read in spite of cuts", told.replaceFirst("byte \\d+", "byte X"));
    });
  }

  /// Reads with what is looked at.
  @FunctionalInterface
  private interface Look {
    void at(InputStream in) throws IOException;
  }

  private static void reading(Kind kind, Look look) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", exchange -> send(exchange, kind, asked.incrementAndGet()));
    http.start();
    StoreOptions options = StoreOptions.of(Map.of())
        .withEndpoint("http://127.0.0.1:" + http.getAddress().getPort());
    try (Store store = Store.open(StoreUri.parse("s3://data"), options);
        InputStream in = store.read("a.bin")) {
      look.at(in);
    } finally {
      http.stop(0);
    }
  }

  private static void send(HttpExchange exchange, Kind kind, int number) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    Answer answer = range == null
        ? new Answer(200, "\"1\"", "", 0, CONTENT.length, HALF) : rest(kind, from, number);
    if (!answer.tag.isEmpty()) {
      exchange.getResponseHeaders().add("ETag", answer.tag);
    }
    exchange.getResponseHeaders().add("x-amz-request-id", "1");
    if (!answer.range.isEmpty()) {
      exchange.getResponseHeaders().add("Content-Range", "bytes " + answer.range);
    }
    exchange.sendResponseHeaders(answer.status, answer.length);
    byte[] more = Arrays.copyOf(CONTENT, 2 * CONTENT.length);
    exchange.getResponseBody().write(more, answer.from, answer.sent);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private static Answer rest(Kind kind, int from, int number) {
    int all = CONTENT.length;
    int left = all - from;
    String whole = from + "-" + (all - 1) + "/" + all;
    return switch (kind) {
      case MINDS_RANGE -> new Answer(206, "\"1\"", whole, from, left, left);
      case GIVES_ALL_ANEW -> new Answer(200, "\"1\"", "", 0, all, all);
      case GIVES_ALL_ANEW_AND_IS_CUT_AGAIN ->
          new Answer(200, "\"1\"", "", 0, all, number == 2 ? from / 2 : all);
      case GIVES_MORE_THAN_IT_SAYS -> new Answer(206, "\"1\"", whole, from, left + 10, left + 10);
      case BEGINS_ELSEWHERE ->
          new Answer(206, "\"1\"", "0-" + (all - 1) + "/" + all, 0, all, all);
      case ENDS_EARLY -> new Answer(206, "\"1\"", from + "-" + (all - 2) + "/" + all, from, left, left);
      case HAS_ANOTHER_LENGTH ->
          new Answer(206, "\"1\"", from + "-" + all + "/" + (all + 1), from, left + 1, left + 1);
      case SAYS_NO_RANGE -> new Answer(206, "\"1\"", "", from, left, left);
      case IS_ANOTHER_PART -> new Answer(206, "\"2\"", whole, from, left, left);
      case IS_ANOTHER_OBJECT -> new Answer(200, "\"2\"", "", 0, all, all);
      case HAS_NO_ETAG -> new Answer(206, "", whole, from, left, left);
    };
  }
}
