// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.fault.Problem;
import java.io.Closeable;
import java.io.Reader;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The rows of a file, one after the other. No more than a few of them are in memory, so the file
/// may be of any size.
///
/// What is wrong further down is found when it is reached: `next` throws a [Problem] where a row is
/// no CSV, is cut off or has another width than the header, and an [java.io.UncheckedIOException]
/// where the file breaks off.
public final class CsvRows implements Iterator<Row>, Closeable {
  private final Place place;
  private final CsvRecords records;
  private final Header header;
  private Optional<Row> ahead;

  /// Reads the header and the first row.
  ///
  /// @param source what the text is of: a path or a URI, for messages
  /// @throws Problem if it is of another format, or has a column twice
  CsvRows(Reader text, String source) {
    place = Place.of(source);
    records = new CsvRecords(text, place);
    if (!records.hasNext()) {
      throw new Problem(place, "has no header", CsvRecords.REMEDY);
    }
    header = header(records.next());
    ahead = read();
  }

  /// The table with its columns and without rows.
  public Table head() {
    return new Table(place.source(), header, List.of());
  }

  @Override
  public boolean hasNext() {
    return ahead.isPresent();
  }

  @Override
  public Row next() {
    Row row = ahead.orElseThrow(NoSuchElementException::new);
    ahead = read();
    return row;
  }

  @Override
  public void close() {
    records.close();
  }

  private Optional<Row> read() {
    while (records.hasNext()) {
      CsvRecord fields = records.next();
      checkWidth(fields);
      if (!fields.getFields().stream().allMatch(String::isBlank)) {
        return Optional.of(
            new Row(place.line(fields.getStartingLineNumber()), header, fields.getFields()));
      }
    }
    return Optional.empty();
  }

  private Header header(CsvRecord first) {
    List<String> names = first.getFields().stream().map(String::strip).toList();
    Place line = place.line(first.getStartingLineNumber());
    if (names.stream().allMatch(name -> name.replace('\u00a0', ' ').isBlank())) {
      throw new Problem(line, "has no header", CsvRecords.REMEDY);
    }
    if (names.size() == 1 && (names.getFirst().contains(";") || names.getFirst().contains("\t"))) {
      throw new Problem(line, "has its columns separated by semicolons or tabs",
          "save it with commas between the columns");
    }
    var seen = new HashSet<String>();
    for (String name : names) {
      if (!seen.add(name) && !name.isEmpty()) {
        throw new Problem(line.column(Printable.shortened(name)), "comes twice in the header",
            "remove or rename one of the two columns");
      }
    }
    return new Header(names);
  }

  private void checkWidth(CsvRecord fields) {
    int width = fields.getFieldCount();
    if (width == header.size()) {
      return;
    }
    String found = "has " + width + " cells where the header has " + header.size();
    boolean cutOff = width < header.size() && !records.hasNext();
    throw new Problem(
        place.line(fields.getStartingLineNumber()),
        cutOff ? "the file is cut off: its last row " + found : found,
        cutOff ? "fetch or export the file again"
            : "give every row as many cells as there are columns; quote cells that hold commas");
  }
}
