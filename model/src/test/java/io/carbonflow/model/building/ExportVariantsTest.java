// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Other exports of the same tables give the same merged table. Each test rewrites the sample of
/// 2015 as another export would have it.
class ExportVariantsTest {
  private static final List<String> ONLY_2015 = List.of("2010 Census Tracts", "SPD Beats",
      "Seattle Police Department Micro Community Policing Plan Areas", "City Council Districts",
      "Zip Codes");

  private static final List<List<String>> EXPECTED = merged(Samples.of2015());

  @TempDir Path folder;

  private static List<List<String>> merged(Table table) {
    return MergeTables.of(List.of(table), 0).rows().stream().map(Row::cells).toList();
  }

  private static void assertSame(Table variant) {
    assertEquals(EXPECTED, merged(variant));
  }

  /// The table with other names of columns and other cells, by column.
  private static Table rewritten(
      Table table, UnaryOperator<String> name, Predicate<String> column,
      UnaryOperator<String> cell) {
    List<String> names = table.header().names();
    List<List<String>> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      List<String> cells = new ArrayList<>();
      for (String title : names) {
        cells.add(column.test(title) ? cell.apply(row.raw(title)) : row.raw(title));
      }
      rows.add(cells);
    }
    return Samples.table(text(names.stream().map(name).toList(), rows));
  }

  private static Table cells(Table table, Predicate<String> column, UnaryOperator<String> cell) {
    return rewritten(table, UnaryOperator.identity(), column, cell);
  }

  private static Table columns(Table table, List<String> columns) {
    return Samples.table(text(columns,
        table.rows().stream().map(row -> columns.stream().map(row::raw).toList()).toList()));
  }

  private static String text(List<String> header, List<List<String>> rows) {
    var out = new ByteArrayOutputStream();
    try {
      Csv.write(out, header, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void fortyTwoColumnsIn2015() {
    List<String> names = new ArrayList<>(Samples.of2015().header().names());
    names.removeAll(ONLY_2015);
    assertEquals(42, names.size());
    assertSame(columns(Samples.of2015(), names));
  }

  @Test
  void columnsInAnotherOrder() {
    List<String> names = new ArrayList<>(Samples.of2015().header().names());
    Collections.reverse(names);
    assertSame(columns(Samples.of2015(), names));
  }

  @Test
  void columnNamesInOtherCaseAndSpacing() {
    assertSame(rewritten(Samples.of2015(),
        name -> name.toLowerCase(Locale.ROOT).replace("(", " ("), c -> false, c -> c));
  }

  @Test
  void locationWithOtherKeyOrderQuotesAndFurtherKeys() {
    assertSame(cells(Samples.of2015(), "Location"::equals, text -> {
      Location l = Location.parse(text, Samples.table("A\n1\n").place());
      return "{\"needs_recoding\":false,\"human_address\":{\"zip\":\"" + l.zip()
          + "\",\"state\":\"" + l.state() + "\",\"city\":\"" + l.city() + "\",\"address\":\""
          + l.address() + "\"},\"longitude\":" + l.longitude() + ",\"latitude\":"
          + l.latitude() + "}";
    }));
  }

  @Test
  void truthInOtherLetterCase() {
    assertSame(cells(Samples.of2015(), "DefaultData"::equals, t -> t.toUpperCase(Locale.ROOT)));
    assertSame(cells(Samples.of2015(), "DefaultData"::equals,
        t -> t.equals("Yes") ? "true" : "false"));
  }

  @Test
  void numbersWithCommasAndTrailingZeros() {
    assertSame(cells(Samples.of2015(),
        c -> c.contains("GFA") && !c.contains("Total") || c.endsWith("Use(kBtu)"),
        t -> t.matches("\\d+") ? String.format(Locale.ROOT, "%,d.0", Long.parseLong(t)) : t));
  }

  @Test
  void idsWithATrailingPointZero() {
    assertSame(cells(Samples.of2015(), "OSEBuildingID"::equals, t -> t + ".0"));
  }

  @Test
  void missingValuesAsOtherWords() {
    assertSame(cells(Samples.of2015(), c -> true, t -> t.isEmpty() ? "NULL" : t));
    assertSame(cells(Samples.of2015(), c -> true, t -> t.isEmpty() ? "NA" : t));
  }

  @Test
  void windowsLineEndsAndAByteOrderMark() throws IOException {
    Path file = folder.resolve("1999 export (2).txt");
    String text = Files.readString(Samples.folder().resolve(Samples.NAME_2015));
    Files.writeString(file, "\ufeff" + text.replace("\n", "\r\n"));
    assertSame(Csv.read(file));
  }

  @Test
  void aMissingOptionalColumnIsEmpty() {
    List<String> names = new ArrayList<>(Samples.of2015().header().names());
    names.removeAll(List.of("Location", "ENERGYSTARScore", "Comment"));
    Row row = MergeTables.of(List.of(columns(Samples.of2015(), names)), 0).rows().getFirst();
    assertEquals("", row.raw("Latitude") + row.raw("ENERGYSTARScore") + row.raw("Comments"));
  }
}
