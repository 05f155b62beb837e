// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.client.transport.HttpAnswer;
import java.net.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Logs as they arrive, in pieces of any size.
class LogSinkTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final LogSink sink = new LogSink(out);

  private static HttpAnswer head(int status, String type) {
    return new HttpAnswer(URI.create("http://a/log"), status,
        HttpHeaders.of(Map.of("content-type", List.of(type)), (_, _) -> true), new byte[0]);
  }

  private void send(String type, String text, int piece, boolean whole) throws IOException {
    assertTrue(sink.begin(head(200, type)));
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < all.length; i += piece) {
      sink.take(Arrays.copyOfRange(all, i, Math.min(all.length, i + piece)));
    }
    if (whole) {
      sink.end();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String written() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000})
  void aLogIsHandedOnAsItIs(int piece) throws IOException {
    send("text/plain", "one\nzwei äöü\n", piece, true);
    assertTrue(sink.isDone());
    assertEquals("one\nzwei äöü\n", written());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1000})
  void whatSaysThatThereIsNoLogIsNone(int piece) throws IOException {
    send("text/plain", "{\"error_message\":\"Failed to read logs\",\"error_details\":\"\"}", piece, true);
    assertFalse(sink.isDone());
    assertEquals("", written());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 1000})
  void anArchivedLogIsDecoded(int piece) throws IOException {
    String log = "one\nzwei äöü?>~\n";
    String base64 = Base64.getEncoder().encodeToString(log.getBytes(StandardCharsets.UTF_8));
    send("application/json", "{\"x\":1, \"data\" : \"" + base64.replace("/", "\\/") + "\"}", piece, true);
    assertTrue(sink.isDone());
    assertEquals(log, written());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"data\":1}", "{\"data\":\"%%%%\"}", "{\"data\":\"YWJj", "{\"data\":\"YWJjZ\"}"})
  void whatIsNoArchivedLogIsNotTakenForOne(String json) throws IOException {
    send("application/json", json, 1000, true);
    assertFalse(sink.isDone());
  }

  @Test
  void aLogThatWasCutGoesOnBehindWhatWasHandedOn() throws IOException {
    send("text/plain", "one\ntwo\nthree and more", 5, false);
    assertFalse(sink.isDone());
    send("text/plain", "one\ntwo\nthree", 5, false);
    send("text/plain", "{\"error_message\":\"gone\"}", 5, true);
    assertFalse(sink.isDone());
    send("application/json", "{\"data\":\"" + Base64.getEncoder().encodeToString(
        "one\ntwo\nthree and more\nfour\n".getBytes(StandardCharsets.UTF_8)) + "\"}", 5, true);
    assertTrue(sink.isDone());
    assertEquals("one\ntwo\nthree and more\nfour\n", written());
  }

  @Test
  void pagesAndRefusalsAreNoLogs() {
    assertFalse(sink.begin(head(404, "text/plain")));
    assertFalse(sink.begin(head(200, "text/html; charset=utf-8")));
    assertFalse(sink.isDone());
  }

  @Test
  void theEndOfALongLogIsKept() {
    EndOfStream end = new EndOfStream(10);
    end.write(utf8("xxxxx"), 0, 5);
    assertEquals("xxxxx", end.text());
    assertFalse(end.isCut());
    end.write(utf8("y".repeat(100) + "end"), 0, 103);
    assertEquals("yyyyyyyend", end.text());
    assertTrue(end.isCut());
  }
}
