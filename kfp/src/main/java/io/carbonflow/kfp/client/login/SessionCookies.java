// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import module java.base;
import io.carbonflow.kfp.client.transport.Address;
import io.carbonflow.kfp.client.transport.HttpAnswer;

/// The cookies of a session, kept and shown as browsers do it (RFC 6265): a header has names and values
/// and nothing else. More strictly than browsers, what came by https is never shown by http.
///
/// Java's own manager reads a cookie with `Max-Age` and without `Expires` by RFC 2965, which no server
/// follows: it divides its value at commas and sends it back in quotes, with path and domain beside it.
final class SessionCookies {
  /// Lets Java read a cookie as browsers do. Where there is a `Max-Age`, that counts.
  private static final String NEVER = "; Expires=Fri, 31 Dec 9999 23:59:59 GMT";
  private static final Pattern EXPIRES = Pattern.compile("(?i);\\s*expires\\s*=");
  private static final Pattern VERSION = Pattern.compile("(?i);\\s*version\\s*=[^;]*");

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

  /// Takes the cookies that an answer gives or takes back.
  void take(HttpAnswer answer) {
    boolean https = Address.isHttps(answer.uri());
    List<String> received = answer.headers().allValues("set-cookie").stream()
        .map(cookie -> asBrowsers(cookie) + (https ? "; Secure" : "")).toList();
    try {
      cookies.put(answer.uri(), Map.of("Set-Cookie", received));
    } catch (IOException e) {
      throw new IllegalStateException("cookies are in memory", e);
    }
  }

  /// The header that shows a server its cookies; none if there are none for it.
  Map<String, String> headers(URI uri) {
    try {
      List<String> header = cookies.get(uri, Map.of()).getOrDefault("Cookie", List.of());
      return header.isEmpty() ? Map.of() : Map.of("cookie", String.join("; ", header));
    } catch (IOException e) {
      throw new IllegalStateException("cookies are in memory", e);
    }
  }

  /// Whether there is a cookie that is for https only.
  boolean anySecure() {
    return cookies.getCookieStore().getCookies().stream().anyMatch(HttpCookie::getSecure);
  }

  private static String asBrowsers(String cookie) {
    String text = VERSION.matcher(cookie).replaceAll("");
    return EXPIRES.matcher(text).find() ? text : text + NEVER;
  }
}
