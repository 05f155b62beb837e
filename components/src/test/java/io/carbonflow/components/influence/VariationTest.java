package io.carbonflow.components.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.Samples;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.CleanCsv;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.ModelRow;
import org.junit.jupiter.api.Test;

class VariationTest {
  private static final List<ModelRow> ROWS =
      CleanCsv.read(Csv.read(Samples.made("clean", "rows.csv")));

  /// The features of which a measure or a category differs.
  private static List<FeatureGroup> changed(ModelRow before, ModelRow after) {
    return Stream.concat(
        Stream.of(Feature.values())
            .filter(one -> Double.compare(before.measure(one), after.measure(one)) != 0)
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
    assertEquals(row.measure(Feature.LOG_AREA) + Math.log(2), large.measure(Feature.LOG_AREA), 1e-12);
    assertEquals(2 * Math.expm1(row.measure(Feature.LOG_LARGEST_AREA)),
        Math.expm1(large.measure(Feature.LOG_LARGEST_AREA)), 1e-6);
    assertEquals(row.measure(Feature.LOG_AREA_PER_FLOOR) + Math.log(2),
        large.measure(Feature.LOG_AREA_PER_FLOOR), 1e-12);
    assertEquals(row.measure(Feature.FLOORS), large.measure(Feature.FLOORS));
    assertEquals(row.measure(Feature.PARKING_SHARE), large.measure(Feature.PARKING_SHARE));
  }

  @Test
  void aRowVariedToItsOwnValueIsTheSameRow() {
    for (ModelRow row : ROWS.subList(0, 50)) {
      assertEquals(List.of(), changed(row, Variation.floors(row, row.measure(Feature.FLOORS))).stream()
          .filter(one -> one != FeatureGroup.FLOORS).toList());
      assertEquals(List.of(), changed(row, Variation.age(row, row.measure(Feature.AGE))));
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
    assertEquals(1, varied.measure(Feature.ELECTRICITY_SHARE) + varied.measure(Feature.GAS_SHARE)
        + varied.measure(Feature.STEAM_SHARE), 1e-12);
    assertEquals(Math.log(0.25 * 6.971e-6 + 0.75 * 5.311e-5), varied.measure(Feature.LOG_FACTOR), 1e-9);
  }

  @Test
  void aBuildingOfOneUseHasNoOther() {
    ModelRow varied = Variation.use(ROWS.getFirst(), "Hotel");
    assertEquals(List.of("Hotel"), varied.uses());
    assertEquals("Hotel", varied.category(Category.LARGEST_USE));
    assertEquals("None", varied.category(Category.SECOND_USE));
    assertEquals(1, varied.measure(Feature.LARGEST_SHARE) + varied.measure(Feature.SECOND_SHARE)
        + varied.measure(Feature.THIRD_SHARE));
    assertNotEquals(Double.NaN, varied.measure(Feature.LOG_LARGEST_AREA));
  }
}
