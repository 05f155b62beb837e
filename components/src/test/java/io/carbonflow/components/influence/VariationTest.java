// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.CleanCsv;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;
import org.junit.jupiter.api.Test;

class VariationTest {
  private static final List<ModelRow> ROWS =
      CleanCsv.read(Csv.read(SampleFiles.made("clean", "rows.csv")));

  /// The groups of which a feature or a category differs.
  private static List<FeatureGroup> changed(ModelRow before, ModelRow after) {
    return Stream.concat(
        Stream.of(Feature.values())
            .filter(one -> Double.compare(before.feature(one), after.feature(one)) != 0)
            .map(FeatureGroup::of),
        Stream.of(Category.values())
            .filter(one -> !before.category(one).equals(after.category(one)))
            .map(FeatureGroup::of)).distinct().sorted().toList();
  }

  @Test
  void twiceTheAreaIsTwiceEachPartOfIt() {
    ModelRow row = ROWS.getFirst();
    ModelRow large = Variation.area(row, 2 * row.area());
    assertEquals(2 * row.area(), large.area());
    assertEquals(row.feature(Feature.LOG_AREA) + Math.log(2), large.feature(Feature.LOG_AREA), 1e-12);
    assertEquals(2 * Math.expm1(row.feature(Feature.LOG_LARGEST_AREA)),
        Math.expm1(large.feature(Feature.LOG_LARGEST_AREA)), 1e-6);
    assertEquals(row.feature(Feature.LOG_AREA_PER_FLOOR) + Math.log(2),
        large.feature(Feature.LOG_AREA_PER_FLOOR), 1e-12);
    assertEquals(row.feature(Feature.FLOORS), large.feature(Feature.FLOORS));
    assertEquals(row.feature(Feature.PARKING_SHARE), large.feature(Feature.PARKING_SHARE));
  }

  @Test
  void aRowVariedToItsOwnValueIsTheSameRow() {
    for (ModelRow row : ROWS.subList(0, 50)) {
      assertEquals(List.of(), changed(row, Variation.floors(row, row.feature(Feature.FLOORS))).stream()
          .filter(one -> one != FeatureGroup.FLOORS).toList());
      assertEquals(List.of(), changed(row, Variation.age(row, row.feature(Feature.AGE))));
      assertEquals(List.of(), changed(row, Variation.place(row, row)));
    }
  }

  @Test
  void nothingButTheFeatureAndWhatFollowsFromItChanges() {
    ModelRow row = ROWS.getFirst();
    ModelRow other = ROWS.stream()
        .filter(one -> !one.category(Category.NEIGHBORHOOD).equals(row.category(Category.NEIGHBORHOOD)))
        .findFirst().orElseThrow();
    assertEquals(List.of(FeatureGroup.FLOORS), changed(row, Variation.floors(row, 77)));
    assertEquals(List.of(FeatureGroup.AGE), changed(row, Variation.age(row, 333)));
    assertEquals(List.of(FeatureGroup.SCORE), changed(row, Variation.score(row, 3)));
    assertEquals(List.of(FeatureGroup.FUELS), changed(row, Variation.electricity(row, 0.123)));
    assertEquals(List.of(FeatureGroup.LOCATION), changed(row, Variation.place(row, other)));
  }

  @Test
  void sharesOfFuelsAddUpAndTheirFactorFollows() {
    ModelRow varied = Variation.electricity(ROWS.getFirst(), 0.25);
    assertEquals(1, varied.feature(Feature.ELECTRICITY_SHARE) + varied.feature(Feature.GAS_SHARE)
        + varied.feature(Feature.STEAM_SHARE), 1e-12);
    assertEquals(Math.log(0.25 * 6.971e-6 + 0.75 * 5.311e-5), varied.feature(Feature.LOG_FACTOR), 1e-9);
  }

  @Test
  void aBuildingOfOneUseHasNoOther() {
    ModelRow varied = Variation.use(ROWS.getFirst(), "Hotel", City.SEATTLE);
    assertEquals(List.of("Hotel"), varied.uses());
    assertEquals("Hotel", varied.category(Category.LARGEST_USE));
    assertEquals("None", varied.category(Category.SECOND_USE));
    assertEquals(1, varied.feature(Feature.LARGEST_SHARE) + varied.feature(Feature.SECOND_SHARE)
        + varied.feature(Feature.THIRD_SHARE));
    assertNotEquals(Double.NaN, varied.feature(Feature.LOG_LARGEST_AREA));
    assertEquals(Math.log1p(63), varied.feature(Feature.REFERENCE_INTENSITY), 1e-12);
    assertEquals(Math.log1p(52.9), Variation.use(ROWS.getFirst(), "OFFICE", CityJson.bundled("chicago"))
        .feature(Feature.REFERENCE_INTENSITY), 1e-12, "by the name that it has there");
  }
}
