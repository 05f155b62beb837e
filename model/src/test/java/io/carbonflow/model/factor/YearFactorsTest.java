// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.model.building.EmissionFactor;
import io.carbonflow.model.building.Energy;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.FuelMix;
import io.carbonflow.model.factor.KnownFactors.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Factors, and which ones a year has.
class YearFactorsTest {
  private static final FuelFactors CLEAN = new FuelFactors(2.67e-6, 5.311e-5, 5.32e-5);
  private static final FuelMix ELECTRIC = new FuelMix(1, 0, 0);
  private static final FuelMix HALF = new FuelMix(0.5, 0.5, 0);
  private static final YearFactors KNOWN = new YearFactors(new TreeMap<>(Map.of(
      2016, new KnownFactors(FuelFactors.REFERENCE, Source.ESTIMATED, 100, 1e-4, 1, List.of()),
      2018, new KnownFactors(CLEAN, Source.ESTIMATED, 100, 1e-4, 1, List.of()))));

  /// To the last bit: what features are made of and what leads to tonnes must be the same number there.
  @Test
  void whereEachFuelCountsTheSameTheMixDoesNotMatter() {
    FuelFactors same = new FuelFactors(1e-3, 1e-3, 1e-3);
    assertEquals(1e-3, same.of(HALF));
    assertEquals(1e-3, same.of(new FuelMix(0.1, 0, 0)), "fuels that do not add up to the energy");
    assertTrue(Double.isNaN(same.of(new FuelMix(1, Double.NaN, 0))));
  }

  @Test
  void theReferencesAreTheConstantsOfFeatures() {
    var random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      FuelMix mix = new FuelMix(random.nextDouble(-0.1, 1.1), random.nextDouble(), random.nextDouble());
      assertEquals(EmissionFactor.of(mix.electricity(), mix.gas(), mix.steam()), FuelFactors.REFERENCE.of(mix));
    }
    for (FuelMix odd : List.of(new FuelMix(0, 0, 0), new FuelMix(-1, 0, 0), new FuelMix(0.01, -0.1, 0))) {
      assertEquals(EmissionFactor.LEAST, FuelFactors.REFERENCE.of(odd));
    }
    assertTrue(Double.isNaN(FuelFactors.REFERENCE.of(new FuelMix(1, Double.NaN, 0))));
    Energy energy = new Energy(100, 60, 40, 0);
    assertEquals(energy.factor(), FuelFactors.REFERENCE.of(energy));
  }

  @Test
  void anElectricityOfNextToNothingIsNotTakenForMore() {
    assertEquals(1e-7, new FuelFactors(1e-7, 5e-5, 8e-5).of(ELECTRIC));
    assertTrue(new FuelFactors(0, 5e-5, 8e-5).of(ELECTRIC) > 0);
    assertTrue(new FuelFactors(0, 5e-5, 8e-5).of(ELECTRIC) < 1e-8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-9, 0.011, 21, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNotAFactorIsRefused(double factor) {
    assertThrows(IllegalArgumentException.class, () -> new FuelFactors(factor, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> CLEAN.with(Fuel.STEAM, factor));
  }

  @Test
  void factorsAreReadAsPeopleWriteThem() {
    assertEquals("electricity 2.670e-6, gas 5.311e-5, steam 5.320e-5", CLEAN.text());
    assertEquals("0", FuelFactors.text(0));
    assertEquals("1.000e-10", FuelFactors.text(1e-10));
  }

  @Test
  void aYearHasItsOwnOrThoseOfTheLastKnownBeforeItElseTheFirst() {
    assertEquals(new YearFactors.Found(CLEAN, 2018, true), KNOWN.of(2018));
    assertEquals(new YearFactors.Found(FuelFactors.REFERENCE, 2016, false), KNOWN.of(2017));
    assertEquals(new YearFactors.Found(CLEAN, 2018, false), KNOWN.of(2030));
    assertEquals(new YearFactors.Found(FuelFactors.REFERENCE, 2016, false), KNOWN.of(2014));
    assertTrue(KNOWN.knows(2016) && !KNOWN.knows(2017));
    assertEquals(new YearFactors.Found(FuelFactors.REFERENCE, 2016, false), YearFactors.REFERENCE.of(2021));
    assertTrue(YearFactors.REFERENCE.areAll(FuelFactors.REFERENCE));
  }

  @Test
  void givenOnesTakeThePlaceOfAYearsAndLeaveTheOthers() {
    YearFactors given = KNOWN.given(2016, CLEAN).given(2019, CLEAN);
    assertEquals(CLEAN, given.of(2016).factors());
    assertEquals(Source.GIVEN, given.years().get(2019).source());
    assertEquals(KNOWN.years().get(2018), given.years().get(2018));
    assertEquals(Set.of(2015, 2016, 2018), YearFactors.REFERENCE.given(KNOWN).years().keySet());
  }

  @Test
  void whatAYearsEmissionsAreInAnotherFollowsFromTheFuels() {
    assertEquals(2.67e-6 / 6.971e-6, KNOWN.ratio(ELECTRIC, 2016, 2018), 1e-12);
    assertEquals(1 / KNOWN.ratio(HALF, 2016, 2018), KNOWN.ratio(HALF, 2018, 2016), 1e-12);
    assertEquals(1, KNOWN.ratio(HALF, 2018, 2018));
    assertEquals(1, KNOWN.ratio(ELECTRIC, 2018, 2019), "nobody knows those of 2019");
    assertEquals(1, KNOWN.ratio(ELECTRIC, 2017, 2018));
  }

  @Test
  void onlyGivenFactorsAboveAllThatWereLearnedRaiseWhatMayBePredicted() {
    assertEquals(1, KNOWN.rise(ELECTRIC, 2018));
    assertEquals(1, KNOWN.rise(ELECTRIC, 2025));
    assertEquals(1, KNOWN.given(2019, CLEAN).rise(ELECTRIC, 2019));
    YearFactors dirty = KNOWN.given(2019, new FuelFactors(2e-4, 5.311e-5, 5.32e-5));
    assertEquals(2e-4 / 6.971e-6, dirty.rise(ELECTRIC, 2019), 1e-9);
    assertEquals(1, dirty.rise(ELECTRIC, 2018));
  }

  @Test
  void factorsOfNoYearOrOfWhatIsNoneAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new YearFactors(new TreeMap<>()));
    assertThrows(IllegalArgumentException.class, () -> KNOWN.given(-1, CLEAN));
    assertThrows(IllegalArgumentException.class, () -> KNOWN.given(12345, CLEAN));
    assertThrows(IllegalArgumentException.class,
        () -> new KnownFactors(CLEAN, Source.ESTIMATED, 1, Double.NaN, 0, List.of()));
    assertFalse(new KnownFactors(CLEAN, Source.ESTIMATED, 9, 0.02, 0, List.of()).fits());
    assertEquals("compared with no row", YearFactors.REFERENCE.years().get(2015).fit());
  }
}
