// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildingTest {
  private static String category(Category category, String column, String value) {
    return category.of(Samples.office(Map.of(column, value)));
  }

  @ParameterizedTest
  @CsvSource({"Ballard,BALLARD", "DELRIDGE NEIGHBORHOODS,DELRIDGE", "' North ',NORTH", "NULL,''"})
  void writesNeighborhoodsInOneWay(String raw, String neighborhood) {
    assertEquals(neighborhood, category(Category.NEIGHBORHOOD, "Neighborhood", raw));
  }

  @ParameterizedTest
  @CsvSource({
      "GREATER DUWAMISH,low", "southeast,low", "NORTHEAST,med-high",
      "MAGNOLIA / QUEEN ANNE,med-high", "SOUTHWEST,med-high", "Lake Union,med-high",
      "DOWNTOWN,high", "EAST,high", "BALLARD,med-low", "'',med-low"})
  void putsNeighborhoodsInTheOriginalsClasses(String neighborhood, String neighborhoodClass) {
    assertEquals(neighborhoodClass,
        category(Category.NEIGHBORHOOD_CLASS, "Neighborhood", neighborhood));
  }

  @ParameterizedTest
  @CsvSource({
      "Non-Refrigerated Warehouse,Warehouse", "College/University,University",
      "Residence Hall/Dormitory,Residence Hall",
      "Supermarket/Grocery Store,Supermarket / Grocery Store", "Hotel,Hotel"})
  void callsPrimaryTypesByTheirNamesOf2016(String raw, String type) {
    assertEquals(type, category(Category.PRIMARY_TYPE, "PrimaryPropertyType", raw));
  }

  @Test
  void callsAMissingSecondAndThirdUseNone() {
    assertEquals("None", category(Category.SECOND_USE, "SecondLargestPropertyUseType", ""));
    assertEquals("None", category(Category.THIRD_USE, "ThirdLargestPropertyUseType", "NULL"));
  }

  @Test
  void takesTheThreeLargestUsesWhereTheListIsMissing() {
    assertEquals(List.of("Office", "Parking", "Data Center"),
        Samples.office(Map.of("ListOfAllPropertyUseTypes", "")).uses());
  }

  @Test
  void holdsTheAreaToAThousandSquareFeet() {
    Map<String, String> small = Map.of("LargestPropertyUseTypeGFA", "200",
        "SecondLargestPropertyUseTypeGFA", "", "ThirdLargestPropertyUseTypeGFA", "");
    assertEquals(1000, Samples.office(small).area());
    assertEquals(120_000, Samples.office(Map.of()).area());
  }

  @Test
  void knowsTheEnergyOfItsFuels() {
    Energy energy = Samples.office(Map.of()).energy();
    assertTrue(energy.fuelsAreKnown());
    assertEquals(0.625, energy.share(energy.electricity()));
    assertTrue(Double.isNaN(new Energy(0, 1, 1, 1).share(1)));
  }

  @Test
  void givesAnEmissionFactorByTheCitysIdentity() {
    ModelRow row = Samples.row(Map.of());
    assertEquals(218.26, row.siteEnergy() * row.emissionFactor(), 0.01);
  }

  @Test
  void isInTrainingOnlyWhereASplitSaysSo() {
    assertTrue(Samples.office(Map.of("in_train", "True")).inTrain());
    assertTrue(!Samples.office(Map.of()).inTrain());
  }

  @Test
  void makesARowOnlyIfItIsComplete() {
    ModelRow row = Samples.row(Map.of());
    assertThrows(IllegalArgumentException.class, () -> new ModelRow(row.key(), true, 1, 1, 0,
        row.features(), row.categories(), row.uses()));
    assertThrows(IllegalArgumentException.class, () -> new ModelRow(row.key(), true, 1, 1, 1,
        new EnumMap<>(Feature.class), row.categories(), row.uses()));
  }
}
