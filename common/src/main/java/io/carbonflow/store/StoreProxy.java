// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;

/// The proxy that leads to a server of S3, as the variables `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`
/// and the JVM's properties name it. Where it fails, it must not be taken for the server.
///
/// @param configuration what the client is given
/// @param address the proxy's host and port; empty where none leads to the server
record StoreProxy(ProxyConfiguration configuration, Optional<String> address) {
  /// What stands for all hosts of Amazon.
  private static final URI AMAZON = URI.create("https://s3.amazonaws.com");

  /// The proxy for a server.
  ///
  /// @param endpoint the server; empty for Amazon's own
  static StoreProxy to(Optional<URI> endpoint) {
    URI server = endpoint.orElse(AMAZON);
    ProxyConfiguration own = ProxyConfiguration.builder().scheme(server.getScheme()).build();
    // Many set HTTP_PROXY alone, for both.
    ProxyConfiguration chosen = own.host() == null ? ProxyConfiguration.builder().build() : own;
    boolean leads = chosen.host() != null && chosen.nonProxyHosts().stream()
        .noneMatch(server.getHost().toLowerCase(Locale.ROOT)::matches);
    return new StoreProxy(chosen,
        leads ? Optional.of(chosen.host() + ":" + chosen.port()) : Optional.empty());
  }
}
