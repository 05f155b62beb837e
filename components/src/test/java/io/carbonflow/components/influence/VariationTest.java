package io.carbonflow.components.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.carbonflow.base.table.Csv;
import io.carbonflow.components.Samples;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.CleanCsv;
import io.carbonflow.model.building.Measure;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.SourceFeature;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VariationTest {
  private static final List<ModelRow> ROWS =
      CleanCsv.read(Csv.read(Samples.made("clean", "rows.csv")));

  /// The features of which a measure or a category differs.
  private static List<SourceFeature> changed(ModelRow before, ModelRow after) {
    return Stream.concat(
        Stream.of(Measure.values())
            .filter(one -> Double.compare(before.measure(one), after.measure(one)) != 0)
            .map(SourceFeature::of),
        Stream.of(Category.values())
            .filter(one -> !before.category(one).equals(after.category(one)))
            .map(SourceFeature::of)).distinct().sorted().toList();
  }

  @Test
  void twiceTheAreaIsTwiceEachPartOfIt() {
    ModelRow row = ROWS.getFirst();
    ModelRow large = Variation.area(row, 2 * row.area());
    assertEquals(2 * row.area(), large.area());
    assertEquals(row.measure(Measure.LOG_AREA) + Math.log(2), large.measure(Measure.LOG_AREA), 1e-12);
    assertEquals(2 * Math.expm1(row.measure(Measure.LOG_LARGEST_AREA)),
        Math.expm1(large.measure(Measure.LOG_LARGEST_AREA)), 1e-6);
    assertEquals(row.measure(Measure.LOG_AREA_PER_FLOOR) + Math.log(2),
        large.measure(Measure.LOG_AREA_PER_FLOOR), 1e-12);
    assertEquals(row.measure(Measure.FLOORS), large.measure(Measure.FLOORS));
    assertEquals(row.measure(Measure.PARKING_SHARE), large.measure(Measure.PARKING_SHARE));
  }

  @Test
  void aRowVariedToItsOwnValueIsTheSameRow() {
    for (ModelRow row : ROWS.subList(0, 50)) {
      assertEquals(List.of(), changed(row, Variation.floors(row, row.measure(Measure.FLOORS))).stream()
          .filter(one -> one != SourceFeature.FLOORS).toList());
      assertEquals(List.of(), changed(row, Variation.age(row, row.measure(Measure.AGE))));
      assertEquals(List.of(), changed(row, Variation.place(row, row)));
    }
  }

  @Test
  void nothingButTheFeatureAndWhatFollowsFromItChanges() {
    ModelRow row = ROWS.getFirst();
    ModelRow other = ROWS.stream()
        .filter(one -> !one.category(Category.NEIGHBORHOOD).equals(row.category(Category.NEIGHBORHOOD)))
        .findFirst().orElseThrow();
    assertEquals(List.of(SourceFeature.FLOORS), changed(row, Variation.floors(row, 77)));
    assertEquals(List.of(SourceFeature.AGE), changed(row, Variation.age(row, 333)));
    assertEquals(List.of(SourceFeature.SCORE), changed(row, Variation.score(row, 3)));
    assertEquals(List.of(SourceFeature.FUELS), changed(row, Variation.electricity(row, 0.123)));
    assertEquals(List.of(SourceFeature.LOCATION), changed(row, Variation.place(row, other)));
  }

  @Test
  void sharesOfFuelsAddUpAndTheirFactorFollows() {
    ModelRow varied = Variation.electricity(ROWS.getFirst(), 0.25);
    assertEquals(1, varied.measure(Measure.ELECTRICITY_SHARE) + varied.measure(Measure.GAS_SHARE)
        + varied.measure(Measure.STEAM_SHARE), 1e-12);
    assertEquals(Math.log(0.25 * 6.971e-6 + 0.75 * 5.311e-5), varied.measure(Measure.LOG_FACTOR), 1e-9);
  }

  @Test
  void aBuildingOfOneUseHasNoOther() {
    ModelRow varied = Variation.use(ROWS.getFirst(), "Hotel");
    assertEquals(List.of("Hotel"), varied.uses());
    assertEquals("Hotel", varied.category(Category.LARGEST_USE));
    assertEquals("None", varied.category(Category.SECOND_USE));
    assertEquals(1, varied.measure(Measure.LARGEST_SHARE) + varied.measure(Measure.SECOND_SHARE)
        + varied.measure(Measure.THIRD_SHARE));
    assertNotEquals(Double.NaN, varied.measure(Measure.LOG_LARGEST_AREA));
  }
}
