// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.fault;

import java.util.Objects;

/// Something a person can fix: a bad file, a refused connection, a folder that cannot be
/// written. Its message is one line: where, what is wrong, what to do. A command that meets one
/// prints that line and ends with exit code 1; a stack trace is shown with `--verbose` only.
/// Whatever a value of others holds, the message is [Printable#message].
///
/// ```java
/// throw new Problem(Place.of("2016.csv").line(12), "has no building's id", "give each row an id");
/// ```
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// A problem at a place.
  ///
  /// @param where the file, line and column
  /// @param what what is wrong, without a full stop; it names the offending value
  /// @param remedy what to do about it, a phrase without a full stop
  public Problem(Place where, String what, String remedy) {
    this(where, what, remedy, null);
  }

  /// A problem whose message is written out already.
  public Problem(String message, Throwable cause) {
    super(Printable.message(message), cause);
  }

  /// A problem at a place, with the exception that reported it.
  public Problem(Place where, String what, String remedy, Throwable cause) {
    super(
        Printable.message(Objects.requireNonNull(where) + ": " + Objects.requireNonNull(what)
            + "; " + Objects.requireNonNull(remedy)),
        cause);
  }
}
