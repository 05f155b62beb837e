// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.feature.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a bundle makes of tables in which electricity is off by what 2015's table has rounded away.
class RoundedAwayTest {
  private static final double NOISE = 1.00004;
  private static final String ELECTRICITY = "Electricity(kBtu)";
  private static final String SITE_ENERGY = "SiteEnergyUse(kBtu)";
  private static final List<Feature> FUELS =
      List.of(Feature.ELECTRICITY_SHARE, Feature.GAS_SHARE, Feature.STEAM_SHARE);
  @TempDir Path folder;
  private final Bundle bundle = Bundle.load(SampleFiles.made("train-best", "model.carbonflow"));

  /// What the bundle makes of a table.
  private record Seen(List<ModelRow> rows, Matrix prepared, List<Prediction> predicted) {}

  /// @param scaled the columns that are multiplied by the noise
  private Seen seen(String... scaled) {
    Sheet sheet = Sheet.of(SampleFiles.made("merge", "merged.csv"));
    for (int row = 0; row < sheet.size(); row++) {
      for (String column : scaled) {
        if (!sheet.get(row, column).isEmpty()) {
          sheet.set(row, column, String.valueOf(NOISE * sheet.number(row, column)));
        }
      }
    }
    var rows = bundle.rows(Csv.read(sheet.to(folder.resolve("rows.csv"))));
    return new Seen(rows.rows(), bundle.transformer().apply(rows.rows()),
        bundle.predict(rows, 0.9).predicted());
  }

  private static boolean isAllElectric(ModelRow row) {
    return Math.abs(row.feature(Feature.ELECTRICITY_SHARE) - 1) < 1e-4
        && row.feature(Feature.GAS_SHARE) == 0 && row.feature(Feature.STEAM_SHARE) == 0;
  }

  private static int[] allElectric(Seen seen) {
    int[] places = IntStream.range(0, seen.rows().size())
        .filter(i -> isAllElectric(seen.rows().get(i))).toArray();
    assertTrue(places.length > 50, places.length + " rows");
    return places;
  }

  /// Checks that all-electric rows have the same features.
  ///
  /// @param most the factor by which their predictions may grow
  private static void assertAlike(Seen before, Seen after, double most) {
    for (int i : allElectric(before)) {
      String row = before.rows().get(i).key().toString();
      assertEquals(row, after.rows().get(i).key().toString());
      assertArrayEquals(before.prepared().values()[i], after.prepared().values()[i], row);
      Prediction then = before.predicted().get(i);
      Prediction now = after.predicted().get(i);
      assertGrown(then.tonnes(), now.tonnes(), most, row);
      assertGrown(then.mean().orElseThrow(), now.mean().orElseThrow(), most, row);
    }
  }

  private static void assertGrown(double before, double after, double most, String row) {
    assertTrue(after >= before * (1 - 1e-12) && after <= before * most * (1 + 1e-12),
        () -> row + ": " + before + " became " + after);
  }

  @Test
  void moreElectricityThanEnergyMovesAnAllElectricPredictionByNoMoreThanItself() {
    assertAlike(seen(), seen(ELECTRICITY), NOISE);
  }

  @Test
  void asMuchMoreEnergyAsElectricityMovesNothing() {
    assertAlike(seen(), seen(ELECTRICITY, SITE_ENERGY), 1);
  }

  @Test
  void elsewhereAShareMovesByOneStepAtMostAndNoOtherFeatureDoes() {
    Set<String> ofFuels = Stream.concat(FUELS.stream(), Stream.of(Feature.LOG_FACTOR))
        .map(Feature::column).collect(Collectors.toSet());
    Seen before = seen();
    for (Seen after : List.of(seen(ELECTRICITY), seen(ELECTRICITY, SITE_ENERGY))) {
      for (int i = 0; i < before.rows().size(); i++) {
        String row = before.rows().get(i).key().toString();
        for (Feature fuel : FUELS) {
          double then = before.rows().get(i).stepped().feature(fuel);
          double now = after.rows().get(i).stepped().feature(fuel);
          assertTrue(Double.isNaN(then) || Math.abs(now - then) < fuel.step() + 1e-12, row);
        }
        for (int c = 0; c < before.prepared().columns().size(); c++) {
          String column = before.prepared().columns().get(c);
          assertTrue(ofFuels.contains(column)
              || before.prepared().values()[i][c] == after.prepared().values()[i][c], row + " " + column);
        }
      }
    }
  }
}
