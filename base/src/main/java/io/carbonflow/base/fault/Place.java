// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.fault;

import java.util.Objects;

/// Where something is wrong: a file or URI, and as far as they are known its line and column.
///
/// @param source a path, a URI, or the name of an option
/// @param line the line, counted from 1; 0 where none is known
/// @param column a column's name; empty where none is known
public record Place(String source, long line, String column) {

  /// Checks that nothing is null and that the line is not negative.
  public Place {
    Objects.requireNonNull(source);
    Objects.requireNonNull(column);
    if (line < 0) {
      throw new IllegalArgumentException("line " + line + " is negative");
    }
  }

  /// The whole of a file or URI.
  public static Place of(Object source) {
    return new Place(source.toString(), 0, "");
  }

  /// This place, at a line of it.
  public Place line(long number) {
    return new Place(source, number, column);
  }

  /// This place, at a column of it.
  public Place column(String name) {
    return new Place(source, line, name);
  }

  @Override
  public String toString() {
    return source
        + (line == 0 ? "" : ", line " + line)
        + (column.isEmpty() ? "" : ", column " + column);
  }
}
