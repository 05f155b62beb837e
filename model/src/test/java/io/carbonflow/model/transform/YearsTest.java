// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.FuelMix;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Samples;
import io.carbonflow.model.factor.KnownFactors;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Labels and offsets of years with factors of their own, and the year that a model takes.
class YearsTest {
  private static final List<ModelRow> ROWS = Samples.clean();
  private static final FuelFactors CLEAN = new FuelFactors(2.67e-6, 5.311e-5, 5.32e-5);
  private static final YearFactors GIVEN = YearFactors.REFERENCE.given(2018, CLEAN);

  private static Transformer fit(FeatureSet features, YearFactors factors) {
    return Transformer.fit(features, ROWS, Place.of("clean.csv"), training -> factors);
  }

  private static ModelRow office(int year, double gas) {
    return Samples.row(Map.of("DataYear", Integer.toString(year), "SteamUse(kBtu)", "0",
        "NaturalGas(kBtu)", Double.toString(8e6 * gas), "Electricity(kBtu)", Double.toString(8e6 * (1 - gas))));
  }

  private static void assertSameBits(double[] expected, double[] found) {
    assertArrayEquals(Arrays.stream(expected).mapToLong(Double::doubleToRawLongBits).toArray(),
        Arrays.stream(found).mapToLong(Double::doubleToRawLongBits).toArray());
  }

  /// What a release gave that knew no years: the formulas of labels and offsets without them.
  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void byTheReferencesFactorsLabelsAndOffsetsAreWhatTheyWere(FeatureSet features) {
    for (YearFactors reference : List.of(YearFactors.REFERENCE, YearFactors.reference(ROWS))) {
      Matrix matrix = fit(features, reference).apply(ROWS);
      assertSameBits(ROWS.stream().mapToDouble(
          row -> features.label(row.siteEnergy(), row.tonnes(), row.area())).toArray(), matrix.label());
      assertSameBits(ROWS.stream().mapToDouble(
          row -> features.offset(row.area(), row.emissionFactor())).toArray(), matrix.offset());
    }
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void noFeatureDependsOnFactors(FeatureSet features) {
    List<ModelRow> rows = List.of(office(2015, 0.2), office(2018, 0), office(2018, 1));
    Transformer estimated = Transformer.fit(features, ROWS, Place.of("clean.csv"));
    double[][] expected = fit(features, YearFactors.REFERENCE).apply(rows).values();
    for (Transformer other : List.of(estimated, fit(features, GIVEN), estimated.with(GIVEN))) {
      assertTrue(Arrays.deepEquals(expected, other.apply(rows).values()));
    }
  }

  @Test
  void withMetersTheLabelIsEnergyAndTheOffsetHasTheYearsFactorOfTheRowsFuels() {
    Transformer transformer = fit(FeatureSet.METERED, GIVEN);
    Matrix matrix = transformer.apply(List.of(office(2016, 0.25), office(2018, 0.25)));
    assertEquals(matrix.label()[0], matrix.label()[1]);
    double by2018 = CLEAN.of(new FuelMix(0.75, 0.25, 0));
    assertEquals(Math.log(120_000 * by2018), matrix.offset()[1], 1e-12);
    assertEquals(8e6 * by2018, FeatureSet.METERED.tonnes(matrix.label()[1], matrix.offset()[1]), 1e-6);
    assertEquals(matrix.offset()[1] - matrix.offset()[0], transformer.yearPart(office(2018, 0.25)), 1e-12);
    assertEquals(0, transformer.yearPart(office(2016, 0.25)));
  }

  /// A label is what the row would have emitted in a year of the reference's factors, and the offset leads
  /// to those of the year by the mean fuels of its type: nobody knows the row's own.
  @Test
  void withoutMetersALabelIsByTheRowsOwnFuelsAndAnOffsetByThoseOfItsType() {
    Transformer transformer = fit(FeatureSet.UNMETERED, GIVEN);
    ModelRow electric = office(2018, 0);
    Matrix matrix = transformer.apply(List.of(electric));
    double own = 2.67e-6 / 6.971e-6;
    assertEquals(Math.log1p(electric.tonnes()) - Math.log(120_000) - Math.log(own), matrix.label()[0], 1e-12);
    FuelMix mean = transformer.mixes().orElseThrow().of("Large Office");
    double type = CLEAN.of(mean) / FuelFactors.REFERENCE.of(mean);
    assertTrue(mean.gas() > 0 && type > own && type < 1, mean.toString());
    assertEquals(Math.log(120_000) + Math.log(type), matrix.offset()[0], 1e-12);
  }

  @Test
  void aRowOfUnknownFuelsHasThoseOfItsType() {
    Transformer transformer = fit(FeatureSet.UNMETERED, GIVEN);
    ModelRow unknown = office(2018, 0).with(Feature.GAS_SHARE, Double.NaN);
    Matrix matrix = transformer.apply(List.of(unknown));
    assertEquals(Math.log1p(unknown.tonnes()), matrix.label()[0] + matrix.offset()[0], 1e-12);
  }

  @Test
  void meanFuelsAreThoseOfTheTypeOrOfAllWhereItHasFewRows() {
    FuelMixes mixes = fit(FeatureSet.UNMETERED, GIVEN).mixes().orElseThrow();
    Map<String, List<ModelRow>> types = ROWS.stream().filter(ModelRow::inTrain)
        .collect(Collectors.groupingBy(row -> row.category(Category.PRIMARY_TYPE)));
    types.forEach((type, rows) -> {
      assertEquals(rows.size() >= FuelMixes.LEAST_ROWS, mixes.types().containsKey(type), type);
      if (rows.size() >= FuelMixes.LEAST_ROWS) {
        assertEquals(rows.stream().mapToDouble(row -> row.feature(Feature.GAS_SHARE)).average().orElseThrow(),
            mixes.of(type).gas(), 1e-9);
      }
    });
    assertEquals(mixes.all(), mixes.of("Zeppelin Hangar"));
    assertEquals(Optional.empty(), fit(FeatureSet.METERED, GIVEN).mixes());
  }

  @Test
  void withoutMeanFuelsOtherFactorsCannotBeUsed() {
    List<ModelRow> unknown = ROWS.stream().map(row -> row.with(Feature.STEAM_SHARE, Double.NaN)).toList();
    Transformer blind = Transformer.fit(FeatureSet.UNMETERED, unknown, Place.of("clean.csv"));
    assertEquals(Optional.empty(), blind.mixes());
    assertTrue(blind.factors().areAll(FuelFactors.REFERENCE));
    assertThrows(IllegalArgumentException.class, () -> blind.with(GIVEN));
    assertEquals(1, blind.yearRatio(office(2015, 0), 2016));
  }

  /// A model of 2015 and 2016 takes 2021 as it would 2016, and 2012 as 2015.
  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void theYearIsHeldWithinThoseOfTraining(FeatureSet features) {
    Transformer transformer = Transformer.fit(features, ROWS, Place.of("clean.csv"));
    int year = transformer.apply(List.of()).columns().indexOf(Feature.YEAR.column());
    double[][] values = transformer.apply(
        IntStream.of(2012, 2015, 2016, 2021).mapToObj(of -> office(of, 0)).toList()).values();
    assertEquals(values[1][year], values[0][year]);
    assertEquals(values[2][year], values[3][year]);
    assertTrue(values[1][year] < values[2][year]);
    assertEquals(FeatureForm.HELD, transformer.form());
    Transformer before = new Transformer(features, transformer.fills(), transformer.columns(),
        transformer.seen(), FeatureForm.STEPPED);
    assertTrue(before.apply(List.of(office(2021, 0))).values()[0][year] > values[3][year]);
    assertTrue(Arrays.deepEquals(before.apply(ROWS).values(), transformer.apply(ROWS).values()));
  }

  @Test
  void whatWasMeasuredInAYearIsLedToAnotherWhereBothAreKnown() {
    Transformer metered = fit(FeatureSet.METERED, GIVEN);
    assertEquals(2.67e-6 / 6.971e-6, metered.yearRatio(office(2016, 0), 2018), 1e-12);
    assertEquals(1, metered.yearRatio(office(2016, 0), 2019));
    assertEquals(1, metered.yearRatio("Large Office", 2016, 2018), "with meters a row has its own fuels");
    Transformer unmetered = fit(FeatureSet.UNMETERED, GIVEN);
    assertEquals(unmetered.yearRatio("Large Office", 2016, 2018), unmetered.yearRatio(office(2016, 0), 2018));
    assertEquals(Math.exp(unmetered.yearPart(office(2018, 0))),
        unmetered.yearRatio(office(2016, 0), 2018), 1e-12);
  }

  @Test
  void factorsAreEstimatedFromTrainingRowsAlone() {
    List<ModelRow> others = ROWS.stream().map(row -> row.inTrain() ? row : new ModelRow(row.key(), false,
        3 * row.tonnes(), row.siteEnergy(), row.area(), row.features(), row.categories(), row.uses())).toList();
    YearFactors found = Transformer.fit(FeatureSet.METERED, others, Place.of("clean.csv")).factors();
    assertEquals(Transformer.fit(FeatureSet.METERED, ROWS, Place.of("clean.csv")).factors(), found);
    assertTrue(found.years().values().stream().allMatch(KnownFactors::fits));
  }
}
