// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.components.evaluate.report.SmallReport;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.RowKey;
import org.junit.jupiter.api.Test;

class InputsByBuildingTest {
  private static final ModelRow ANY = SmallReport.rows("Hotel").rows().getFirst();
  private static final InputsByBuilding INPUTS = InputsByBuilding.of(List.of(
      row("9", 2016, "Hotel", 40.2), row("8", 2016, "Office", Double.NaN), row("9", 2015, "Office", 20)));

  private static ModelRow row(String building, int year, String use, double age) {
    Map<Feature, Double> features = new EnumMap<>(ANY.features());
    features.put(Feature.AGE, age);
    Map<Category, String> categories = new EnumMap<>(ANY.categories());
    categories.put(Category.LARGEST_USE, use);
    return new ModelRow(new RowKey(building, year), true, 100, ANY.siteEnergy(), ANY.area(), features, categories,
        ANY.uses());
  }

  @Test
  void aBuildingCountsOnceInTheOrderOfItsId() {
    assertEquals(2, INPUTS.size());
    assertEquals(List.of(List.of("8"), List.of("9", "9")), INPUTS.buildings().stream()
        .map(rows -> rows.stream().map(row -> row.key().building()).toList()).toList());
  }

  @Test
  void aNumberIsTheMeanOverItsYearsOnTheStepsOfTheModelAndNaNWhereNoneIsKnown() {
    double stepped = Feature.AGE.stepped(40.2);
    assertArrayEquals(new double[] {Double.NaN, (stepped + Feature.AGE.stepped(20)) / 2}, INPUTS.of(Feature.AGE), 1e-12);
  }

  @Test
  void aCategoryIsThatOfItsLastYear() {
    assertEquals(List.of("Office", "Hotel"), INPUTS.of(Category.LARGEST_USE));
  }
}
