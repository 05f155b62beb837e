package io.carbonflow.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// Takes the text of a file apart into a table, or says why it is none.
final class CsvText {
  private static final String REMEDY = "give a CSV file with a header line";
  private static final Pattern RECORD_LINE =
      Pattern.compile(" ?\\(record starting at line (\\d+)\\)");

  private CsvText() {}

  /// The table that the text holds.
  ///
  /// @throws Problem if it is empty, of another format, cut off, or has rows of different widths or
  ///     a column twice
  static Table parse(String text, String source) {
    Place place = Place.of(source);
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
