// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.explain.Explanation;
import io.carbonflow.model.factor.KnownFactors;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.interval.LastYearErrors;
import io.carbonflow.model.total.Total;
import io.carbonflow.model.transform.FeatureForm;
import io.carbonflow.model.transform.Outside;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bundles that earlier versions wrote: `bundle-N.carbonflow` is of version N, an ensemble of all
/// three estimators, and `predictions-N.csv` is what it predicted of `rows.csv` then. They are
/// never written again; a new version of the form adds two files. That of version 5 was trained on every
/// third building of the sample tables; its emissions of 2016 were made by factors of their own.
class GoldenBundleTest {
  /// `exp` and the like may differ in the last digits between platforms.
  private static final double SAME = 1e-9;
  @TempDir Path folder;

  private static Table table(String name) {
    try (InputStream in = GoldenBundleTest.class.getResourceAsStream(name)) {
      return Csv.read(in, name);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Bundle bundle(int version) throws IOException {
    try (InputStream in =
        GoldenBundleTest.class.getResourceAsStream("bundle-" + version + ".carbonflow")) {
      return Bundle.load(Files.write(folder.resolve("golden"), in.readAllBytes()));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void itLoadsAndPredictsWhatItDid(int version) throws IOException {
    List<Prediction> predicted = bundle(version).predict(table("rows.csv")).predicted();
    List<Row> expected = table("predictions-" + version + ".csv").rows();
    assertEquals(expected.size(), predicted.size());
    for (int i = 0; i < expected.size(); i++) {
      double tonnes = expected.get(i).number("predicted_tonnes");
      assertEquals(expected.get(i).id("OSEBuildingID"), predicted.get(i).key().building());
      assertEquals(tonnes, predicted.get(i).tonnes(), SAME * tonnes);
    }
  }

  @Test
  void theFirstVersionHasNoIntervalsRangesOrTrainingRows() throws IOException {
    Bundle bundle = bundle(1);
    assertEquals(0, bundle.trainingRows().rows().length);
    assertFalse(bundle.explains());
    Predictions predictions = bundle.predict(table("rows.csv"));
    assertTrue(predictions.predicted().stream().allMatch(p -> p.interval().isEmpty()));
    assertEquals(List.of("use"), predictions.predicted().stream()
        .flatMap(p -> p.outside().stream()).map(Outside::what).distinct().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void sinceTheSecondVersionThereAreIntervalsAndFlags(int version) throws IOException {
    List<Prediction> predicted = bundle(version).predict(table("rows.csv")).predicted();
    List<Row> expected = table("predictions-" + version + ".csv").rows();
    for (int i = 0; i < expected.size(); i++) {
      Interval interval = predicted.get(i).interval().orElseThrow();
      double lower = expected.get(i).number("lower_tonnes");
      double upper = expected.get(i).number("upper_tonnes");
      assertEquals(lower, interval.lower(), SAME * lower);
      assertEquals(upper, interval.upper(), SAME * upper);
      assertEquals(expected.get(i).raw("outside_training"), predicted.get(i).outside().stream()
          .map(Outside::text).collect(Collectors.joining("; ")));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void sinceTheSecondVersionPredictionsAreExplained(int version) throws IOException {
    Bundle bundle = bundle(version);
    PredictionRows rows = bundle.rows(table("rows.csv"));
    List<Prediction> predicted = bundle.predict(rows, Interval.LEVEL).predicted();
    List<Explanation> explanations = bundle.explain(rows.rows());
    for (int i = 0; i < explanations.size(); i++) {
      assertEquals(Math.log(predicted.get(i).tonnes()), explanations.get(i).prediction(), SAME);
      assertEquals(explanations.get(i).prediction(), explanations.get(i).sum(), SAME);
    }
  }

  @Test
  void sinceTheThirdVersionItSaysHowItsHyperparametersWereSearched() throws IOException {
    assertTrue(bundle(2).provenance().searches().isEmpty());
    Searched search = new Searched("random", 2, 2, true);
    assertEquals(Map.of("svm", search, "random_forest", search, "xgboost", search),
        bundle(3).provenance().searches());
  }

  @Test
  void sinceTheFourthVersionThereAreMeansAndWhatTheyComeTo() throws IOException {
    Bundle bundle = bundle(4);
    List<Prediction> predicted = bundle.predict(table("rows.csv")).predicted();
    List<Row> expected = table("predictions-4.csv").rows();
    for (int i = 0; i < expected.size(); i++) {
      double mean = expected.get(i).number("mean_tonnes");
      assertEquals(mean, predicted.get(i).mean().orElseThrow(), SAME * mean);
    }
    Row all = table("totals-4.csv").rows().getFirst();
    Total total = bundle.total(predicted).orElseThrow();
    assertEquals(12, total.buildings());
    assertEquals(all.number("total_tonnes"), total.tonnes(), SAME * total.tonnes());
    Interval interval = total.interval().orElseThrow();
    assertEquals(all.number("lower_tonnes"), interval.lower(), SAME * interval.lower());
    assertEquals(all.number("upper_tonnes"), interval.upper(), SAME * interval.upper());
  }

  @Test
  void sinceTheFourthVersionItSaysHowFarPredictionsFromLastYearAreOff() throws IOException {
    LastYearErrors errors = bundle(4).lastYearErrors().orElseThrow();
    assertEquals(100.213, errors.mean(100), 1e-3);
    assertEquals(Optional.empty(), bundle(3).lastYearErrors());
  }

  @Test
  void sinceTheFifthVersionItHasFactorsByYearAndSaysOfWhichYearsItsRowsWere() throws IOException {
    YearFactors factors = bundle(5).factors();
    assertEquals(Set.of(2015, 2016), factors.years().keySet());
    assertEquals(6.971e-6, factors.of(2015).factors().electricity(), 1e-8);
    assertTrue(factors.areEstimated() && factors.years().values().stream().allMatch(KnownFactors::fits));
    assertEquals(FeatureForm.HELD, bundle(5).transformer().form());
    assertEquals(List.of(2015, 2016), bundle(5).provenance().years());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void beforeTheFifthVersionEveryYearIsByTheReferencesFactors(int version) throws IOException {
    assertEquals(YearFactors.REFERENCE, bundle(version).factors());
    assertFalse(bundle(version).transformer().form().equals(FeatureForm.HELD));
    assertTrue(bundle(version).usesFactors(), "with meters the row's own fuels are known");
    assertEquals(List.of(), bundle(version).provenance().years());
  }

  @Test
  void aTotalIsOfAnyPredictionsAndHasTheirLevel() throws IOException {
    Bundle bundle = bundle(4);
    List<Prediction> predicted = bundle.predict(bundle.rows(table("rows.csv")), 0.8).predicted();
    Total all = bundle.total(predicted).orElseThrow();
    Total some = bundle.total(predicted.subList(0, 3)).orElseThrow();
    Total rest = bundle.total(predicted.subList(3, 12)).orElseThrow();
    assertEquals(all.tonnes(), some.tonnes() + rest.tonnes(), SAME * all.tonnes());
    assertEquals(3, some.rows());
    assertEquals(0.8, some.interval().orElseThrow().level());
    assertEquals(0, bundle.total(List.of()).orElseThrow().tonnes());
    assertEquals(Optional.empty(), bundle.total(bundle(3).predict(table("rows.csv")).predicted()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void beforeTheFourthVersionNoMeanIsKnownAndNoTotal(int version) throws IOException {
    Bundle bundle = bundle(version);
    List<Prediction> predicted = bundle.predict(table("rows.csv")).predicted();
    assertTrue(predicted.stream().allMatch(p -> p.mean().isEmpty() && p.deviation().isEmpty()));
    assertEquals(Optional.empty(), bundle.total(predicted));
    assertEquals(Optional.empty(), bundle.totals());
  }

  @Test
  void thePartsOfTheSameBundleHaveTheSameHashes() throws IOException {
    byte[] file = bundle(4).toBytes();
    assertEquals(Bundle.hashes(file, "golden"), Bundle.hashes(bundle(4).toBytes(), "again"));
    assertEquals(Set.of("city.json", "manifest.json", "transformer.json", "model.bin", "training-rows.bin",
        "intervals.json", "last-year.json", "spread.bin", "totals.json"), Bundle.hashes(file, "golden").keySet());
    byte[] renamed = bundle(4).from(bundle(4).provenance().with(9, 9)).toBytes();
    assertEquals(Set.of("manifest.json"), Bundle.hashes(file, "golden").entrySet().stream()
        .filter(one -> !one.getValue().equals(Bundle.hashes(renamed, "renamed").get(one.getKey())))
        .map(Map.Entry::getKey).collect(Collectors.toSet()));
  }

  @Test
  void anOlderOneIsSavedInTheFormOfToday() throws IOException {
    bundle(1).save(folder.resolve("saved"));
    Bundle saved = Bundle.load(folder.resolve("saved"));
    assertEquals(bundle(1).predict(table("rows.csv")), saved.predict(table("rows.csv")));
    assertTrue(Files.readString(folder.resolve("saved"), StandardCharsets.ISO_8859_1).startsWith(
        "carbonflow-bundle " + SealedArchive.VERSION + " "));
  }
}
