// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.fault.Problem;
import java.io.Closeable;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/// The rows of a file, one after the other. No more than a few of them are in memory, so the file
/// may be of any size; those of a pipe with something else than commas between its columns are all
/// in memory, as only the last one tells how numbers are written.
///
/// What is wrong further down is found when it is reached: `next` throws a [Problem] where a row is
/// no CSV, is cut off or has another width than the header, and an [java.io.UncheckedIOException]
/// where the file breaks off.
public final class CsvRows implements Iterator<Row>, Closeable {
  /// What a row and a cell take of the memory beside their letters, in bytes: objects, their
  /// headers, and what refers to them.
  private static final int ROW = 128;
  private static final int CELL = 56;

  private final Place place;
  private final CsvRecords records;
  private final Header header;
  private final boolean unpacked;
  private final Iterator<Row> given;
  private Optional<Row> ahead;

  /// Reads the header and the first row.
  ///
  /// @param source what the text is of: a path or a URI, for messages
  /// @param decimalCommas the positions of the columns whose numbers have a decimal comma
  /// @param unpacked whether it was packed
  /// @throws Problem if it is of another format, or has a column twice
  CsvRows(Reader text, String source, Set<Integer> decimalCommas, boolean unpacked) {
    this.unpacked = unpacked;
    place = Place.of(source);
    given = Collections.emptyIterator();
    records = new CsvRecords(text, place);
    if (!records.hasNext()) {
      throw new Problem(place, "has no header", CsvRecords.REMEDY);
    }
    header = header(records.next()).withDecimalCommas(decimalCommas);
    ahead = read();
  }

  /// The rows of a table that has been read.
  CsvRows(CsvRows read, Table whole) {
    unpacked = read.unpacked;
    place = read.place;
    records = read.records;
    header = whole.header();
    given = whole.rows().iterator();
    ahead = read();
  }

  /// Whether there is something else than commas between the columns, so that there may be commas
  /// in numbers.
  boolean mayHaveDecimalCommas() {
    return records.form().separator() != ',';
  }

  /// Whether the table was packed, so that its size says little.
  boolean isUnpacked() {
    return unpacked;
  }

  /// The rows that are left, as a table.
  ///
  /// @param most how many bytes of the memory they may take, about
  /// @throws Problem if they take more
  Table rest(long most) {
    List<Row> rows = new ArrayList<>();
    DecimalCommas commas = new DecimalCommas();
    long size = 0;
    while (hasNext()) {
      Row row = next();
      rows.add(row);
      size += ROW + row.cells().stream().mapToLong(cell -> CELL + cell.length()).sum();
      if (size > most) {
        throw new Problem(place, "takes more than " + (most >> 20) + " MB of the memory from line "
            + row.start().line() + " on", "give it in parts");
      }
      if (mayHaveDecimalCommas()) {
        commas.take(row.cells());
      }
    }
    if (commas.positions().isEmpty()) {
      return new Table(place.source(), header, rows);
    }
    Header marked = header.withDecimalCommas(commas.positions());
    rows.replaceAll(row -> new Row(row.start(), marked, row.cells()));
    return new Table(place.source(), marked, rows);
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
    if (given.hasNext()) {
      return Optional.of(given.next());
    }
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
    var seen = new HashSet<String>();
    for (String name : names) {
      if (!seen.add(name) && !name.isEmpty()) {
        throw new Problem(line.column(Printable.shortened(name)), "appears twice in the header",
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
            : "give every row as many cells as there are columns; quote cells that hold "
                + records.form().words());
  }
}
