// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;

/// A request got no answer, or not the whole of one.
public final class TransportException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient URI uri;
  private final boolean sent;
  private final boolean hopeless;

  private TransportException(URI uri, String what, Exception cause, boolean sent, boolean hopeless) {
    super(what, cause);
    this.uri = uri;
    this.sent = sent;
    this.hopeless = hopeless;
  }

  /// What a failure of Java's client means.
  ///
  /// @throws Error if the failure is one
  static TransportException of(URI uri, Throwable failure) {
    return switch (failure) {
      case Error e -> throw e;
      case Exception e -> of(uri, e);
      default -> throw new IllegalStateException(failure);
    };
  }

  private static TransportException of(URI uri, Exception failure) {
    Optional<String> proxy = JvmProxy.to(uri);
    if (proxy.isPresent() && failure instanceof ConnectException) {
      return unsent(uri, "the proxy " + proxy.get() + " accepts no connection", failure);
    }
    return switch (failure) {
      case HttpConnectTimeoutException _ -> unsent(uri, proxy.map(way -> "no connection is made to the"
          + " proxy " + way + " in time").orElse("no connection is made in time"), failure);
      case ConnectException e when e.getCause() instanceof UnresolvedAddressException ->
          new TransportException(uri, "the host is not known", e, false, true);
      case ConnectException _ -> unsent(uri, "no connection is accepted", failure);
      case HttpTimeoutException _ -> cut(uri, "there is no answer in time", failure);
      case TimeoutException _ -> cut(uri, "there is no answer in time", failure);
      case SSLHandshakeException e -> untrusted(uri, e);
      // What Java says of a server that speaks no TLS at all, which is no handshake to it.
      case SSLException e when String.valueOf(e.getMessage()).contains("SSL message") ->
          untrusted(uri, e);
      case ProtocolException _ -> cut(uri, "the answer is not HTTP, or was cut in its headers", failure);
      case IOException _ -> cut(uri, "the connection was cut off", failure);
      default -> cut(uri, "the answer cannot be read", failure);
    };
  }

  /// An answer that is too large to be held.
  static TransportException tooLarge(URI uri, int most) {
    return new TransportException(
        uri, "the answer is larger than " + (most >> 20) + " MB", null, true, true);
  }

  /// A gateway says that what is behind it cannot work now.
  public static TransportException away(HttpAnswer answer) {
    return cut(answer.uri(), "the gateway answers " + answer.status(), null);
  }

  /// The same, where what was asked for before it had been refused and had no effect.
  public TransportException beforeAnyEffect() {
    return new TransportException(uri, getMessage(), this, false, hopeless);
  }

  private static TransportException untrusted(URI uri, Exception cause) {
    return new TransportException(uri, "there is no trusted TLS connection", cause, false, true);
  }

  private static TransportException unsent(URI uri, String what, Exception cause) {
    return new TransportException(uri, what, cause, false, false);
  }

  private static TransportException cut(URI uri, String what, Exception cause) {
    return new TransportException(uri, what, cause, true, false);
  }

  /// Whether the server may have got the request.
  boolean wasSent() {
    return sent;
  }

  /// Whether another attempt would end in the same way.
  boolean isHopeless() {
    return hopeless;
  }

  /// What to tell a person.
  public Problem problem() {
    String server = uri.getScheme() + "://" + uri.getRawAuthority();
    return new Problem(Place.of(server), getMessage(), !hopeless
        ? JvmProxy.to(uri).map(_ -> "check the JVM's proxy settings (http.proxyHost, https.proxyHost,"
            + " http.nonProxyHosts), and that the server runs")
            .orElse("check that the server runs and the network leads there")
        : getCause() instanceof SSLException ? "check the address, or name the PEM file of its"
            + " authority with --ca-cert or in KBFL_CA_CERT" : "correct the address", this);
  }
}
