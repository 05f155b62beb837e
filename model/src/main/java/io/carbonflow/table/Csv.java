package io.carbonflow.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.file.WholeFile;
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

/// Reads and writes tables as CSV ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)): UTF-8 with
/// or without a byte-order mark, LF or CRLF, quoted cells that may hold line breaks.
public final class Csv {
  private Csv() {}

  /// Reads a file.
  ///
  /// @throws Problem if there is no such file, it cannot be read, or it is not a whole CSV table
  public static Table read(Path file) {
    Place place = Place.of(file);
    if (Files.isDirectory(file)) {
      throw new Problem(place, "is a folder", "name the CSV file in it");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    } catch (NoSuchFileException e) {
      throw new Problem(place, "does not exist", "check the path", e);
    } catch (AccessDeniedException e) {
      throw new Problem(place, "cannot be read: permission denied", "allow reading it", e);
    } catch (IOException e) {
      throw new Problem(place, "cannot be read (" + e.getMessage() + ")", "check the file", e);
    }
  }

  /// Reads a stream to its end; the caller closes it.
  ///
  /// @param source what the stream is of: a path or a URI, for messages
  /// @throws IOException if the stream breaks off
  /// @throws Problem if it is not a whole CSV table
  public static Table read(InputStream in, String source) throws IOException {
    return CsvText.parse(Utf8.decode(in.readAllBytes(), Place.of(source)), source);
  }

  /// Writes a file, whole or not at all: LF, quotes only where they are needed.
  ///
  /// @param rows the cells, as many a row as there are columns
  /// @throws Problem if the file cannot be written
  public static void write(Path file, List<String> header, Iterable<List<String>> rows) {
    WholeFile.write(file, out -> write(out, header, rows));
  }

  /// Writes a table as [#write(Path, List, Iterable)] does.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path file, Table table) {
    write(file, table.header().names(), table.rows().stream().map(Row::cells).toList());
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
