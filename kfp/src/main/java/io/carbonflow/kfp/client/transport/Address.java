// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// The address of a server, and of what lies below it.
///
/// @param base scheme, host, port and path, without a slash at the end
public record Address(URI base) {

  /// Reads what a person typed. Without a scheme it is `https`, as for Kubeflow's SDK.
  ///
  /// @param source where it was typed, such as the name of a variable
  /// @throws Problem if it is not an address, or holds a user, a query or a fragment
  public static Address parse(String source, String text) {
    String full = text.strip().replaceFirst("(?<=[^:/])/+$", "");
    try {
      URI uri = new URI(full.contains("://") ? full : "https://" + full);
      if (isOfServer(uri) && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null && uri.getRawFragment() == null) {
        return new Address(uri);
      }
    } catch (URISyntaxException _) {
      // Answered below, as any other text that is not an address; it is not shown, for it may hold a
      // password.
    }
    throw new Problem(Place.of(source), "is not the address of a server",
        "write https://HOST[:PORT][/PATH], without user, query or fragment");
  }

  /// An address below this one.
  ///
  /// @param path what follows, with parts divided by `/` that are encoded already
  public URI at(String path) {
    return URI.create(base + "/" + path);
  }

  /// An address below this one, with a query. What is empty is left out.
  public URI at(String path, Map<String, String> query) {
    Map<String, String> full = new LinkedHashMap<>(query);
    full.values().removeIf(String::isEmpty);
    return at(full.isEmpty() ? path : path + "?" + fields(full));
  }

  /// Names and values as they stand in a query, and in a form that is sent.
  public static String fields(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /// An address with another query.
  ///
  /// @param query the query, encoded
  public static URI withQuery(URI uri, String query) {
    return URI.create(shown(uri) + "?" + query);
  }

  /// A text as a part of a path or query.
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// An address as it may be shown: queries of login pages hold what only the browser should have.
  public static String shown(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }

  /// Whether an address is one that requests can be sent to: `http` or `https`, with a host.
  public static boolean isOfServer(URI uri) {
    return List.of("http", "https").contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
        && uri.getHost() != null;
  }

  /// Whether what is sent to an address cannot be read on the way.
  public static boolean isHttps(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /// Whether a way leads from https to http, where passwords, tokens and cookies could be read.
  public static boolean isDowngrade(URI from, URI to) {
    return isHttps(from) && !isHttps(to);
  }

  /// The problem that a server leads from https to http.
  ///
  /// @param from the server or page that leads there, as it may be shown
  /// @param to where it leads, as it may be shown
  public static Problem downgrade(String from, String to) {
    return new Problem(Place.of(from), "leads from https to " + to,
        "have the server's own address corrected to https");
  }

  @Override
  public String toString() {
    return base.toString();
  }
}
