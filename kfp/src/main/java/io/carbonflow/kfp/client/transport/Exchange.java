// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

/// Something that gets a request answered, such as [HttpExchange] with a login.
@FunctionalInterface
public interface Exchange {
  /// Sends a request and takes its answer.
  ///
  /// @throws TransportException if there is none
  /// @throws io.carbonflow.base.fault.Problem if the server wants a login that cannot be had
  HttpAnswer exchange(Call call) throws TransportException, InterruptedException;
}
