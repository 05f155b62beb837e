// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clocks of stores.
class StoreClockTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void aFoldersClockIsOurs(@TempDir Path folder) {
    try (Store store = Store.open(new LocalUri(folder), StoreOptions.of(Map.of()))) {
      assertEquals(Duration.ZERO, store.clockAhead());
    }
  }

  @Test
  void aServerOfOurTimeIsNotFarAway() throws Exception {
    S3Server.useCredentials();
    try (S3Server server = S3Server.inMemory().bucket("models")) {
      assertTrue(ahead(server.endpoint()).abs().compareTo(SOON) < 0);
    }
  }

  @Test
  void aServerOfAnotherTimeTellsIt() throws Exception {
    Instant then = Instant.now().minus(Duration.ofHours(3));
    Duration ahead = answered("Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(then.atZone(ZoneOffset.UTC)));
    assertTrue(ahead.plusHours(3).abs().compareTo(SOON) < 0, ahead.toString());
  }

  @Test
  void aServerThatDoesNotSayIsTakenToBeRight() throws Exception {
    assertEquals(Duration.ZERO, answered("Server: none"));
    assertEquals(Duration.ZERO, answered("Date: yesterday"));
  }

  private static Duration ahead(String endpoint) {
    try (Store store = Store.open(
        StoreUri.parse("s3://models"), StoreOptions.of(Map.of()).withEndpoint(endpoint))) {
      return store.clockAhead();
    }
  }

  /// What is made of a server that has no such object, and one header.
  private static Duration answered(String header) throws Exception {
    S3Server.useCredentials();
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> {
        while (!server.isClosed()) {
          try (Socket client = server.accept()) {
            var lines = new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            while (!lines.readLine().isEmpty()) {
              // the request's headers
            }
            client.getOutputStream().write(("HTTP/1.1 404 Not Found\r\n" + header
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
          } catch (IOException _) {
            // the client has gone, or the test
          }
        }
      });
      return ahead("http://127.0.0.1:" + server.getLocalPort());
    }
  }
}
