// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import module java.base;
import io.carbonflow.base.fault.KnownSecrets;
import java.net.http.HttpHeaders;

/// Finds the secrets in the headers of requests and answers: what shows a server who is asking.
///
/// @param known learns them
record ShownSecrets(KnownSecrets known) {
  /// What a session is known by is long. Shorter values of cookies are words, such as a language.
  private static final int SHORTEST_COOKIE = 8;

  /// Learns what a login adds to a request.
  void sent(Map<String, String> headers) {
    headers.forEach((name, value) -> {
      switch (name) {
        case "authorization" -> known.add(value.substring(value.indexOf(' ') + 1));
        case "cookie" -> Stream.of(value.split("; *")).forEach(this::cookie);
        default -> { }
      }
    });
  }

  /// Learns what a server gives to be shown again.
  void received(HttpHeaders headers) {
    headers.allValues("set-cookie").forEach(given -> cookie(given.replaceFirst(";.*", "")));
  }

  private void cookie(String nameAndValue) {
    String value = nameAndValue.substring(nameAndValue.indexOf('=') + 1).strip();
    if (value.length() >= SHORTEST_COOKIE) {
      known.add(value);
    }
  }
}
