// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

/// Is told how far a search is. Called from the threads that compute, for one search never from two
/// at once; implementations return soon and throw nothing.
@FunctionalInterface
public interface ProgressListener {

  /// How far one search is.
  ///
  /// @param model the estimator's name
  /// @param done how many fits are done; grows from call to call
  /// @param total how many fits there will be; the last call has `done == total`
  /// @param best the highest mean R² so far, of complete trials as soon as there is one and on the
  ///     first fold until then; −∞ while there is none
  record State(String model, int done, int total, double best) {}

  /// Takes note of it.
  void at(State state);

  /// Listens to nothing.
  ProgressListener NONE = _ -> {};
}
