// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/// A server of this machine alone, that speaks http or https.
public final class Loopback {
  private Loopback() {}

  /// A server that is to be started.
  ///
  /// @param port 0 for any that is free
  /// @param tls what it needs to speak TLS, if it does
  public static HttpServer server(int port, Optional<SSLContext> tls) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    if (tls.isEmpty()) {
      return HttpServer.create(address, 0);
    }
    HttpsServer https = HttpsServer.create(address, 0);
    https.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
    return https;
  }

  /// Its address.
  public static String url(HttpServer server) {
    return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
        + server.getAddress().getPort();
  }
}
