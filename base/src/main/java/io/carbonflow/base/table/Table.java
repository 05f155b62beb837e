// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// A table of text with named columns.
///
/// @param source the path or URI it was read from
/// @param header the columns
/// @param rows the rows, in the order of the file; each has a cell for every column
public record Table(String source, Header header, List<Row> rows) {
  /// A table that lacks more columns than these is another table, not one to be completed.
  private static final int MOST_NAMED = 12;

  /// Copies the rows.
  public Table {
    rows = List.copyOf(rows);
  }

  /// The table as a whole, for messages.
  public Place place() {
    return Place.of(source);
  }

  /// Checks that columns are there.
  ///
  /// @throws Problem if any is not; it names all that are missing, or the first three of many
  public void require(Collection<String> columns) {
    require(columns, "");
  }

  /// Checks that columns are there.
  ///
  /// @param whose whose names they are, for the end of the message: `the model is of Seattle`; empty for nothing
  /// @throws Problem if any is not; it names all that are missing, or the first three of many
  public void require(Collection<String> columns, String whose) {
    List<String> missing = columns.stream().filter(c -> !header.has(c)).toList();
    if (!missing.isEmpty()) {
      boolean another = missing.size() > MOST_NAMED;
      // A row that has no line is not from a file.
      boolean file = rows.isEmpty() || rows.getFirst().start().line() > 0;
      throw new Problem(
          file ? place().line(1) : place(),
          (missing.size() == 1 ? "has no column "
              : another ? "lacks " + missing.size() + " columns, the first of them "
              : "lacks the columns ")
              + (another ? missing.subList(0, 3) : missing).stream().map(this::named)
                  .collect(Collectors.joining(", ")),
          (file ? "give a table that has " + (missing.size() == 1 ? "it" : "them")
              + "; the first line must hold the names"
              : "name " + (missing.size() == 1 ? "it" : "them")) + (whose.isEmpty() ? "" : "; " + whose));
    }
  }

  /// The name of a column that is missing, with one that is the same except for punctuation.
  private String named(String column) {
    return column + NearName.same(column, header.names())
        .map(found -> " (" + found + " looks like it)").orElse("");
  }
}
