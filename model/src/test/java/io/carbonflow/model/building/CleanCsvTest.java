// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.RowBudget;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.feature.FeatureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanCsvTest {
  @TempDir Path folder;

  private Table written(List<ModelRow> rows) {
    CleanCsv.write(folder.resolve("clean.csv"), rows);
    return Csv.read(folder.resolve("clean.csv"));
  }

  private Table without(Table table, String... columns) {
    List<String> names = new ArrayList<>(table.header().names());
    names.removeAll(List.of(columns));
    Csv.write(folder.resolve("less.csv"), names, table.rows().stream()
        .map(row -> names.stream().map(row::raw).toList()).toList());
    return Csv.read(folder.resolve("less.csv"));
  }

  @Test
  void readsBackEqualRows() {
    List<ModelRow> rows = Samples.clean();
    assertEquals(rows, CleanCsv.read(written(rows)));
  }

  @Test
  void writesTheSameBytesAgain() throws Exception {
    List<ModelRow> rows = Samples.clean();
    CleanCsv.write(folder.resolve("a.csv"), rows);
    CleanCsv.write(folder.resolve("b.csv"), CleanCsv.read(Csv.read(folder.resolve("a.csv"))));
    assertEquals(-1, Files.mismatch(folder.resolve("a.csv"), folder.resolve("b.csv")));
  }

  @Test
  void aFileThatIsReadRowByRowGivesEqualRowsEachWithItsPlace() {
    List<ModelRow> rows = Samples.clean();
    Table table = written(rows);
    List<ModelRow> seen = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    assertEquals(rows, CleanCsv.read(folder.resolve("clean.csv"), (row, source) -> {
      seen.add(row);
      lines.add(source.start().line());
    }));
    assertEquals(rows, seen);
    assertEquals(table.rows().stream().map(row -> row.start().line()).toList(), lines);
  }

  @Test
  void aUseThatManyRowsHaveIsHeldOnce() {
    written(Samples.clean());
    List<ModelRow> rows = CleanCsv.read(folder.resolve("clean.csv"), (row, source) -> { });
    Set<String> held = Collections.newSetFromMap(new IdentityHashMap<>());
    rows.forEach(row -> held.addAll(row.categories().values()));
    rows.forEach(row -> held.addAll(row.uses()));
    // What stands for an unknown value is a text of the program's, beside which a table may have the same one.
    long different = held.stream().collect(Collectors.toCollection(TreeSet::new)).size();
    assertTrue(held.size() <= different + Category.values().length, held.size() + " texts, " + different + " different");
  }

  @Test
  void rowsThatDoNotFitIntoTheMemoryAreRefusedWhereTheyAreTooMany() {
    Table table = written(Samples.clean());
    RowBudget few = new RowBudget(3 * 2048);
    var problem = assertThrows(Problem.class,
        () -> CleanCsv.read(folder.resolve("clean.csv"), (row, source) -> { }, few));
    assertTrue(problem.getMessage().startsWith(table.rows().get(3).start() + ": the rows up to here take more than "),
        problem.getMessage());
  }

  @Test
  void holdsTheColumnsOfTheOriginal() {
    List<String> columns = CleanCsv.columns();
    assertEquals(List.of("OSEBuildingID", "DataYear", "in_train", "TotalGHGEmissions",
        "SiteEnergyUse(kBtu)", "BCResponse", "UseGFA"), columns.subList(0, 7));
    assertTrue(columns.containsAll(List.of("Age", "NumberOfUseTypes", "PrimaryUseGFARatio",
        "SecondaryUseGFARatio", "TerciaryUseGFARatio", "NG_ratio", "Elec_ratio", "Steam_ratio",
        "Neighborhood_type_GHGE", "ListOfAllPropertyUseTypes")));
  }

  @Test
  void writesTheTargetOnTheBoxCoxScale() {
    Row row = written(List.of(Samples.row(Map.of("in_train", "True")))).rows().getFirst();
    assertEquals((Math.pow(219.26, -0.1) - 1) / -0.1, row.number("BCResponse"), 1e-12);
  }

  @Test
  void needsEveryColumnForTraining() {
    Table less = without(written(Samples.clean()), "Age", "Neighborhood");
    var problem = assertThrows(Problem.class, () -> CleanCsv.read(less));
    assertTrue(problem.getMessage().contains("lacks the columns Age, Neighborhood;"),
        problem.getMessage());
  }

  /// Published models of earlier releases keep such tables.
  @Test
  void readsATableOfAnEarlierReleaseWhichHadNoReferenceIntensity() {
    List<ModelRow> read = CleanCsv.read(without(written(Samples.clean()), "LogReferenceIntensity"));
    for (int i = 0; i < read.size(); i++) {
      assertEquals(Samples.clean().get(i).feature(Feature.REFERENCE_INTENSITY),
          read.get(i).feature(Feature.REFERENCE_INTENSITY), 1e-12);
    }
    assertEquals(List.of(), MissingColumn.ofClean(
        without(written(Samples.clean()), "LogReferenceIntensity"), FeatureSet.METERED));
  }

  @Test
  void refusesARowWithoutArea() {
    Table table = written(List.of(Samples.row(Map.of("in_train", "True"))));
    Row row = table.rows().getFirst();
    List<String> cells = new ArrayList<>(row.cells());
    cells.set(table.header().position("UseGFA"), "0");
    var broken = new Table("c.csv", table.header(),
        List.of(new Row(row.start(), table.header(), cells)));
    var problem = assertThrows(Problem.class, () -> CleanCsv.read(broken));
    assertTrue(problem.getMessage().endsWith("clean.csv, line 2, column UseGFA: the area is "
        + "missing, zero or negative; take the row from the clean step"), problem.getMessage());
  }
}
