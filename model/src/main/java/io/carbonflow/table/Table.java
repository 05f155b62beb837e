package io.carbonflow.table;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import java.util.Collection;
import java.util.List;

/// A table of text with named columns.
///
/// @param source the path or URI it was read from
/// @param header the columns
/// @param rows the rows, in the order of the file; each has a cell for every column
public record Table(String source, Header header, List<Row> rows) {

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
  /// @throws Problem if any is not; it names all that are missing
  public void require(Collection<String> columns) {
    List<String> missing = columns.stream().filter(c -> !header.has(c)).toList();
    if (!missing.isEmpty()) {
      throw new Problem(
          place().line(1),
          (missing.size() == 1 ? "has no column " : "lacks the columns ")
              + String.join(", ", missing),
          "give a table that has " + (missing.size() == 1 ? "it" : "them")
              + "; the first line must hold the names");
    }
  }
}
