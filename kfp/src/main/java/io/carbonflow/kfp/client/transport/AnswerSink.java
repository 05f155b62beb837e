// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import module java.base;

/// Takes the content of an answer while it arrives, so that it may be larger than the memory. What is
/// asked again after a cut is begun again.
public interface AnswerSink {
  /// Looks at an answer that has begun.
  ///
  /// @param head the answer without its content
  /// @return whether it is to be handed over part by part; else it is held whole, up to a limit
  boolean begin(HttpAnswer head);

  /// Takes the next bytes.
  ///
  /// @throws IOException if they cannot be written
  void take(byte[] bytes) throws IOException;

  /// Is told that the answer has ended as it should.
  ///
  /// @throws IOException if it cannot be written
  void end() throws IOException;
}
