// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.components.evaluate.report.SmallReport;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.RowKey;
import io.carbonflow.published.Published;
import io.carbonflow.published.PublishedMetrics;
import io.carbonflow.published.PublishedModels.Loaded;
import org.junit.jupiter.api.Test;

/// What all buildings of a year did together, of made-up rows of 36 hotels and 36 offices in 2015 and 2016.
class CommonMovesTest {
  private static final Tolerance TOLERANCE = new Tolerance(Tolerance.DEFAULT);
  private static final ScoredRows KNOWN = SmallReport.rows(Stream.of("Hotel", "Office")
      .flatMap(type -> Collections.nCopies(6, type).stream()).toArray(String[]::new));

  private static Reference reference() {
    PublishedMetrics promise = new PublishedMetrics("random_forest", FeatureSet.METERED, 402, 0.871, 0.761, 38.6,
        OptionalDouble.empty(), List.of());
    return new Reference(new Loaded(new Published("0001-" + "ab".repeat(6), "ab".repeat(32),
        Instant.parse("2026-01-05T08:00:00Z"), promise), SmallReport.bundle()),
        KNOWN.where(row -> row.key().year() == 2015).orElseThrow().rows(),
        KNOWN.where(row -> row.key().year() == 2016).orElseThrow());
  }

  /// The buildings in 2021, which use so many times what they did.
  private static ScoredRows in2021(ToDoubleFunction<ModelRow> factor, String prefix) {
    ScoredRows last = KNOWN.where(row -> row.key().year() == 2016).orElseThrow();
    return new ScoredRows(last.rows().stream().map(row -> new ModelRow(
        new RowKey(prefix + row.key().building(), 2021), true, row.tonnes() * factor.applyAsDouble(row),
        row.siteEnergy() * factor.applyAsDouble(row), row.area(), row.features(), row.categories(), row.uses())).toList(),
        last.predictions());
  }

  private static CommonMove of(ScoredRows rows) {
    return CommonMoves.of(reference(), Optional.of(rows), TOLERANCE).years().get(2021);
  }

  private static boolean isHotel(ModelRow row) {
    return row.category(Category.PRIMARY_TYPE).equals("Hotel");
  }

  @Test
  void areTakenOutTypeByType() {
    ScoredRows rows = in2021(row -> isHotel(row) ? 0.85 : 0.95, "");
    CommonMove move = of(rows);
    assertEquals(2016, move.since());
    assertEquals(72, move.buildings());
    assertEquals(0.85, move.types().get("Hotel"), 1e-9);
    assertEquals(0.95, move.types().get("Office"), 1e-9);
    assertTrue(move.usual() && move.odd().isEmpty(), move::toString);
    ScoredRows without = CommonMoves.of(reference(), Optional.of(rows), TOLERANCE).takenOut(rows);
    assertEquals(KNOWN.where(row -> row.key().year() == 2016).orElseThrow().tonnes().mae(), without.tonnes().mae(), 1e-9);
  }

  @Test
  void singleBuildingsAreOddAndMoveNothing() {
    ScoredRows rows = in2021(row -> row.key().building().equals("b7") ? 9 : 0.9, "");
    CommonMove move = of(rows);
    assertEquals(0.9, move.median(), 1e-9);
    assertEquals(List.of("b7"), move.odd());
    assertTrue(move.text().contains("-10.0%") && move.text().contains("in addition, 1 building changed by more than a factor of"), move::text);
  }

  /// Another unit is not a year's movement.
  @Test
  void moreThanAYearDoesIsNotTakenOut() {
    ScoredRows rows = in2021(_ -> 1.8, "");
    assertFalse(of(rows).usual());
    CommonMoves moves = CommonMoves.of(reference(), Optional.of(rows), TOLERANCE);
    assertFalse(moves.takeOut());
    assertEquals(rows.tonnes().mae(), moves.takenOut(rows).tonnes().mae());
    assertTrue(of(rows).text().contains("more than a year usually changes"), of(rows)::text);
    assertTrue(CommonMoves.of(reference(), Optional.of(rows), new Tolerance("movement=1")).takeOut());
  }

  @Test
  void ofUnknownBuildingsTheMedianErrorIsTheYearsBias() {
    CommonMove move = of(in2021(_ -> 0.9, "new-"));
    assertEquals(0, move.since());
    assertEquals(0.9, move.median(), 0.01);
    assertEquals(Map.of(), move.types());
    assertTrue(move.text().startsWith("2021: no earlier year"), move::text);
  }

  @Test
  void ofFewRowsNothingIsSaid() {
    ScoredRows rows = in2021(_ -> 0.9, "").where(row -> row.key().building().length() == 2).orElseThrow();
    assertEquals(Map.of(), CommonMoves.of(reference(), Optional.of(rows), TOLERANCE).years());
    assertEquals(Map.of(), CommonMoves.of(reference(), Optional.empty(), TOLERANCE).years());
  }
}
