// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.notify;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.retry.RetryPolicy;
import io.carbonflow.base.tls.CaBundle;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;

/// An address that takes messages by HTTP. Whoever knows it may post to it, so it is in no text that
/// this class makes.
///
/// @param address the address, `https://…`
/// @param environment names certificates of authorities by `SSL_CERT_FILE`
record Webhook(String address, Map<String, String> environment) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final RetryPolicy RETRY = new RetryPolicy(
      3, Duration.ofSeconds(1), Duration.ofMinutes(1), RetryPolicy.Growth.LINEAR);
  private static final int BUSY = 429;
  private static final int BROKEN = 500;

  /// What came of a try.
  ///
  /// @param told what to tell of it
  /// @param again whether another try may do better
  private record Outcome(String told, boolean again) {}

  /// Posts a message. Fails in words only.
  ///
  /// @return what came of it, in a line
  String post(Message message) throws InterruptedException {
    HttpRequest request;
    try {
      request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE)
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(message.json())).build();
    } catch (IllegalArgumentException _) {
      return "no message was sent: " + Notify.WEBHOOK + " is not an address, https://HOST/PATH";
    }
    try (HttpClient client = client()) {
      return RETRY.run(round -> Optional.of(send(client, request))
          .filter(outcome -> !outcome.again() || round.isLast())).told();
    } catch (Problem e) {
      return "no message was sent: " + e.getMessage();
    }
  }

  private static Outcome send(HttpClient client, HttpRequest request) throws InterruptedException {
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      return status / 100 == 2 ? new Outcome(Notify.TOLD, false)
          : new Outcome("no message was sent: the webhook answered with HTTP status " + status,
              status == BUSY || status >= BROKEN);
    } catch (IOException e) {
      return new Outcome("no message was sent: " + reason(e), true);
    }
  }

  /// The exceptions' own texts may hold the address.
  private static String reason(IOException e) {
    return switch (e) {
      case HttpTimeoutException _ -> "the webhook gave no answer in time";
      case ConnectException _ -> "the webhook accepts no connection, or its host is not known";
      case SSLException _ -> "there is no trusted TLS connection to the webhook";
      default -> "the connection to the webhook was cut";
    };
  }

  private HttpClient client() {
    HttpClient.Builder client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
    Optional.ofNullable(environment.get("SSL_CERT_FILE")).filter(file -> !file.isBlank())
        .ifPresent(file -> client.sslContext(CaBundle.context(
            Path.of(file), "correct or unset SSL_CERT_FILE")));
    return client.build();
  }
}
