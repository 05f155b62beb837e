// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

/// A request that must not be sent twice was sent, and it is not known whether the server has done
/// what it asks for.
public final class IndeterminateResult extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param how what came instead of an answer
  IndeterminateResult(String how, Exception cause) {
    super(how, cause);
  }
}
