// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import module java.base;
import io.carbonflow.kfp.client.transport.TransportException;

/// One way to log in. What it knows is never shown.
sealed interface Login permits NoAuth, Token, Cookie, DexForm {

  /// The headers that show a server who is asking.
  Map<String, String> headers(URI uri);

  /// Logs in again after a server has refused the headers.
  ///
  /// @return whether the headers are others now
  /// @throws TransportException if a server on the way does not answer
  /// @throws io.carbonflow.base.fault.Problem if the way leads nowhere
  boolean renew() throws TransportException, InterruptedException;

  /// Which way it is, in words that hold no secret.
  String words();
}
