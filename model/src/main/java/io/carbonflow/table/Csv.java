package io.carbonflow.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// Reads and writes tables as CSV ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)): UTF-8 with
/// or without a byte-order mark, LF or CRLF, quoted cells that may hold line breaks.
public final class Csv {
  private static final String REMEDY = "give a CSV file with a header line";
  private static final Pattern RECORD_LINE = Pattern.compile(" ?\\(record starting at line (\\d+)\\)");

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
    Place place = Place.of(source);
    String text = Utf8.decode(in.readAllBytes(), place);
    refuseOtherFormats(text, place);
    List<CsvRecord> records = records(text, place);
    Header header = header(records.getFirst(), place);
    List<Row> rows = new ArrayList<>();
    for (CsvRecord fields : records.subList(1, records.size())) {
      checkWidth(fields, header, fields == records.getLast(), place);
      if (!fields.getFields().stream().allMatch(String::isBlank)) {
        rows.add(new Row(place.line(fields.getStartingLineNumber()), header, fields.getFields()));
      }
    }
    return new Table(source, header, rows);
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

  private static void refuseOtherFormats(String text, Place place) {
    String start = text.stripLeading();
    if (start.isEmpty()) {
      throw new Problem(place, "is empty", REMEDY);
    }
    switch (start.charAt(0)) {
      case '<' -> throw new Problem(place.line(1), "is HTML or XML, not CSV",
          REMEDY + " (a download may have ended in an error page)");
      case '{', '[' -> throw new Problem(place.line(1), "is JSON, not CSV", REMEDY);
      default -> { }
    }
  }

  private static List<CsvRecord> records(String text, Place place) {
    List<CsvRecord> records = new ArrayList<>();
    try (var reader = CsvReader.builder()
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(text)) {
      reader.forEach(records::add);
    } catch (CsvParseException e) {
      throw broken(e, place);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  /// The parser's message names the line in words only.
  private static Problem broken(CsvParseException e, Place place) {
    var line = RECORD_LINE.matcher(e.getMessage());
    String what = line.replaceAll("");
    return new Problem(
        line.reset().find() ? place.line(Long.parseLong(line.group(1))) : place,
        "is not CSV, or is cut off (" + what + ")",
        "close the quote that opens in this row, or fetch or export the file again",
        e);
  }

  private static Header header(CsvRecord first, Place place) {
    List<String> names = first.getFields().stream().map(String::strip).toList();
    Place line = place.line(first.getStartingLineNumber());
    if (names.size() == 1 && (names.getFirst().contains(";") || names.getFirst().contains("\t"))) {
      throw new Problem(line, "has its columns separated by semicolons or tabs",
          "save it with commas between the columns");
    }
    var seen = new HashSet<String>();
    for (String name : names) {
      if (!seen.add(name) && !name.isEmpty()) {
        throw new Problem(line.column(name), "comes twice in the header",
            "remove or rename one of the two columns");
      }
    }
    return new Header(names);
  }

  private static void checkWidth(CsvRecord fields, Header header, boolean last, Place place) {
    int width = fields.getFieldCount();
    if (width == header.size()) {
      return;
    }
    String found = "has " + width + " cells where the header has " + header.size();
    boolean cutOff = last && width < header.size();
    throw new Problem(
        place.line(fields.getStartingLineNumber()),
        cutOff ? "the file is cut off: its last row " + found : found,
        cutOff ? "fetch or export the file again"
            : "give every row as many cells as there are columns; quote cells that hold commas");
  }
}
