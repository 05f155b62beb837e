// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.FuelMix;
import io.carbonflow.model.building.LastYear;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.building.Samples;
import io.carbonflow.model.explain.Contribution;
import io.carbonflow.model.explain.Explanation;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.regressor.Kernel;
import io.carbonflow.model.regressor.SupportVectors;
import io.carbonflow.model.transform.Transformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A model that is given the factors of a year.
class FactorsTest {
  private static final double LAST_BITS = 1e-13;
  private static final List<ModelRow> ROWS = Samples.clean();
  private static final FuelFactors CLEAN = new FuelFactors(2.67e-6, 5.311e-5, 5.32e-5);
  private static final FuelFactors COAL = new FuelFactors(2e-4, 5.311e-5, 5.32e-5);

  /// A model that says that all use, or emit, as much by floor area.
  private static Bundle bundle(FeatureSet features, double label) {
    Transformer transformer = Transformer.fit(features, ROWS, Place.of("clean.csv"),
        training -> YearFactors.REFERENCE);
    Matrix train = transformer.apply(ROWS.stream().filter(ModelRow::inTrain).toList());
    return new Bundle("model", List.of(), transformer, Scale.of(train),
        new SupportVectors(Kernel.linear(), new double[0][], new double[0], label), Optional.empty(),
        TrainingRows.of(train), new Provenance(
            "0", "0", new TreeMap<>(), List.of(), 0, 0, train.rows(), new TreeMap<>()));
  }

  private static List<ModelRow> of2019() {
    return ROWS.stream().limit(50).map(row -> new ModelRow(
        new RowKey(row.key().building(), 2019), false, row.tonnes(),
        row.siteEnergy(), row.area(), row.features(), row.categories(), row.uses())).toList();
  }

  private static List<Prediction> predict(Bundle bundle, List<ModelRow> rows) {
    return bundle.predict(new PredictionRows(rows, List.of()), Interval.LEVEL).predicted();
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void otherFactorsMultiplyAPredictionByExactlyTheRatioOfTheOffsets(FeatureSet features) {
    Bundle bundle = bundle(features, features == FeatureSet.METERED ? 3 : -9);
    Bundle given = bundle.withFactors(2019, CLEAN);
    List<ModelRow> rows = of2019();
    Matrix before = bundle.transformer().apply(rows);
    Matrix after = given.transformer().apply(rows);
    List<Prediction> was = predict(bundle, rows);
    List<Prediction> is = predict(given, rows);
    double plus = features == FeatureSet.METERED ? 0 : 1;
    for (int i = 0; i < rows.size(); i++) {
      assertArrayEquals(before.values()[i], after.values()[i]);
      double ratio = Math.exp(after.offset()[i] - before.offset()[i]);
      assertEquals(ratio, (is.get(i).tonnes() + plus) / (was.get(i).tonnes() + plus), LAST_BITS * 10);
      assertTrue(ratio < 1);
      if (features == FeatureSet.METERED) {
        FuelMix mix = FuelMix.of(rows.get(i));
        assertEquals(CLEAN.of(mix) / FuelFactors.REFERENCE.of(mix), ratio, LAST_BITS * 10);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void factorsOfAYearChangeNoOtherYear(FeatureSet features) {
    Bundle bundle = bundle(features, features == FeatureSet.METERED ? 3 : -9);
    assertEquals(predict(bundle, ROWS), predict(bundle.withFactors(2019, COAL), ROWS));
    assertEquals(predict(bundle.withFactors(2019, CLEAN), of2019()),
        predict(bundle.withFactors(YearFactors.REFERENCE.given(2019, CLEAN)), of2019()));
  }

  /// A model that predicts more than any training row emitted is held below that: by higher factors below
  /// as many times that, for the building would be held below it in a year of training.
  @Test
  void whatHoldsPredictionsRisesWithFactorsAndDoesNotFallWithThem() {
    Bundle bundle = bundle(FeatureSet.METERED, 20);
    List<ModelRow> rows = of2019();
    List<Prediction> was = predict(bundle, rows);
    List<Prediction> lower = predict(bundle.withFactors(2019, CLEAN), rows);
    List<Prediction> higher = predict(bundle.withFactors(2019, COAL), rows);
    for (int i = 0; i < rows.size(); i++) {
      FuelMix mix = FuelMix.of(rows.get(i));
      assertEquals(was.getFirst().tonnes(), was.get(i).tonnes(), "each is held");
      assertEquals(was.get(i).tonnes(), lower.get(i).tonnes());
      double rise = Math.max(1, COAL.of(mix) / FuelFactors.REFERENCE.of(mix));
      assertEquals(rise * was.get(i).tonnes(), higher.get(i).tonnes(), 1e-9 * higher.get(i).tonnes());
    }
  }

  @Test
  void aYearThatIsNotKnownHasTheLastOnes() {
    Bundle bundle = bundle(FeatureSet.METERED, 3).withFactors(2018, CLEAN);
    assertEquals(2018, bundle.factors().of(2019).from());
    assertEquals(predict(bundle.withFactors(2019, CLEAN), of2019()), predict(bundle, of2019()));
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void whatTheYearsFactorsDoIsTheYearsPartOfAnExplanation(FeatureSet features) {
    Bundle bundle = bundle(features, 3);
    List<Explanation> was = bundle.explain(of2019());
    List<Explanation> is = bundle.withFactors(2019, CLEAN).explain(of2019());
    for (int i = 0; i < is.size(); i++) {
      double change = is.get(i).prediction() - was.get(i).prediction();
      assertTrue(change < 0);
      assertEquals(is.get(i).prediction(), is.get(i).sum(), 1e-9);
      Map<FeatureGroup, Double> before = amounts(was.get(i));
      amounts(is.get(i)).forEach((feature, amount) -> assertEquals(
          feature == FeatureGroup.YEAR ? change : 0, amount - before.get(feature), 1e-12, feature.title()));
    }
  }

  private static Map<FeatureGroup, Double> amounts(Explanation of) {
    return of.contributions().stream().collect(Collectors.toMap(Contribution::feature, Contribution::amount));
  }

  /// Without meters last year's tonnes are led to this year by the fuels of the type; with meters last
  /// year's energy is, by the row's own.
  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void whatWasMeasuredLastYearIsLedToTheFactorsOfThisYear(FeatureSet features) {
    Bundle bundle = bundle(features, 3);
    Bundle given = bundle.withFactors(2019, CLEAN);
    PredictionRows rows = new PredictionRows(of2019(), List.of());
    LastYear lastYear = LastYear.of(ROWS);
    List<Prediction> was = bundle.predict(rows, lastYear, Interval.LEVEL).predicted();
    List<Prediction> is = given.predict(rows, lastYear, Interval.LEVEL).predicted();
    for (int i = 0; i < was.size(); i++) {
      assertTrue(is.get(i).method() != Method.MODEL);
      ModelRow row = rows.rows().get(i);
      double expected = features == FeatureSet.METERED ? given.transformer().yearPart(row)
          : Math.log(given.transformer().yearRatio(lastYear.before(row.key()).orElseThrow(), 2019));
      assertEquals(expected, Math.log(is.get(i).tonnes() / was.get(i).tonnes()), 1e-9);
    }
  }

  @Test
  void aBundleKeepsWhatItWasGiven() throws IOException {
    Bundle given = bundle(FeatureSet.UNMETERED, -9).withFactors(2019, CLEAN);
    Path file = Files.createTempFile("given", ".carbonflow");
    given.save(file);
    assertEquals(predict(given, of2019()), predict(Bundle.load(file), of2019()));
    assertEquals(given.factors(), Bundle.load(file).factors());
    Files.delete(file);
  }
}
