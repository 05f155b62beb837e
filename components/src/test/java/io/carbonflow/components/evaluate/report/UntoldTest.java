// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.FeatureSet;
import org.junit.jupiter.api.Test;

class UntoldTest {
  private static final List<ModelRow> ROWS = SmallReport.rows("Hotel", "Office").rows();

  private static List<ModelRow> with(Feature feature, double value) {
    return ROWS.stream().map(row -> row.with(feature, value)).toList();
  }

  @Test
  void isWhatNoRowKnowsOrAllHaveTheSame() {
    assertTrue(Untold.of(FeatureSet.METERED, with(Feature.BUILDINGS, 3)).contains(FeatureGroup.BUILDINGS));
    assertTrue(Untold.of(FeatureSet.METERED, with(Feature.BUILDINGS, Double.NaN)).contains(FeatureGroup.BUILDINGS));
    List<ModelRow> different = IntStream.range(0, ROWS.size())
        .mapToObj(i -> ROWS.get(i).with(Feature.BUILDINGS, i)).toList();
    assertFalse(Untold.of(FeatureSet.METERED, different).contains(FeatureGroup.BUILDINGS));
    assertFalse(Untold.of(FeatureSet.METERED, with(Feature.YEAR, 1)).contains(FeatureGroup.YEAR));
  }

  @Test
  void fuelsAndScoreAreNotAmongAModelWithoutMeters() {
    assertEquals(List.of(), Untold.of(FeatureSet.UNMETERED, ROWS).stream()
        .filter(group -> group == FeatureGroup.FUELS || group == FeatureGroup.SCORE).toList());
  }

  @Test
  void aSentenceSaysIt() {
    assertEquals(Optional.empty(), Untold.sentence(List.of()));
    assertEquals(Optional.of("Its tables tell nothing of floors, so no model knows of it."),
        Untold.sentence(List.of(FeatureGroup.FLOORS)));
  }
}
