// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.LastYear;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.building.Samples;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.interval.LastYearErrors;
import io.carbonflow.model.interval.NonconformityScores;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.TreesBuilder;
import io.carbonflow.model.transform.Transformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Predictions of buildings whose last year is known.
class LastYearPredictionTest {
  private static final List<ModelRow> ROWS = Samples.clean();
  private static final double SAME = 1e-9;

  /// A model that knows the share of electricity: labels of 3 and 4.
  private static Regressor model(FeatureSet features) {
    var builder = new TreesBuilder();
    builder.tree();
    int split = builder.split(Feature.of(features).indexOf(
        features == FeatureSet.METERED ? Feature.ELECTRICITY_SHARE : Feature.LOG_AREA), 0, 10);
    builder.leaf(3, 5);
    builder.right(split);
    builder.leaf(4, 5);
    return builder.mean();
  }

  private static LastYearErrors errors(Matrix train) {
    double[] ones = DoubleStream.generate(() -> 1).limit(99).toArray();
    double[] scores = DoubleStream.generate(() -> 0.1).limit(99).toArray();
    return new LastYearErrors(train.columns().indexOf(Feature.LOG_AREA.column()), new double[0],
        List.of(new NonconformityScores(scores, ones)), 103, 100, 0.1);
  }

  private static Bundle bundle(FeatureSet features, boolean knowsErrors) {
    return bundle(features, knowsErrors, TrainingRows.NONE);
  }

  private static Bundle bundle(FeatureSet features, boolean knowsErrors, TrainingRows rows) {
    Transformer transformer = Transformer.fit(features, ROWS, Place.of("clean.csv"));
    Matrix train = transformer.apply(ROWS.stream().filter(ModelRow::inTrain).toList());
    return new Bundle("model", List.of(), transformer, Scale.of(train), model(features),
        Optional.empty(), Optional.empty(),
        knowsErrors ? Optional.of(errors(train)) : Optional.empty(),
        rows, new Provenance(
            "0", "0", new TreeMap<>(), List.of(), 0, 0, train.rows(), new TreeMap<>()));
  }

  private static Map<String, String> office(int year, double gas) {
    return Map.of("OSEBuildingID", "1", "DataYear", Integer.toString(year),
        "SteamUse(kBtu)", "0", "NaturalGas(kBtu)", Double.toString(8e6 * gas),
        "Electricity(kBtu)", Double.toString(8e6 * (1 - gas)), "SiteEnergyUse(kBtu)", "8000000");
  }

  private static ModelRow with(ModelRow row, double siteEnergy, double tonnes) {
    return new ModelRow(row.key(), row.inTrain(), tonnes, siteEnergy, row.area(), row.features(),
        row.categories(), row.uses());
  }

  private static Prediction predict(Bundle bundle, ModelRow row, LastYear lastYear) {
    return bundle.predict(new PredictionRows(List.of(row), List.of()), lastYear, Interval.LEVEL)
        .predicted().getFirst();
  }

  /// 30% above the model last year, 30% above it this year, even where its fuels have changed.
  @Test
  void aMeteredBuildingStaysAboveTheModelAsItWas() {
    Bundle bundle = bundle(FeatureSet.METERED, true);
    for (double gasNow : new double[] {0, 0.9}) {
      ModelRow now = Samples.row(office(2016, gasNow));
      ModelRow then = Samples.row(office(2015, 0));
      double modeled = Math.exp(bundle.regressor().predict(
          bundle.transformer().apply(List.of(then)).values())[0]) * then.area();
      LastYear lastYear = LastYear.of(List.of(with(then, 1.3 * modeled, 50)));
      Prediction byModel = predict(bundle, now, LastYear.NONE);
      Prediction known = predict(bundle, now, lastYear);
      assertEquals(1.3 * byModel.tonnes(), known.tonnes(), SAME * known.tonnes());
      assertEquals(Method.MODEL, byModel.method());
      assertEquals(Method.LAST_YEAR_RESIDUAL, known.method());
    }
  }

  /// As that of a property of which nine buildings are counted where it was one: models that were fitted
  /// to none such say anything. So its intensity is last year's, on this year's area and fuels.
  @Test
  void aChangeThatNoTrainingBuildingsAreApartByIsNotLeftToTheModel() {
    ModelRow now = Samples.row(office(2016, 0.9));
    ModelRow then = Samples.row(office(2015, 0));
    LastYear lastYear = LastYear.of(List.of(with(then, 7e6, 50)));
    Bundle open = bundle(FeatureSet.METERED, true);
    double[][] some = open.transformer().apply(List.of(then)).values();
    double byIntensity = 7e6 / then.area() * now.area() * now.emissionFactor();
    Prediction near = predict(
        bundle(FeatureSet.METERED, true, new TrainingRows(some, 1e6)), now, lastYear);
    Prediction far = predict(
        bundle(FeatureSet.METERED, true, new TrainingRows(some, 0.1)), now, lastYear);
    assertEquals(predict(open, now, lastYear).tonnes(), near.tonnes());
    assertEquals(byIntensity, far.tonnes(), SAME * byIntensity);
    assertTrue(Math.abs(near.tonnes() - byIntensity) > 1, "the model does see a change");
    assertEquals(Method.LAST_YEAR_RESIDUAL, far.method());
  }

  @Test
  void anUnmeteredBuildingHasLastYearsTonnes() {
    Prediction known = predict(bundle(FeatureSet.UNMETERED, true), Samples.row(office(2016, 0)),
        LastYear.of(List.of(with(Samples.row(office(2015, 0)), Double.NaN, 123.25))));
    assertEquals(123.25, known.tonnes());
    assertEquals(Method.LAST_YEAR_TONNES, known.method());
  }

  /// A model is held below the largest building that it was fitted to; what was measured need not be.
  @Test
  void aBuildingAboveAllTrainingBuildingsStaysThere() {
    Prediction known = predict(bundle(FeatureSet.METERED, true), Samples.row(office(2016, 0)),
        LastYear.of(List.of(with(Samples.row(office(2015, 0)), 1e12, 1e6))));
    assertEquals(1e12 * Samples.row(office(2016, 0)).emissionFactor(), known.tonnes(), 1e-3);
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void buildingsThatAreNotThereArePredictedAsEver(FeatureSet features) {
    Bundle bundle = bundle(features, true);
    List<ModelRow> all = ROWS.stream().filter(row -> row.key().year() == 2016).toList();
    PredictionRows rows = new PredictionRows(all, List.of());
    List<ModelRow> some = ROWS.stream().filter(row -> row.key().year() == 2015)
        .filter(row -> row.key().building().endsWith("3")).toList();
    Set<String> there =
        some.stream().map(row -> row.key().building()).collect(Collectors.toSet());
    List<Prediction> plain = bundle.predict(rows, Interval.LEVEL).predicted();
    List<Prediction> known = bundle.predict(rows, LastYear.of(some), Interval.LEVEL).predicted();
    int fromLastYear = 0;
    for (int i = 0; i < plain.size(); i++) {
      RowKey key = all.get(i).key();
      assertEquals(key, known.get(i).key());
      assertEquals(plain.get(i).outside(), known.get(i).outside());
      if (there.contains(key.building())) {
        assertEquals(Method.ofLastYear(features), known.get(i).method());
        fromLastYear++;
      } else {
        assertEquals(plain.get(i), known.get(i));
      }
    }
    assertTrue(fromLastYear > 3 && fromLastYear < plain.size() / 2, fromLastYear + "");
  }

  /// A row's prediction depends on the row and its last year alone.
  @Test
  void theOrderOfRowsChangesNothing() {
    Bundle bundle = bundle(FeatureSet.METERED, true);
    LastYear lastYear = LastYear.of(
        ROWS.stream().filter(row -> row.key().year() == 2015).toList());
    List<ModelRow> rows = ROWS.stream().filter(row -> row.key().year() == 2016).toList();
    List<Prediction> forth = bundle.predict(
        new PredictionRows(rows, List.of()), lastYear, Interval.LEVEL).predicted();
    List<Prediction> back = bundle.predict(
        new PredictionRows(rows.reversed(), List.of()), lastYear, Interval.LEVEL).predicted();
    assertEquals(forth, back.reversed());
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void theIntervalIsThatOfLastYearsErrorsAndEmptyWhereNobodyKnowsThem(FeatureSet features) {
    ModelRow now = Samples.row(office(2016, 0.5));
    LastYear lastYear = LastYear.of(List.of(Samples.row(office(2015, 0.2))));
    Prediction known = predict(bundle(features, true), now, lastYear);
    Interval interval = known.interval().orElseThrow();
    assertEquals((1 + known.tonnes()) * Math.exp(0.1) - 1, interval.upper(), SAME * interval.upper());
    assertEquals(Interval.LEVEL, interval.level());
    Prediction unknown = predict(bundle(features, false), now, lastYear);
    assertEquals(known.tonnes(), unknown.tonnes());
    assertEquals(known.method(), unknown.method());
    assertTrue(unknown.interval().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void theErrorsAreAPartOfTheBundlesFile(FeatureSet features) {
    Bundle bundle = bundle(features, true);
    Bundle read = Bundle.read(bundle.toBytes(), "m");
    assertArrayEquals(bundle.toBytes(), read.toBytes());
    assertTrue(Bundle.hashes(bundle.toBytes(), "m").containsKey("last-year.json"));
    assertEquals(1.03, read.lastYearErrors().orElseThrow().mean(1), SAME);
    Bundle without = Bundle.read(bundle(features, false).toBytes(), "m");
    assertTrue(without.lastYearErrors().isEmpty());
    assertEquals(bundle.lastYearErrors(), bundle.from(bundle.provenance()).lastYearErrors());
  }

  /// In two lines, as in the documentation, and with a bundle from before there were such errors.
  @Test
  void twoTablesAreEnough() throws IOException {
    Path data = Path.of("../data-samples");
    Table lastYear = Csv.read(data.resolve("2015-building-energy-benchmarking.csv"));
    Table table = Csv.read(data.resolve("2016-building-energy-benchmarking.csv"));
    Bundle bundle;
    try (InputStream in = LastYearPredictionTest.class.getResourceAsStream("bundle-3.carbonflow")) {
      bundle = Bundle.read(in.readAllBytes(), "bundle-3");
    }
    List<Prediction> known = bundle.predict(table, lastYear).predicted();
    Map<Method, Long> methods = known.stream()
        .collect(Collectors.groupingBy(Prediction::method, Collectors.counting()));
    assertEquals(Set.of(Method.MODEL, Method.LAST_YEAR_RESIDUAL), methods.keySet());
    assertTrue(known.stream().allMatch(
        p -> p.interval().isPresent() == (p.method() == Method.MODEL)));
    assertEquals(bundle.predict(table).predicted().stream().map(Prediction::key).toList(),
        known.stream().map(Prediction::key).toList());
  }

  @Test
  void theColumnOfSizesHasToBeThere() {
    Bundle bundle = bundle(FeatureSet.METERED, true);
    LastYearErrors errors = bundle.lastYearErrors().orElseThrow();
    LastYearErrors beyond = new LastYearErrors(
        bundle.transformer().columns().size(), errors.edges(), errors.groups(), 1, 1, 0);
    assertThrows(IllegalArgumentException.class, () -> new Bundle("m", List.of(),
        bundle.transformer(), bundle.scale(), bundle.regressor(), Optional.empty(),
        Optional.empty(), Optional.of(beyond), TrainingRows.NONE, bundle.provenance()));
  }
}
