// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static io.carbonflow.components.validate.check.MadeTable.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.components.validate.check.MadeTable.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is reported about the buildings of made-up tables over the years.
class OverYearsTest {
  private static final String[] RULES = PairChecks.ALL.stream().map(Check::id).toArray(String[]::new);
  private static final Year Y2015 = new Year(2015, 6.971e-6, 1, 2);
  private static final Year Y2016 = new Year(2016, 6.971e-6, 1.02, 2);
  private static final Year Y2018 = new Year(2018, 2.669e-6, 0.95, 1);
  private static final Year Y2021 = new Year(2021, 4.137e-6, 0.6, 1);
  @TempDir Path folder;

  private static MadeTable table() {
    return MadeTable.of(60, Y2015, Y2016, Y2018, Y2021);
  }

  private static YearSummary year(Validation validation, int year) {
    return validation.years().stream().filter(one -> one.year() == year).findFirst().orElseThrow();
  }

  @Test
  void yearsThatAreOnlyOtherYearsHaveNothing() {
    Validation validation = table().validated(folder);
    assertEquals(List.of(), validation.findings().stream()
        .filter(tally -> !tally.check().id().equals("column-empty")).flatMap(tally -> tally.listed().stream())
        .map(Finding::text).toList());
    assertEquals(List.of(2015, 2016, 2018, 2021), validation.years().stream().map(YearSummary::year).toList());
    assertEquals(List.of(0, 2015, 2016, 2018), validation.years().stream().map(YearSummary::before).toList());
    assertEquals(240, validation.years().stream().mapToLong(YearSummary::used).sum());
  }

  @Test
  void aYearInWhichAllMovedTogetherIsReportedOnceAndTakenOut() {
    Validation validation = table().times(7, 2021, 2.2).times(8, 2021, 3.3).validated(folder);
    Movement moved = year(validation, 2021).energy().orElseThrow();
    assertEquals(2018, moved.from());
    assertEquals(0.6 / 0.95, moved.median(), 0.02);
    assertTrue(moved.lower() < moved.median() && moved.median() < moved.upper());
    // 2.2 times is far off what it was, but not far off what all did; 3.3 times is.
    assertEquals(1, found(validation, RULES).size());
    assertTrue(found(validation, "energy-changed").getFirst().startsWith("2021, building 8, "),
        () -> "" + found(validation, RULES));
    assertEquals(1, year(validation, 2021).changed());
  }

  @Test
  void otherFactorsMoveAllEmissionsAndNoBuilding() {
    Validation validation = table().validated(folder);
    assertEquals(0.95 / 1.02, year(validation, 2018).emissions().orElseThrow().median(), 0.02);
    FittedFactors factors = year(validation, 2018).factors().orElseThrow();
    assertEquals(2.669e-6, factors.factors().electricity(), 1e-8);
    assertEquals(5.311e-5, factors.factors().gas(), 3e-7);
    assertTrue(factors.known().residual() > 0 && factors.beyond() == 0, factors::toString);
  }

  @Test
  void aRowIsComparedWithTheNewestEarlierYearThatKnows() {
    Validation validation = table().without(5, 2018).set(6, 2018, "SiteEnergyUse(kBtu)", _ -> "")
        .set(6, 2018, "Electricity(kBtu)", _ -> "").set(6, 2018, "TotalGHGEmissions", _ -> "")
        .times(5, 2021, 10).times(6, 2021, 10).shuffled(3).validated(folder);
    List<String> found = found(validation, "energy-changed").stream().sorted().toList();
    assertEquals(2, found.size());
    assertTrue(found.stream().allMatch(text -> text.endsWith(" in 2016")), found::toString);
  }

  @Test
  void aFuelThatFallsFromMuchToNothingIsReportedWithWhatElectricityDid() {
    Validation validation = table().set(9, 2018, "NaturalGas(kBtu)", _ -> "0")
        .set(9, 2018, "SiteEnergyUse(kBtu)", energy -> "" + Math.round(0.6 * Double.parseDouble(energy)))
        .set(9, 2018, "TotalGHGEmissions", _ -> "5.6").validated(folder);
    List<String> found = found(validation, "fuel-gone", "emissions-changed", "energy-changed");
    assertTrue(found.getFirst().matches("2018, building 9, line \\d+: NaturalGas\\(kBtu\\) 0 was \\d+ in 2016, 40% of"
        + " the energy; electricity was \\d+ and is \\d+"), found::toString);
    BuildingChange change = year(validation, 2018).changes().getFirst();
    assertEquals(List.of("fuel-gone", "9", "NaturalGas(kBtu)", "0"),
        List.of(change.rule(), change.building(), change.column(), change.after()));
    assertTrue(change.tonnes() < 0);
    assertTrue(found.stream().noneMatch(text -> text.startsWith("2018") && text.contains("TotalGHG")), found::toString);
  }

  @Test
  void aFuelThatIsGoneInAWholeYearIsAColumnThatHoldsSomethingElse() {
    Validation validation = table().set(0, 2018, "NaturalGas(kBtu)", _ -> "0").validated(folder);
    assertTrue(found(validation, "fuel-gone").getFirst().startsWith("2018: 50% of 60 rows: "));
  }

  @Test
  void buildingsThatAreNewGoneOrSilentAreCountedWithExamples() {
    MadeTable table = table().without(1, 2015).without(1, 2016).without(2, 2015).without(3, 2021)
        .without(3, 2018);
    for (int building = 11; building <= 18; building++) {
      table.set(building, 2021, "SiteEnergyUse(kBtu)", _ -> "0").set(building, 2021, "Electricity(kBtu)", _ -> "0")
          .set(building, 2021, "NaturalGas(kBtu)", _ -> "0").set(building, 2021, "TotalGHGEmissions", _ -> "0");
    }
    Validation validation = table.validated(folder);
    assertEquals(new YearSummary.Named(1, List.of("2")), year(validation, 2016).added());
    assertEquals(new YearSummary.Named(1, List.of("1")), year(validation, 2018).added());
    assertEquals(new YearSummary.Named(1, List.of("3")), year(validation, 2018).gone());
    assertEquals(0, year(validation, 2021).gone().count());
    assertEquals(8, year(validation, 2021).silent().count());
    assertEquals(List.of("11", "12", "13", "14", "15"), year(validation, 2021).silent().examples());
    assertEquals(0, year(validation, 2015).added().count(), "the first year has nothing before it");
    assertEquals(List.of(), found(validation, RULES), "none is a finding");
  }

  @Test
  void anotherNameOfAUseIsNoChangeOfAnyBuilding() {
    MadeTable table = table();
    for (int building = 1; building <= 10; building++) {
      for (int year : List.of(2015, 2016, 2018, 2021)) {
        table.set(building, year, "LargestPropertyUseType", _ -> year < 2021 ? "Senior Care Community" : "Senior Living");
      }
    }
    table.set(10, 2021, "LargestPropertyUseType", _ -> "Hotel").set(20, 2021, "LargestPropertyUseType", _ -> "Hotel");
    Validation validation = table.validated(folder);
    assertEquals(List.of("Senior Care Community is called Senior Living (9 buildings)"),
        year(validation, 2021).renamed());
    assertEquals(List.of("10", "20"), validation.findings().stream()
        .filter(tally -> tally.check().id().equals("use-changed")).flatMap(tally -> tally.listed().stream())
        .map(finding -> finding.spot().building()).toList());
  }

  @Test
  void energyWithoutEmissionsIsReportedWithWhatIsLost() {
    Validation validation = table().set(21, 2021, "TotalGHGEmissions", _ -> "0")
        .set(22, 2021, "TotalGHGEmissions", _ -> "").validated(folder);
    assertEquals(2, found(validation, "energy-without-emissions").size());
    YearSummary year = year(validation, 2021);
    assertEquals(2, year.withoutEmissions());
    assertTrue(year.tonnesMissing() > 0);
    assertTrue(validation.isValid());
  }

  @Test
  void aYearWhoseEmissionsFollowFromNoFactorsIsAnErrorWithTheResidual() {
    SplittableRandom random = new SplittableRandom(4);
    Validation validation = table().set(0, 2018, "TotalGHGEmissions",
        tonnes -> "" + Math.rint(10 * Double.parseDouble(tonnes) * random.nextDouble(0.7, 1.4)) / 10).validated(folder);
    List<String> found = found(validation, "factors-unfit");
    assertEquals(1, found.size());
    assertTrue(found.getFirst().matches("2018: TotalGHGEmissions of the median row is [0-9.]+% off what the fuels give"
        + " by the factors that fit best, .* leave the year out"), found::toString);
    assertTrue(year(validation, 2018).factors().orElseThrow().known().residual() > 0.05);
    assertEquals(List.of(), found(validation, "emissions-formula"), "said once");
  }
}
