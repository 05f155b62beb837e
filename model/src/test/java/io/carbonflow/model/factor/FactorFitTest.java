// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.FuelMix;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.OtherFuels;
import io.carbonflow.model.building.Samples;
import io.carbonflow.model.factor.KnownFactors.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Factors from made-up rows, and how little rows move them that are wrong.
class FactorFitTest {
  private static final FuelFactors TRUE = new FuelFactors(2.67e-6, 5.311e-5, 5.32e-5);

  /// Rows whose emissions are energy times factors: a third all-electric, a third with gas, some with steam.
  private static List<MeteredRow> rows(int count) {
    var random = new Random(7);
    return IntStream.range(0, count).mapToObj(i -> {
      double energy = Math.exp(13 + 2 * random.nextDouble());
      double gas = i % 3 == 0 ? 0 : random.nextDouble();
      double steam = i % 10 == 1 ? (1 - gas) * random.nextDouble() : 0;
      return emitting(energy * (1 - gas - steam), energy * gas, energy * steam);
    }).toList();
  }

  private static MeteredRow emitting(double electricity, double gas, double steam) {
    return new MeteredRow(TRUE.electricity() * electricity + TRUE.gas() * gas + TRUE.steam() * steam,
        electricity, gas, steam);
  }

  /// The rows, some of them made into others.
  private static List<MeteredRow> changed(double part, UnaryOperator<MeteredRow> change) {
    var random = new Random(3);
    return rows(600).stream().map(row -> random.nextDouble() < part ? change.apply(row) : row).toList();
  }

  private static KnownFactors fit(List<MeteredRow> rows) {
    return FactorFit.of(rows, FuelFactors.REFERENCE);
  }

  private static void assertTrueFactors(double tolerance, List<MeteredRow> rows) {
    FuelFactors found = fit(rows).factors();
    for (Fuel fuel : Fuel.values()) {
      assertEquals(1, found.of(fuel) / TRUE.of(fuel), tolerance, fuel.word());
    }
  }

  @Test
  void theFactorsThatRowsWereMadeByAreFoundToFiveDigits() {
    KnownFactors found = fit(rows(600));
    assertEquals(TRUE, found.factors());
    assertEquals(new KnownFactors(TRUE, Source.ESTIMATED, 600, found.residual(), 1, List.of()), found);
    assertEquals(0, found.residual(), 1e-12);
    assertTrue(found.fits());
  }

  @Test
  void theOrderOfRowsDecidesNothing() {
    List<MeteredRow> shuffled = new ArrayList<>(rows(600));
    Collections.shuffle(shuffled, new Random(1));
    assertEquals(fit(rows(600)).factors(), fit(shuffled).factors());
  }

  @Test
  void emissionsOfOneDecimalMoveThemByLittle() {
    assertTrueFactors(2e-3, changed(1, row -> new MeteredRow(
        Math.rint(10 * row.tonnes()) / 10, row.electricity(), row.gas(), row.steam())));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.01, 10, 1000, 1e9})
  void aQuarterOfRowsThatEmitManyTimesWhatTheyDidDoNotMoveThem(double times) {
    assertTrueFactors(1e-3, changed(0.25, row -> new MeteredRow(
        times * row.tonnes(), row.electricity(), row.gas(), row.steam())));
  }

  @Test
  void aQuarterOfRowsWithExchangedFuelsDoNotMoveThem() {
    assertTrueFactors(1e-3, changed(0.25, row -> new MeteredRow(
        row.tonnes(), row.gas(), row.electricity(), row.steam())));
    assertTrueFactors(1e-3, changed(0.25, row -> new MeteredRow(
        row.tonnes(), 3.412 * row.electricity(), row.gas(), row.steam())));
  }

  @Test
  void rowsOfWhichNothingFollowsAreLeftOut() {
    List<MeteredRow> rows = new ArrayList<>(rows(600));
    rows.add(new MeteredRow(Double.NaN, 1, 1, 1));
    rows.add(new MeteredRow(5, Double.NaN, 1, 1));
    rows.add(new MeteredRow(5, -1e6, 1, 1));
    rows.add(new MeteredRow(0, 1, 1, 1));
    rows.add(new MeteredRow(5, 0, 0, 0));
    rows.add(new MeteredRow(5, Double.POSITIVE_INFINITY, 0, 0));
    assertEquals(fit(rows(600)), fit(rows));
  }

  @Test
  void aFuelThatTooFewRowsUseKeepsTheOthersFactor() {
    List<MeteredRow> without = rows(600).stream()
        .map(row -> emitting(row.electricity(), row.gas(), 0)).toList();
    KnownFactors found = fit(without);
    assertEquals(TRUE.with(Fuel.STEAM, FuelFactors.REFERENCE.steam()), found.factors());
    assertEquals(List.of(Fuel.STEAM), found.assumed());
    assertTrue(found.fit().endsWith("; too few rows use steam, whose factor is assumed"), found.fit());
    KnownFactors none = FactorFit.of(List.of(), TRUE);
    assertEquals(TRUE, none.factors());
    assertEquals(Fuel.EVERYWHERE, none.assumed());
    assertEquals(0, none.rows());
  }

  /// The factors are those of a study of Chicago's tables.
  @Test
  void aCityMayHaveMoreFuelsThanThree() {
    FuelFactors city = new FuelFactors(2.009e-4, 5.311e-5, 6.64e-5)
        .with(Fuel.CHILLED_WATER, 5.27e-5).with(Fuel.OTHER, 6.6e-5);
    var random = new Random(8);
    List<MeteredRow> rows = IntStream.range(0, 600).mapToObj(i -> {
      double energy = Math.exp(14 + random.nextGaussian());
      double gas = 0.6 * random.nextDouble();
      OtherFuels others = OtherFuels.of(List.of(Fuel.CHILLED_WATER, Fuel.OTHER),
          fuel -> fuel == Fuel.OTHER && i >= 5 ? 0 : i % 9 == 0 ? 0.2 * energy : 0);
      MeteredRow row = new MeteredRow(1, energy * (1 - gas), energy * gas, i % 7 == 0 ? 0.1 * energy : 0, others);
      return new MeteredRow(row.tonnes(city), row.electricity(), row.gas(), row.steam(), others);
    }).toList();
    KnownFactors found = fit(rows);
    for (Fuel fuel : List.of(Fuel.ELECTRICITY, Fuel.GAS, Fuel.STEAM, Fuel.CHILLED_WATER)) {
      assertEquals(1, found.factors().of(fuel) / city.of(fuel), 1e-4, fuel.word());
    }
    assertEquals(List.of(Fuel.OTHER), found.assumed());
    assertEquals(FuelFactors.REFERENCE.gas(), found.factors().of(Fuel.OTHER));
    assertEquals(city.fuels(), found.factors().fuels());
    assertTrue(found.fit().endsWith("; too few rows use other fuel, whose factor is assumed"), found.fit());
  }

  @Test
  void aFactorThatIsGivenIsNotLookedFor() {
    KnownFactors found = FactorFit.of(rows(600), FuelFactors.REFERENCE, Map.of(Fuel.GAS, TRUE.gas(), Fuel.STEAM, 5e-5));
    assertEquals(5e-5, found.factors().steam());
    assertEquals(TRUE.gas(), found.factors().gas());
    assertEquals(Source.ESTIMATED, found.source());
    KnownFactors all = FactorFit.of(rows(600), FuelFactors.REFERENCE,
        Map.of(Fuel.ELECTRICITY, TRUE.electricity(), Fuel.GAS, TRUE.gas(), Fuel.STEAM, TRUE.steam()));
    assertEquals(TRUE, all.factors());
    assertEquals(Source.CITY, all.source());
    assertTrue(all.residual() < 1e-9, all.fit());
  }

  @Test
  void aFuelThatTheFirstYearLacksIsTheNextOnes() {
    List<ModelRow> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(office(2018, i, TRUE, 0));
      rows.add(office(2019, i, TRUE, i % 3 == 0 ? 0.2 : 0));
    }
    YearFactors found = YearFactors.estimated(rows, YearFactors.REFERENCE);
    assertEquals(TRUE, found.of(2018).factors());
    assertEquals(List.of(Fuel.STEAM), found.years().get(2018).assumed());
  }

  @Test
  void noFactorIsNegative() {
    FuelFactors found = fit(rows(600).stream().map(row -> new MeteredRow(
        Math.max(0.01, TRUE.gas() * row.gas() - 1e-6 * row.electricity()), row.electricity(), row.gas(),
        row.steam())).toList()).factors();
    assertTrue(found.electricity() >= 0 && found.electricity() < 1e-7, found.text());
  }

  @Test
  void rowsOfOneMixTellWhatItStandsForAlthoughNotEachFuel() {
    List<MeteredRow> rows = IntStream.range(1, 100).mapToObj(i -> emitting(6e4 * i, 4e4 * i, 0)).toList();
    FuelFactors found = fit(rows).factors();
    assertEquals(1, found.of(new FuelMix(0.6, 0.4, 0)) / TRUE.of(new FuelMix(0.6, 0.4, 0)), 1e-3);
  }

  @Test
  void rowsThatNoFactorsFitAreSaidToBe() {
    var random = new Random(5);
    KnownFactors found = fit(rows(600).stream().map(row -> new MeteredRow(
        100 * Math.exp(random.nextGaussian()), row.electricity(), row.gas(), row.steam())).toList());
    assertTrue(found.residual() > 0.2 && !found.fits(), found.fit());
    assertTrue(found.within() < 0.1, found.fit());
  }

  @Test
  void eachYearOfRowsHasItsOwnAndAFuelThatOneLacksIsTheLastOnes() {
    List<ModelRow> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(office(2018, i, TRUE, i % 3 == 0 ? 0.2 : 0));
      rows.add(office(2019, i, FuelFactors.REFERENCE, 0));
    }
    YearFactors found = YearFactors.estimated(rows, YearFactors.REFERENCE);
    assertEquals(Set.of(2018, 2019), found.years().keySet());
    assertEquals(TRUE, found.of(2018).factors());
    assertEquals(FuelFactors.REFERENCE.with(Fuel.STEAM, TRUE.steam()), found.of(2019).factors());
    assertEquals(List.of(Fuel.STEAM), found.years().get(2019).assumed());
    YearFactors reference = YearFactors.reference(rows);
    assertTrue(reference.areAll(FuelFactors.REFERENCE));
    assertFalse(found.areAll(FuelFactors.REFERENCE));
    assertEquals(40, reference.years().get(2019).rows());
    assertEquals(0, reference.years().get(2019).residual(), 1e-9);
    assertFalse(reference.years().get(2018).fits());
  }

  /// Of site energy that is wrong, as in tables that exchange it: only the fuels count.
  private static ModelRow office(int year, int i, FuelFactors factors, double steam) {
    double energy = 1e6 * (i + 1);
    double gas = i % 2 == 0 ? 0 : 0.3 + 0.01 * i;
    FuelMix mix = new FuelMix(1 - gas - steam, gas, steam);
    return Samples.row(Map.of("OSEBuildingID", Integer.toString(i), "DataYear", Integer.toString(year),
        "SiteEnergyUse(kBtu)", Double.toString(1.07 * energy),
        "Electricity(kBtu)", Double.toString(energy * mix.electricity()),
        "NaturalGas(kBtu)", Double.toString(energy * gas), "SteamUse(kBtu)", Double.toString(energy * steam),
        "TotalGHGEmissions", Double.toString(energy * factors.of(mix))));
  }
}
