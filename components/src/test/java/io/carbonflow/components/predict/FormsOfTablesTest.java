// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.table.Cell;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.StepOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same table in the forms in which portals, spreadsheets and R give it: the predictions are the same
/// to the last byte.
class FormsOfTablesTest {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
  private static final Pattern ENGLISH = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  /// A parcel, or years in which a score was certified.
  private static final Pattern ID = Pattern.compile("\\d{10}|(20\\d\\d)+");
  private static String expected;

  @TempDir Path folder;
  private Sheet sheet;

  @BeforeEach
  void predictAsPublished() throws IOException {
    sheet = Sheet.of(SampleFiles.DATA_2016);
    if (expected == null) {
      expected = predictions(sheet.to(folder.resolve("published.csv")));
    }
  }

  private StepOutcome predict(Path rows) {
    return SampleFiles.call("predict").with("--rows", rows).into(folder).run();
  }

  private String predictions(Path rows) throws IOException {
    predict(rows).ok();
    return Files.readString(folder.resolve("predictions.csv"));
  }

  private void assertSame(byte[] table) throws IOException {
    assertEquals(expected, predictions(Files.write(folder.resolve("rows.csv"), table)));
  }

  private void renamed(UnaryOperator<String> way) throws IOException {
    sheet.header().replaceAll(way);
    Path rows = sheet.to(folder.resolve("rows.csv"));
    StepOutcome outcome = predict(rows).ok();
    assertFalse(outcome.err().contains("lacks"), outcome.err());
    assertEquals(expected, Files.readString(folder.resolve("predictions.csv")));
  }

  /// The table with something else between its columns, with quotes where they are needed.
  private String text(String by, UnaryOperator<String> cell) {
    return Stream.concat(Stream.of(sheet.header()), sheet.rows().stream())
        .map(cells -> cells.stream().map(cell).map(text -> text.contains(by) || text.contains("\"")
            || text.contains("\n") ? '"' + text.replace("\"", "\"\"") + '"' : text)
            .collect(Collectors.joining(by)))
        .collect(Collectors.joining("\r\n"));
  }

  private static String withComma(String cell) {
    return NUMBER.matcher(cell).matches() ? cell.replace('.', ',') : cell;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void withTheNamesOfR() throws IOException {
    renamed(name -> name.replaceAll("[^A-Za-z0-9]", "."));
  }

  @Test
  void withTheNamesOfThePortalsApi() throws IOException {
    renamed(name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("_$", ""));
  }

  @Test
  void withTheNamesOf2018() throws IOException {
    sheet.rename("PropertyName", "Building Name");
    renamed(name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", " "));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void withOtherSeparators(String by) throws IOException {
    assertSame(bytes("sep=" + by + "\r\n" + text(by, cell -> cell)));
    if (!by.equals("|")) {
      assertSame(bytes(text(by, cell -> cell)));
    }
    if (!by.equals(",")) {
      assertSame(bytes("sep=" + by + "\r\n" + text(by, FormsOfTablesTest::withComma)));
    }
  }

  @Test
  void asUnicodeTextOfASpreadsheet() throws IOException {
    assertSame(("\ufeff" + text("\t", FormsOfTablesTest::withComma)).getBytes(StandardCharsets.UTF_16LE));
  }

  @Test
  void packed() throws IOException {
    var gzip = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(gzip)) {
      out.write(bytes(text(";", FormsOfTablesTest::withComma)));
    }
    assertSame(gzip.toByteArray());
    var zip = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("2016.csv"));
      out.write(bytes(text(",", cell -> cell)));
    }
    assertSame(zip.toByteArray());
  }

  @Test
  void withAreasThatHavePointsBetweenThousands() throws IOException {
    DecimalFormat german =
        new DecimalFormat("#,##0.####################", DecimalFormatSymbols.getInstance(Locale.GERMANY));
    assertSame(bytes(text(";", cell -> {
      String number = ENGLISH.matcher(cell).matches() ? cell.replace(",", "") : cell;
      boolean large = NUMBER.matcher(number).matches() && number.length() > 6 && !ID.matcher(number).matches();
      return large ? german.format(new BigDecimal(number)) : withComma(number);
    })));
  }

  @Test
  void withWordsForWhatIsNotKnown() throws IOException {
    for (String word : List.of("NA", "Not Available", "<NA>")) {
      assertSame(bytes(text(",", cell -> Cell.isMissing(cell) ? word : cell)));
    }
  }

  /// No year since 2018 has the list of all uses; 2021 has no primary type.
  @Test
  void whatTheLaterYearsLackIsReportedInTheWordsOfFeatures() {
    sheet.drop("ListOfAllPropertyUseTypes").rename("PrimaryPropertyType", "EPAPropertyType")
        .add("Demolished", _ -> "false");
    String err = predict(sheet.to(folder.resolve("rows.csv"))).ok().err();
    assertEquals("predict: the table lacks a column that features are made of; not known of any row: uses"
        + " beyond the three largest without ListOfAllPropertyUseTypes", err.lines().toList().get(1));
  }

  @Test
  void linesWithoutAnythingAreNoTable() throws IOException {
    Path rows = Files.writeString(folder.resolve("rows.csv"), "\n".repeat(5000));
    StepOutcome outcome = predict(rows);
    assertEquals(1, outcome.exit());
    assertTrue(outcome.err().contains("rows.csv: has no header; give a CSV file")
        || outcome.err().contains("rows.csv: is empty; give a CSV file"), outcome.err());
  }
}
