// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import module java.base;
import io.carbonflow.base.fault.KnownSecrets;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.ServerJson;
import java.net.http.HttpHeaders;

/// What a server has answered, whole.
///
/// @param uri the address that was asked
/// @param status the HTTP status
/// @param headers the headers
/// @param body the content
/// @param secrets what the server was shown, and may repeat
public record HttpAnswer(
    URI uri, int status, HttpHeaders headers, byte[] body, KnownSecrets secrets) {

  /// An answer to a request that held no secrets.
  public HttpAnswer(URI uri, int status, HttpHeaders headers, byte[] body) {
    this(uri, status, headers, body, new KnownSecrets());
  }

  /// Whether the server has done what it was asked.
  public boolean isOk() {
    return status / 100 == 2;
  }

  /// Whether a gateway or the server says that it cannot work now. A gateway says so too when the
  /// server behind it has taken the request and then gone.
  public boolean isAway() {
    return status >= 502 && status <= 504;
  }

  /// The content as text.
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /// The content as an object.
  ///
  /// @throws Problem if it is none
  public ServerJson json() {
    return ServerJson.parse(text()).orElseThrow(() -> new Problem(Place.of(Address.shown(uri)),
        "does not answer as Kubeflow Pipelines does",
        "correct the endpoint; that of a full Kubeflow ends with /pipeline"));
  }

  /// Whether the content is of a media type, such as `text/html`.
  public boolean isOf(String type) {
    return headers.firstValue("content-type").orElse("").startsWith(type);
  }

  /// Where the server sends the client to; empty if that is not an address that requests can be sent to.
  public Optional<URI> location() {
    try {
      return status / 100 != 3 ? Optional.empty()
          : headers.firstValue("location").map(uri::resolve).filter(Address::isOfServer);
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // no address
    }
  }

  /// How long the server wants the client to wait (RFC 9110, 10.2.3): seconds, or until a time.
  Optional<Duration> retryAfter() {
    return headers.firstValue("retry-after").flatMap(text -> {
      try {
        return Optional.of(text.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(text))
            : Duration.between(Instant.now(),
                ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)));
      } catch (DateTimeException _) {
        return Optional.empty();
      }
    }).filter(Duration::isPositive);
  }
}
