// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.building.Samples;
import io.carbonflow.model.explain.Contribution;
import io.carbonflow.model.explain.Explanation;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.regressor.Kernel;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.SupportVectors;
import io.carbonflow.model.regressor.TreesBuilder;
import io.carbonflow.model.transform.Transformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Explanations by the features that people know.
class ExplainerTest {
  /// The mean of steps of 0.01 is nearer than half of one to the mean of what they are steps of.
  private static final double STEP = 0.005;

  private static final List<ModelRow> ROWS = Samples.clean();
  private static final List<ModelRow> TRAINING = ROWS.stream().filter(ModelRow::inTrain).toList();

  private static Bundle bundle(FeatureSet features, Regressor regressor, boolean trainingRows) {
    Transformer transformer = Transformer.fit(features, ROWS, Place.of("clean.csv"));
    Matrix train = transformer.apply(TRAINING);
    return new Bundle("model", List.of(), transformer, Scale.of(train), regressor,
        Optional.empty(), trainingRows ? TrainingRows.of(train) : TrainingRows.NONE,
        new Provenance(
            "0", "0", new TreeMap<>(), List.of(), 0, 0, train.rows(), new TreeMap<>()));
  }

  private static Regressor constant(double label) {
    return new SupportVectors(Kernel.linear(), new double[0][], new double[0], label);
  }

  /// A tree that asks for one column: −1 below its mean, 1 from there on.
  private static Regressor asksFor(FeatureSet features, Feature feature) {
    var builder = new TreesBuilder();
    builder.tree();
    int split = builder.split(Feature.of(features).indexOf(feature), 0, 10);
    builder.leaf(-1, 5);
    builder.right(split);
    builder.leaf(1, 5);
    return builder.mean();
  }

  private static Map<FeatureGroup, Double> amounts(Explanation explanation) {
    return explanation.contributions().stream()
        .collect(Collectors.toMap(Contribution::feature, Contribution::amount));
  }

  /// A model that says the same of every building leaves what is known beforehand: how far the
  /// logarithms of the floor area and the emission factor are from their means, which are those of the
  /// steps that the models look at.
  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void whatIsKnownBeforehandIsTheFloorAreasAndTheFuels(FeatureSet features) {
    Bundle bundle = bundle(features, constant(2), true);
    double meanArea = TRAINING.stream()
        .mapToDouble(r -> r.stepped().feature(Feature.LOG_AREA)).average().orElseThrow();
    double meanFactor = TRAINING.stream()
        .mapToDouble(r -> r.stepped().feature(Feature.LOG_FACTOR)).average().orElseThrow();
    boolean metered = features == FeatureSet.METERED;
    for (int i = 0; i < 20; i++) {
      ModelRow row = ROWS.get(i);
      Explanation found = bundle.explain(List.of(row)).getFirst();
      // What was learned of areas and fuels are steps of them.
      assertEquals(2 + meanArea + (metered ? meanFactor : 0), found.base(), STEP);
      assertEquals(Math.log(row.area()) - meanArea,
          amounts(found).get(FeatureGroup.FLOOR_AREA), STEP);
      assertEquals(metered, amounts(found).containsKey(FeatureGroup.FUELS));
      if (metered) {
        assertEquals(Math.log(row.emissionFactor()) - meanFactor,
            amounts(found).get(FeatureGroup.FUELS), STEP);
      }
      assertEquals(2 + Math.log(row.area()) + (metered ? Math.log(row.emissionFactor()) : 0), found.sum(), 1e-9);
      assertEquals(0, amounts(found).get(FeatureGroup.AGE), 1e-12);
    }
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void aContributionIsOfTheFeatureThatTheColumnTellsOf(FeatureSet features) {
    Bundle bundle = bundle(features, asksFor(features, Feature.LATITUDE), false);
    for (Explanation found : bundle.explain(ROWS.subList(0, 20))) {
      assertEquals(1, Math.abs(amounts(found).get(FeatureGroup.LOCATION)));
      assertEquals(0, amounts(found).get(FeatureGroup.USES));
    }
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void allOfItIsTheLogarithmOfThePrediction(FeatureSet features) {
    Bundle bundle = bundle(features, constant(features == FeatureSet.METERED ? 3.5 : -7), true);
    List<Prediction> predicted =
        bundle.predict(new PredictionRows(ROWS, List.of()), 0.9).predicted();
    List<Explanation> found = bundle.explain(ROWS);
    int compared = 0;
    for (int i = 0; i < ROWS.size(); i++) {
      double tonnes = predicted.get(i).tonnes();
      assertEquals(found.get(i).prediction(), found.get(i).sum(), 1e-9);
      if (tonnes < 0.99 * TRAINING.stream().mapToDouble(ModelRow::tonnes).max().orElseThrow()) {
        compared++;
        assertEquals(features == FeatureSet.METERED ? Math.log(tonnes) : Math.log1p(tonnes),
            found.get(i).sum(), 1e-9);
      }
    }
    assertTrue(compared > ROWS.size() / 2, compared + " rows");
  }

  @Test
  void theLargestComeFirst() {
    Explanation found = bundle(FeatureSet.METERED, constant(2), true)
        .explain(List.of(Samples.row(Map.of("LargestPropertyUseTypeGFA", "900000")))).getFirst();
    assertEquals(List.of(FeatureGroup.FLOOR_AREA, FeatureGroup.FUELS),
        found.largest(2).stream().map(Contribution::feature).toList());
    Contribution first = found.largest(1).getFirst();
    assertEquals(Math.exp(first.amount()), first.factor());
    assertTrue(first.toString().matches("floor area 930,000 sq ft × [0-9]+\\.[0-9]{2}"),
        first.toString());
  }

  @Test
  void anSvmWithoutTrainingRowsIsNotExplainedAndTreesAre() {
    assertFalse(bundle(FeatureSet.METERED, constant(2), false).explains());
    assertTrue(bundle(FeatureSet.METERED, asksFor(FeatureSet.METERED, Feature.AGE), false)
        .explains());
    assertThrows(IllegalArgumentException.class,
        () -> bundle(FeatureSet.METERED, constant(2), false).explain(ROWS));
  }
}
