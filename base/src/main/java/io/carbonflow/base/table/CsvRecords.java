// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Takes a text apart into records of any width, one after the other, or says why it is no CSV.
final class CsvRecords {
  static final String REMEDY = "give a CSV file with a header line";
  private static final Pattern RECORD_LINE =
      Pattern.compile(" ?\\(record starting at line (\\d+)\\)");
  /// Blank lines before a header are no longer than this.
  private static final int START = 4096;

  private final Place place;
  private final FirstLine form;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;

  /// Looks at the beginning of the text.
  ///
  /// @throws Problem if it is empty or of another format
  CsvRecords(Reader text, Place place) {
    this.place = place;
    BufferedReader buffered = new BufferedReader(text, 2 * START);
    refuseOtherFormats(buffered);
    form = form(buffered);
    reader = CsvReader.builder()
        .fieldSeparator(form.separator())
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(buffered);
    records = reader.iterator();
    if (form.names()) {
      next();
    }
  }

  private static FirstLine form(BufferedReader text) {
    try {
      return FirstLine.of(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What stands between the columns.
  FirstLine form() {
    return form;
  }

  private void refuseOtherFormats(BufferedReader text) {
    try {
      text.mark(START);
      int first = text.read();
      for (int i = 1; i < START && first >= 0 && Character.isWhitespace(first); i++) {
        first = text.read();
      }
      text.reset();
      switch (first) {
        case -1 -> throw new Problem(place, "is empty", REMEDY);
        case '<' -> throw new Problem(place.line(1), "is HTML or XML, not CSV",
            REMEDY + " (a download may have ended in an error page)");
        case '{', '[' -> throw new Problem(place.line(1), "is JSON, not CSV", REMEDY);
        default -> { }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether another record follows.
  ///
  /// @throws Problem if what follows is no CSV
  boolean hasNext() {
    return parsed(records::hasNext);
  }

  /// The next record.
  ///
  /// @throws Problem if it is no CSV
  CsvRecord next() {
    return parsed(records::next);
  }

  private <T> T parsed(Supplier<T> step) {
    try {
      return step.get();
    } catch (CsvParseException e) {
      throw e.getCause() instanceof Problem decoding ? decoding : broken(e);
    }
  }

  /// The parser's message names the line in words only.
  private Problem broken(CsvParseException e) {
    var line = RECORD_LINE.matcher(e.getMessage());
    String what = line.replaceAll("");
    return new Problem(
        line.reset().find() ? place.line(Long.parseLong(line.group(1))) : place,
        "is not CSV, or is cut off (" + what + ")",
        "close the quote that opens in this row, or fetch or export the file again",
        e);
  }

  void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
