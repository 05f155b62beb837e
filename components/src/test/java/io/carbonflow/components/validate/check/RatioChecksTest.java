// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.table.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Made-up tables of offices that use electricity alone, of which some have the leak by rounding.
class RatioChecksTest {
  private static final List<String> COLUMNS = List.of("OSEBuildingID", "DataYear", "BuildingType",
      "LargestPropertyUseType", "LargestPropertyUseTypeGFA", "PropertyGFATotal", "PropertyGFABuilding(s)",
      "SiteEnergyUse(kBtu)", "Electricity(kBtu)", "NaturalGas(kBtu)", "SteamUse(kBtu)", "TotalGHGEmissions");
  @TempDir Path folder;

  /// A year's energy of an office in kWh, from 10,000 to ten million.
  private static long kwh(int office) {
    return Math.round(1e4 * Math.pow(1000, new SplittableRandom(office).nextDouble()));
  }

  /// What is found in a table of so many offices.
  ///
  /// @param site the site energy of an office by its kWh
  /// @param electricity its electricity
  private List<String> found(int offices, LongToDoubleFunction site, LongToDoubleFunction electricity) {
    Path table = folder.resolve("table.csv");
    Csv.write(table, COLUMNS, IntStream.rangeClosed(1, offices).mapToObj(office -> {
      double energy = electricity.applyAsDouble(kwh(office));
      return List.of("" + office, "2016", "NonResidential", "Office", "" + (20_000 + 7 * office),
          "" + (20_000 + 7 * office), "" + (20_000 + 7 * office), "" + site.applyAsDouble(kwh(office)),
          "" + energy, "0", "0", "" + Math.rint(100 * energy * 6.971e-6) / 100);
    }).toList());
    return Validation.of(table).findings().stream()
        .filter(tally -> Set.of("rounding-tells-target", "no-share").contains(tally.check().id()))
        .flatMap(tally -> tally.listed().stream()).map(Finding::text).toList();
  }

  @Test
  void twoRoundingsOfOneNumberTellHowLargeItIs() {
    List<String> found =
        found(200, kwh -> Math.rint(kwh * 3.412), kwh -> Math.rint(kwh * 3.412142));
    assertEquals(1, found.size());
    assertTrue(found.getFirst().matches("2016: Elec_ratio -0\\.\\d+ is the rank correlation of the distance"
        + " from 1\\.00004\\d* with the (energy|emissions), in 200 rows; models take features on steps and do"
        + " not see it"), found::toString);
  }

  @Test
  void oneRoundingTellsNothing() {
    assertEquals(List.of(), found(200, kwh -> Math.rint(kwh * 3.412), kwh -> Math.rint(kwh * 3.412)));
  }

  @Test
  void noiseThatIsAPartOfTheEnergyTellsNothing() {
    assertEquals(List.of(), found(200, kwh -> kwh * 3.412,
        kwh -> kwh * 3.412 * (1 + 1e-4 * new Random(kwh).nextGaussian())));
  }

  @Test
  void ofFewRowsNothingIsSaid() {
    assertEquals(List.of(), found(60, kwh -> Math.rint(kwh * 3.412), kwh -> Math.rint(kwh * 3.412142)));
  }

  @Test
  void aPartThatIsMoreThanTheWholeIsNone() {
    List<String> found = found(3, kwh -> kwh, kwh -> kwh * 3.0);
    assertEquals(3, found.size());
    assertTrue(found.getFirst().endsWith("is 300% of the site energy"), found::toString);
    assertEquals(List.of(), found(3, kwh -> kwh * 3.0, kwh -> kwh * 3.02));
  }
}
