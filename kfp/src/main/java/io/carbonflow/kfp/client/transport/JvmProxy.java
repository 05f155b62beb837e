// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import module java.base;
import java.net.Proxy;

/// The proxy by which Java's client reaches a server, if its properties name one. Where it fails, it
/// must not be taken for the server.
final class JvmProxy {
  private JvmProxy() {}

  /// Host and port of the proxy; empty where none leads there.
  static Optional<String> to(URI uri) {
    return Stream.ofNullable(ProxySelector.getDefault()).flatMap(selector -> selector.select(uri).stream())
        .limit(1).map(Proxy::address).filter(InetSocketAddress.class::isInstance)
        .map(InetSocketAddress.class::cast)
        .map(address -> address.getHostString() + ":" + address.getPort()).findFirst();
  }
}
