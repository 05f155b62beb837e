// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

/// Where a running step tells what it does. Safe to use from many threads.
public interface Console {

  /// A line of the log.
  void line(String text);

  /// A line of the log that a person should read even if the rest is of no interest.
  default void warn(String text) {
    line(text);
  }

  /// How far a long piece of work is. Shown as a bar on a terminal and as a few lines elsewhere.
  ///
  /// @param what the work, such as an estimator's name
  /// @param done how many parts are done, from 0 to `total`
  /// @param total how many parts there are, positive
  /// @param note the best result so far, or empty
  void progress(String what, int done, int total, String note);

  /// The same where it is known what is counted.
  ///
  /// @param what the work, such as an estimator's name
  /// @param parts what is counted, such as `fits`
  /// @param done how many parts are done, from 0 to `total`
  /// @param total how many parts there are, positive
  /// @param note the best result so far, or empty
  default void progress(String what, String parts, int done, int total, String note) {
    progress(what, done, total, note);
  }
}
