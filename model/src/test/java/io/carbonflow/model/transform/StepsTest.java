// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.file.SharedFolder;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Samples;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import org.junit.jupiter.api.Test;

/// No column of a matrix tells more than its steps, and so neither what a table rounded away.
class StepsTest {
  private static final Set<Feature> FUELS =
      EnumSet.of(Feature.ELECTRICITY_SHARE, Feature.GAS_SHARE, Feature.STEAM_SHARE);

  private static Transformer fit(List<ModelRow> rows) {
    return Transformer.fit(FeatureSet.METERED, rows, Place.of("clean.csv"));
  }

  /// The step of a column; 0 for none.
  private static double step(Encoding encoding) {
    return switch (encoding) {
      case Encoding.Value(Feature feature) -> feature.step();
      case Encoding.Level _, Encoding.HasUse _ -> 1;
      case Encoding.UseShare _, Encoding.OtherShare _ -> Feature.LARGEST_SHARE.step();
    };
  }

  private static void assertOnSteps(List<ModelRow> rows) {
    Transformer transformer = fit(rows);
    for (ModelRow row : rows) {
      var filled = new Encoding.Filled(row, transformer.fills(), transformer.form());
      for (Standardized column : transformer.columns()) {
        double step = step(column.encoding());
        double value = column.encoding().of(filled);
        String what = row.key() + " " + column.encoding().name() + " " + value;
        assertTrue(step == 0 || value == Math.rint(value / step) / Math.rint(1 / step), what);
        assertTrue(!(column.encoding() instanceof Encoding.Value(Feature feature)
            && FUELS.contains(feature)) || value >= 0 && value <= 1, what);
      }
    }
  }

  private static double[] features(Transformer transformer, ModelRow row) {
    return transformer.apply(List.of(row)).values()[0];
  }

  private static boolean isAllElectric(ModelRow row) {
    return Math.abs(row.feature(Feature.ELECTRICITY_SHARE) - 1) < 1e-4
        && row.feature(Feature.GAS_SHARE) == 0 && row.feature(Feature.STEAM_SHARE) == 0;
  }

  /// A row with more electricity, and as much energy as before.
  private static ModelRow withElectricity(ModelRow row, double factor) {
    Map<Feature, Double> features = new EnumMap<>(row.features());
    features.compute(Feature.ELECTRICITY_SHARE, (_, share) -> share * factor);
    ModelRow changed = new ModelRow(row.key(), row.inTrain(), row.tonnes(), row.siteEnergy(), row.area(),
        features, row.categories(), row.uses());
    features.put(Feature.LOG_FACTOR, Math.log(changed.emissionFactor()));
    return new ModelRow(row.key(), row.inTrain(), row.tonnes(), row.siteEnergy(), row.area(), features,
        row.categories(), row.uses());
  }

  /// What 2015 has more electricity than energy, by the factors of kWh that the table uses.
  private static void assertNoiseTellsNothing(List<ModelRow> rows) {
    Transformer transformer = fit(rows);
    assertTrue(rows.stream().filter(StepsTest::isAllElectric).count() > 20);
    for (ModelRow row : rows) {
      ModelRow more = withElectricity(row, 1.00004);
      double offset = transformer.apply(List.of(more)).offset()[0] - transformer.apply(List.of(row)).offset()[0];
      assertTrue(offset < Math.log(1.00004) + 1e-12, row.key()::toString);
      if (isAllElectric(row)) {
        assertArrayEquals(features(transformer, row), features(transformer, more), row.key()::toString);
        assertTrue(offset > 0);
      } else {
        for (Feature fuel : FUELS) {
          double moved = fuel.stepped(more.feature(fuel)) - fuel.stepped(row.feature(fuel));
          assertTrue(Math.abs(moved) < fuel.step() + 1e-12, row.key()::toString);
        }
      }
    }
  }

  @Test
  void everyColumnOfTheSamplesHasOnlyValuesOfItsSteps() {
    assertOnSteps(Samples.clean());
  }

  @Test
  void everyColumnOfTheRealTablesHasOnlyValuesOfItsSteps() {
    assertOnSteps(Samples.real(SharedFolder.part("data")));
  }

  @Test
  void moreElectricityThanEnergyByRoundingChangesNoFeatureOfTheSamples() {
    assertNoiseTellsNothing(Samples.clean());
  }

  @Test
  void moreElectricityThanEnergyByRoundingChangesNoFeatureOfTheRealTables() {
    assertNoiseTellsNothing(Samples.real(SharedFolder.part("data")));
  }

  /// All 2015 and 2016 have of a building that uses electricity alone: one share, and one factor.
  @Test
  void allElectricBuildingsOfBothRealYearsAreAlike() {
    List<ModelRow> rows = Samples.real(SharedFolder.part("data"));
    assertTrue(rows.stream().filter(StepsTest::isAllElectric)
        .map(row -> row.feature(Feature.ELECTRICITY_SHARE)).distinct().count() > 300);
    assertEquals(1, rows.stream().filter(StepsTest::isAllElectric)
        .map(ModelRow::stepped)
        .map(row -> List.of(row.feature(Feature.ELECTRICITY_SHARE), row.feature(Feature.LOG_FACTOR)))
        .distinct().count());
  }

  @Test
  void labelAndOffsetStayExact() {
    List<ModelRow> rows = Samples.clean();
    Matrix matrix = fit(rows).apply(rows);
    for (int i = 0; i < rows.size(); i++) {
      ModelRow row = rows.get(i);
      assertEquals(Math.log(row.siteEnergy() / row.area()), matrix.label()[i]);
      assertEquals(Math.log(row.area() * row.emissionFactor()), matrix.offset()[i]);
    }
  }

  @Test
  void theFactorIsThatOfTheSteppedSharesAndAtLeastTheLeast() {
    ModelRow row = Samples.row(Map.of("Electricity(kBtu)", "5000123", "SiteEnergyUse(kBtu)", "8000123"));
    assertEquals(Math.log(6.971e-6 * 0.625 + 5.311e-5 * 0.25 + 7.7187e-5 * 0.125),
        row.stepped().feature(Feature.LOG_FACTOR), 1e-12);
    ModelRow sentBack = Samples.row(Map.of(
        "Electricity(kBtu)", "-5000", "NaturalGas(kBtu)", "0", "SteamUse(kBtu)", "0"));
    assertEquals(0, sentBack.stepped().feature(Feature.ELECTRICITY_SHARE));
    assertEquals(Math.log(1e-6), sentBack.stepped().feature(Feature.LOG_FACTOR));
  }

  @Test
  void takenTwiceStepsAreTheSame() {
    for (ModelRow row : Samples.clean()) {
      assertEquals(row.stepped(), row.stepped().stepped());
    }
  }

  /// A fill that is the middle of two values, or follows from two fills, is on a step as well.
  @Test
  void whatStandsInForTheUnknownIsOnAStep() {
    List<ModelRow> rows = Stream.of("47.611", "47.612").map(latitude -> Samples.row(Map.of(
        "in_train", "True", "Latitude", latitude, "OSEBuildingID", latitude.replace(".", "")))).toList();
    Transformer transformer = fit(rows);
    var filled = new Encoding.Filled(Samples.row(Map.of("Latitude", "", "NumberofFloors", "")),
        transformer.fills(), transformer.form());
    assertEquals(47.612, filled.feature(Feature.LATITUDE));
    assertEquals(9.21, filled.feature(Feature.LOG_AREA_PER_FLOOR));
  }

  @Test
  void featuresWithoutAStepAreWholeNumbersOrFollowFromThem() {
    assertEquals(EnumSet.of(Feature.FLOORS, Feature.BUILDINGS, Feature.AGE, Feature.AGE_SQUARED, Feature.YEAR,
            Feature.USE_TYPES, Feature.SCORE, Feature.SCORE_MISSING, Feature.SCORE_LOGIT, Feature.LOG_FACTOR),
        Arrays.stream(Feature.values()).filter(feature -> feature.step() == 0)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Feature.class))));
  }
}
