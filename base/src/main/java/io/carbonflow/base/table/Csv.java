// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Reads and writes tables as CSV ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)): UTF-8 with
/// or without a byte-order mark, LF or CRLF, quoted cells that may hold line breaks. What is read may
/// also be UTF-16 with a byte-order mark, have semicolons or tabs between its columns or what a first
/// line `sep=;` names, and decimal commas then ([Header#hasDecimalComma]), and be packed by gzip or be
/// the one CSV file in a ZIP archive; its bytes tell, not its name.
///
/// ```java
/// double area = 0;
/// for (Row row : Csv.read(Path.of("2016.csv")).rows()) {
///   area += row.number("PropertyGFATotal");
/// }
/// ```
public final class Csv {
  private Csv() {}

  /// Reads a file.
  ///
  /// @throws Problem if there is no such file, it cannot be read, or it is not a whole CSV table
  public static Table read(Path file) {
    try (CsvRows rows = open(file, InputLimits.TABLE, Set.of())) {
      return whole(rows);
    } catch (UncheckedIOException e) {
      throw unreadable(file, e.getCause());
    }
  }

  /// Opens a file, to be read row by row; the caller closes it.
  ///
  /// @throws Problem if there is no such file, it cannot be read, or it does not begin as a CSV
  ///     table
  public static CsvRows open(Path file) {
    boolean again = Files.isRegularFile(file);
    CsvRows rows = open(file, Long.MAX_VALUE, Set.of());
    if (!rows.mayHaveDecimalCommas()) {
      return rows;
    }
    if (!again) {
      return new CsvRows(rows, rows.rest(mostRows()));
    }
    Set<Integer> decimalCommas = decimalCommas(rows);
    return open(file, Long.MAX_VALUE, decimalCommas);
  }

  /// Reads a file row by row, and closes it.
  ///
  /// @param read takes the rows
  /// @return what that made of them
  /// @throws Problem as [#open(Path)], or if the file breaks off
  public static <T> T read(Path file, Function<CsvRows, T> read) {
    try (CsvRows rows = open(file)) {
      return read.apply(rows);
    } catch (UncheckedIOException e) {
      throw unreadable(file, e.getCause());
    }
  }

  private static Set<Integer> decimalCommas(CsvRows rows) {
    DecimalCommas commas = new DecimalCommas();
    try (rows) {
      rows.forEachRemaining(row -> commas.take(row.cells()));
    } catch (Problem whoeverReadsTheRowMeetsIt) {
      return commas.positions();
    }
    return commas.positions();
  }

  private static CsvRows open(Path file, long most, Set<Integer> decimalCommas) {
    if (Files.isDirectory(file)) {
      throw new Problem(Place.of(file), "is a folder", "name the CSV file in it");
    }
    try {
      return open(BoundedInput.open(file), most, file.toString(), decimalCommas);
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (UncheckedIOException e) {
      throw unreadable(file, e.getCause());
    }
  }

  private static CsvRows open(InputStream in, long most, String source, Set<Integer> decimalCommas)
      throws IOException {
    Place place = Place.of(source);
    try {
      InputStream bytes = Unpacked.of(
          BoundedInput.limited(in, most, place, "give it in parts"), most, place);
      return new CsvRows(Utf16.orUtf8(bytes, place), source, decimalCommas, Unpacked.is(bytes));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static Table whole(CsvRows rows) {
    return rows.rest(rows.isUnpacked() ? mostRows() : Long.MAX_VALUE);
  }

  /// Half of the memory where that is little, for whatever is done with the rows takes some, too.
  private static long mostRows() {
    return Math.min(InputLimits.UNPACKED_ROWS, Runtime.getRuntime().maxMemory() / 2);
  }

  private static Problem unreadable(Path file, IOException e) {
    Place place = Place.of(file);
    return switch (e) {
      case NoSuchFileException missing -> new Problem(place, "does not exist", "check the path", e);
      case AccessDeniedException denied ->
          new Problem(place, "cannot be read: permission denied", "allow reading it", e);
      default ->
          new Problem(place, "cannot be read (" + e.getMessage() + ")", "check the file", e);
    };
  }

  /// Reads a stream to its end; the caller closes it.
  ///
  /// @param source what the stream is of: a path or a URI, for messages
  /// @throws IOException if the stream breaks off
  /// @throws Problem if it is not a whole CSV table
  public static Table read(InputStream in, String source) throws IOException {
    try {
      return whole(open(in, InputLimits.TABLE, source, Set.of()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Writes a file, whole or not at all: LF, quotes only where they are needed.
  ///
  /// @param rows the cells, as many a row as there are columns
  /// @throws Problem if the file cannot be written
  public static void write(Path file, List<String> header, Iterable<List<String>> rows) {
    AtomicFile.write(file, out -> write(out, header, rows));
  }

  /// Writes a table as [#write(Path, List, Iterable)] does.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path file, Table table) {
    write(file, table.header().names(), () -> table.rows().stream().map(Row::cells).iterator());
  }

  /// Writes to a stream, which the caller closes.
  ///
  /// @throws IOException if the stream cannot be written
  public static void write(OutputStream out, List<String> header, Iterable<List<String>> rows)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try {
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
  }
}
