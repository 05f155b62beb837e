// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.model.feature.FeatureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The formulas, on an office of 120,000 ft²: 90,000 of offices, 20,000 of parking, 10,000 of a
/// data center.
class FeatureTest {
  private static final double PRECISION = 1e-12;

  private static double of(Feature feature, Map<String, String> changes) {
    return feature.of(Samples.office(changes));
  }

  @ParameterizedTest
  @CsvSource({
      "LOG_AREA,11.695247021764184", "LOG_TOTAL_AREA,11.695247021764184",
      "LOG_BUILDING_AREA,11.512925464970229", "LOG_PARKING_AREA,9.903537551286168",
      "LOG_LARGEST_AREA,11.407576060361714", "LOG_SECOND_AREA,9.903537551286168",
      "LOG_THIRD_AREA,9.210440366976517", "LOG_AREA_PER_FLOOR,9.210340371976184",
      "PARKING_SHARE,0.16666666666666666", "LOG_NON_PARKING_AREA,11.512925464970229",
      "FLOORS,10", "BUILDINGS,1", "AGE,50", "AGE_SQUARED,0.25", "YEAR,1", "USE_TYPES,3",
      "LARGEST_SHARE,0.75", "SECOND_SHARE,0.16666666666666666",
      "THIRD_SHARE,0.08333333333333333", "REFERENCE_INTENSITY,3.9735883610863008", "LATITUDE,47.6", "LONGITUDE,-122.3",
      "SCORE,60", "SCORE_MISSING,0", "SCORE_LOGIT,0.38077249551779285",
      "ELECTRICITY_SHARE,0.625", "GAS_SHARE,0.25", "STEAM_SHARE,0.125",
      "LOG_FACTOR,-10.50925592361803"})
  void areComputedFromOneRow(Feature feature, double value) {
    assertEquals(value, of(feature, Map.of()), PRECISION);
  }

  @ParameterizedTest
  @CsvSource({
      "LOG_TOTAL_AREA,PropertyGFATotal", "LOG_BUILDING_AREA,PropertyGFABuilding(s)",
      "LOG_PARKING_AREA,PropertyGFAParking", "FLOORS,NumberofFloors",
      "LOG_AREA_PER_FLOOR,NumberofFloors", "AGE,YearBuilt", "LATITUDE,Latitude",
      "LONGITUDE,Longitude", "SCORE,ENERGYSTARScore", "SCORE_LOGIT,ENERGYSTARScore",
      "GAS_SHARE,NaturalGas(kBtu)", "LOG_FACTOR,SteamUse(kBtu)"})
  void areNotKnownWhereTheirColumnIsNot(Feature feature, String column) {
    assertTrue(Double.isNaN(of(feature, Map.of(column, "NULL"))));
  }

  @Test
  void takeNoFloorsAsNotKnown() {
    assertTrue(Double.isNaN(of(Feature.FLOORS, Map.of("NumberofFloors", "0"))));
  }

  @Test
  void holdFloorsAndBuildingsToWhatCanBe() {
    assertEquals(80, of(Feature.FLOORS, Map.of("NumberofFloors", "99")));
    assertEquals(1, of(Feature.BUILDINGS, Map.of("NumberofBuildings", "0")));
    assertEquals(1, of(Feature.BUILDINGS, Map.of("NumberofBuildings", "")));
  }

  @Test
  void holdAreasToAThousandSquareFeetUnderALogarithm() {
    double least = Math.log(1000);
    assertEquals(least, of(Feature.LOG_BUILDING_AREA, Map.of("PropertyGFABuilding(s)", "-50")));
    assertEquals(least, of(Feature.LOG_TOTAL_AREA, Map.of("PropertyGFATotal", "0")));
    assertEquals(0, of(Feature.LOG_PARKING_AREA, Map.of("PropertyGFAParking", "-2")));
  }

  @Test
  void keepMissingAndWorstScoreApart() {
    assertEquals(1, of(Feature.SCORE_MISSING, Map.of("ENERGYSTARScore", "")));
    assertEquals(0, of(Feature.SCORE_MISSING, Map.of("ENERGYSTARScore", "1")));
    assertEquals(Math.log(0.01), of(Feature.SCORE_LOGIT, Map.of("ENERGYSTARScore", "1")));
    assertEquals(1, of(Feature.SCORE_MISSING, Map.of("ENERGYSTARScore", "101")));
  }

  @Test
  void floorTheFactorWhereItHasNoLogarithm() {
    double least = Math.log(EmissionFactor.LEAST);
    Map<String, String> sentBack = Map.of(
        "Electricity(kBtu)", "-5000", "NaturalGas(kBtu)", "0", "SteamUse(kBtu)", "0");
    assertEquals(least, of(Feature.LOG_FACTOR, sentBack));
  }

  @Test
  void areNeverInfinite() {
    Map<String, String> huge = Map.of("LargestPropertyUseTypeGFA", "1e308",
        "SecondLargestPropertyUseTypeGFA", "1e308", "SiteEnergyUse(kBtu)", "1e-320");
    for (Feature feature : Feature.values()) {
      assertFalse(Double.isInfinite(of(feature, huge)), feature.column());
    }
  }

  @Test
  void ofFuelsThatTheCityHasNotAreNotKnown() {
    Building building = Samples.office(Map.of());
    for (Fuel fuel : List.of(Fuel.HOT_WATER, Fuel.CHILLED_WATER, Fuel.OIL, Fuel.OTHER)) {
      assertTrue(Double.isNaN(fuel.share().of(building)), fuel.word());
    }
  }

  @Test
  void ofUnmeteredBuildingsNeedNeitherFuelsNorScore() {
    List<Feature> unmetered = Feature.of(FeatureSet.UNMETERED);
    assertEquals(22, unmetered.size());
    assertEquals(33, Feature.of(FeatureSet.METERED).size());
    Building metered = Samples.office(Map.of());
    Building other = Samples.office(Map.of("SiteEnergyUse(kBtu)", "", "Electricity(kBtu)", "",
        "NaturalGas(kBtu)", "", "SteamUse(kBtu)", "", "ENERGYSTARScore", "",
        "TotalGHGEmissions", ""));
    for (Feature feature : unmetered) {
      assertEquals(feature.of(metered), feature.of(other), feature.column());
    }
  }

  @Test
  void neverLookAtTheTarget() {
    Building other = Samples.office(Map.of("TotalGHGEmissions", "9999"));
    for (Feature feature : Feature.values()) {
      assertEquals(of(feature, Map.of()), feature.of(other), feature.column());
    }
  }

  @ParameterizedTest
  @CsvSource({
      "ELECTRICITY_SHARE,1.0000416,1", "ELECTRICITY_SHARE,0.41249,0.412", "GAS_SHARE,-0.02,0",
      "STEAM_SHARE,0.0004,0", "LOG_AREA,11.695247,11.7", "LOG_AREA,11.694,11.69", "LARGEST_SHARE,0.3333,0.33",
      "REFERENCE_INTENSITY,3.86,3.75", "REFERENCE_INTENSITY,3.9,4", "LATITUDE,47.60123,47.601",
      "LONGITUDE,-122.30149,-122.301", "FLOORS,10.3,10.3", "SCORE_LOGIT,0.38077,0.38077"})
  void areTakenByModelsOnTheirSteps(Feature feature, double value, double stepped) {
    assertEquals(stepped, feature.stepped(value));
    assertTrue(Double.isNaN(feature.stepped(Double.NaN)));
  }

  @Test
  void haveColumnsOfTheirOwn() {
    Set<String> columns = new HashSet<>(CleanCsv.columns());
    assertEquals(CleanCsv.columns().size(), columns.size());
    assertTrue(Arrays.stream(Feature.values())
        .noneMatch(m -> m.unit().isEmpty() || m.description().isEmpty()));
  }
}
