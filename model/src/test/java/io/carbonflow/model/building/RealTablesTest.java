// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.file.SharedFolder;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.RowKey;
import io.carbonflow.model.transform.Transformer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// On Seattle's own tables, which are not part of this project: they are looked for in the folder
/// `shared` beside the checkout, or where `CARBONFLOW_SHARED` says.
class RealTablesTest {
  private static Path data;
  private static CleanTable.Result clean;

  @BeforeAll
  static void readTables() {
    data = SharedFolder.part("data");
    clean = CleanTable.of(MergeTables.of(List.of(
        Csv.read(data.resolve(Samples.NAME_2015)), Csv.read(data.resolve(Samples.NAME_2016))), 0));
  }

  @Test
  void leave3003RowsOf1563Buildings() {
    assertEquals(6716, clean.report().rowsIn());
    assertEquals(3003, clean.report().rowsOut());
    assertEquals(1563, clean.rows().stream().map(row -> row.key().building()).distinct().count());
    assertEquals(
        Map.of("building-type", 3641, "no-largest-use", 67, "no-energy", 5),
        clean.report().dropped().stream().filter(d -> d.rows() > 0)
            .collect(Collectors.toMap(CleanReport.Dropped::rule, CleanReport.Dropped::rows)));
  }

  /// The golden split lists the original's rows; its `kept` marks those that the original did not
  /// drop from training for a z-score, which is not done here.
  @Test
  void keepTheRowsOfTheOriginalWithTheirTargets() {
    Table golden = Csv.read(data.resolve("golden/split_seed42.csv"));
    Map<RowKey, Double> expected = new HashMap<>();
    for (Row row : golden.rows()) {
      expected.put(new RowKey(row.id("OSEBuildingID"), (int) row.number("DataYear")),
          row.number("BCResponse"));
    }
    assertEquals(expected.size(), clean.rows().size());
    for (ModelRow row : clean.rows()) {
      assertEquals(expected.get(row.key()), row.boxCox(), 1e-9, row.key().toString());
    }
  }

  @Test
  void followTheIdentityOfEmissions() {
    double[] residuals = clean.rows().stream()
        .filter(row -> row.tonnes() > 0)
        .mapToDouble(row ->
            Math.abs(row.siteEnergy() * row.emissionFactor() / row.tonnes() - 1))
        .sorted().toArray();
    assertTrue(residuals[residuals.length / 2] < 1e-4);
  }

  @Test
  void giveAboutAHundredColumns() {
    assertEquals(106, columns(FeatureSet.METERED));
    assertEquals(99, columns(FeatureSet.UNMETERED));
  }

  /// Of 1,532 rows that are not dwellings and have a use and energy; 60 have no blank fuel.
  @Test
  void predict1519RowsOf2017ThoughItLeavesFuelsBlankThatAreNotUsed() {
    PredictionRows rows =
        PredictionRows.of(Csv.read(data.resolve("years/2017.csv")), FeatureSet.METERED);
    assertEquals(1519, rows.rows().size());
    assertEquals(13, rows.skipped().stream()
        .filter(row -> row.kind().equals(Rule.NO_FUELS.description())).count());
    assertEquals(List.of(), rows.missing());
  }

  private static int columns(FeatureSet features) {
    return Transformer.fit(features, clean.rows(), Place.of("clean")).columns().size();
  }

  @Test
  void canBePredictedAsTheyAre() {
    for (String name : List.of(Samples.NAME_2015, Samples.NAME_2016)) {
      Table table = Csv.read(data.resolve(name));
      int year = name.startsWith("2015") ? 2015 : 2016;
      assertEquals(
          clean.rows().stream().filter(row -> row.key().year() == year).count(),
          PredictionRows.of(table, FeatureSet.METERED).rows().size());
    }
  }
}
