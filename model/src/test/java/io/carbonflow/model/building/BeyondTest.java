// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static io.carbonflow.model.feature.FeatureSet.METERED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Csv;
import io.carbonflow.model.building.PredictionRows.Skipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Numbers that no building has, in every column of numbers.
class BeyondTest {
  static final List<String> NUMBERS = List.of("1e308", "-1e308", "1.7976931348623157e308", "4.9e-324",
      "1e-320", "-1e-320", "-0.0", "-0", "0", "1e16", "-1e16", "1e-16", "NaN");
  static final List<String> COLUMNS = Arrays.stream(Column.values())
      .filter(column -> column.content() instanceof Content.Number).map(Column::title).toList();

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("COLUMNS")
  void leaveOutTheirRowAloneAndWhatIsKeptIsFinite(String column) {
    for (String number : NUMBERS) {
      var table = Samples.offices(Map.of("OSEBuildingID", "8", column, number), Map.of());
      PredictionRows rows = PredictionRows.of(table, METERED);
      assertEquals(2, rows.rows().size() + rows.skipped().size());
      rows.rows().forEach(row -> row.features().forEach((feature, value) -> assertTrue(
          Double.isNaN(value) || Math.abs(value) <= 1e15, column + " " + number + " " + feature)));
      rows.rows().forEach(row -> assertTrue(
          Double.isFinite(METERED.offset(row.area(), row.emissionFactor())), column + " " + number));
      assertTrue(rows.rows().stream().anyMatch(row -> row.key().building().equals("1")),
          column + " " + number + " " + rows.skipped());
    }
  }

  @ParameterizedTest
  @FieldSource("COLUMNS")
  void endNoCleaningAndWhatIsKeptCanBeLearned(String column) throws IOException {
    for (String number : NUMBERS) {
      if (column.equals("DataYear")) {
        return; // the merge step refuses what is not a year
      }
      var merged = MergeTables.of(List.of(
          Samples.offices(Map.of("OSEBuildingID", "8", column, number), Map.of())), 0);
      var kept = CleanTable.of(merged).rows();
      kept.forEach(row -> assertTrue(Double.isFinite(METERED.label(row.siteEnergy(), row.tonnes(),
          row.area())), column + " " + number));
      Path file = folder.resolve("clean.csv");
      CleanCsv.write(file, kept);
      assertEquals(kept, CleanCsv.read(Csv.read(file)));
    }
  }

  @Test
  void areNamedByWhatTheyAre() {
    var rows = PredictionRows.of(Samples.offices(Map.of("SiteEnergyUse(kBtu)", "1e-320")), METERED);
    assertEquals(List.of(new Skipped(2, "1", Rule.BEYOND.description() + ": electricity's part of the"
        + " energy", Rule.BEYOND.description())), rows.skipped());
  }

  @Test
  void areRefusedInACleanTable() {
    CleanCsv.write(folder.resolve("c.csv"), List.of(Samples.row(Map.of())));
    var names = CleanCsv.columns();
    var cells = new ArrayList<>(Csv.read(folder.resolve("c.csv")).rows().getFirst().cells());
    cells.set(names.indexOf("Latitude"), "1e308");
    Csv.write(folder.resolve("c.csv"), names, List.of(cells));
    var table = Csv.read(folder.resolve("c.csv"));
    assertEquals(1, PredictionRows.of(table, METERED).skipped().size());
    var problem = assertThrows(Problem.class, () -> CleanCsv.read(table));
    assertTrue(problem.getMessage().contains("column Latitude: 1.0E308 is too great"),
        problem.getMessage());
  }
}
