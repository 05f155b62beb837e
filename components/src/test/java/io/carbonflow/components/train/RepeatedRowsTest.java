// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.Reweighted;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.regressor.Regressor;
import org.junit.jupiter.api.Test;

class RepeatedRowsTest {

  @Test
  void allRowsCountInFullWhereNoBuildingHasMoreThanTwo() {
    assertArrayEquals(new double[] {1, 1, 1, 1, 1}, weights("A", "B", "A", "C", "C"));
  }

  @Test
  void sixYearsOfABuildingCountTogetherAsTwo() {
    double[] weights = weights("A", "A", "A", "A", "A", "A", "B", "B");
    assertEquals(weights[6] + weights[7], Arrays.stream(weights).limit(6).sum(), 1e-12);
    assertEquals(3 * weights[0], weights[6], 1e-12);
  }

  @Test
  void theyHaveAMeanOfOneSoThatSearchSpacesStayRight() {
    assertEquals(1, Arrays.stream(weights("A", "A", "A", "B", "C", "C")).average().orElseThrow(), 1e-12);
  }

  @Test
  void everyEstimatorIsFittedWithThem() {
    for (EstimatorName name : EstimatorName.values()) {
      Reweighted reweighted = (Reweighted) name.estimator();
      Dataset rows = rows("A", "A", "A", "B");
      assertArrayEquals(RepeatedRows.weights(rows), reweighted.factors().apply(rows), name.toString());
    }
  }

  /// The weights' mean of 1 makes the whole a little heavier, hence the tolerance.
  @Test
  void threeYearsThatAreOneAreAsGoodAsTwo() throws InterruptedException {
    Estimator svm = EstimatorName.SVM.estimator();
    Hyperparameters chosen = new Hyperparameters(Map.of("kernel", "linear", "epsilon", 0.01, "C", 1.0));
    Regressor twice = fitted(svm, chosen, "A", "A", "B", "B");
    Regressor thrice = fitted(svm, chosen, "A", "A", "A", "B", "B", "B");
    assertEquals(twice.predict(new double[] {0.5}), thrice.predict(new double[] {0.5}), 1e-2);
    assertTrue(Double.isFinite(twice.predict(new double[] {0.5})));
  }

  private static Regressor fitted(Estimator svm, Hyperparameters chosen,
      String... buildings) throws InterruptedException {
    return svm.prepare(rows(buildings)).fit(chosen, IntStream.range(0, buildings.length).toArray(), 0);
  }

  private static double[] weights(String... buildings) {
    return RepeatedRows.weights(rows(buildings));
  }

  /// One feature and a label, which each building has in all its years.
  private static Dataset rows(String... buildings) {
    double[] labels = Arrays.stream(buildings).mapToDouble(building -> building.charAt(0) - 'A').toArray();
    double[][] values = Arrays.stream(labels).mapToObj(label -> new double[] {label}).toArray(double[][]::new);
    List<String> names = IntStream.range(0, buildings.length).mapToObj(row -> "row " + row).toList();
    return new Dataset(FeatureSet.METERED.word(), List.of("feature"), values, labels,
        Dataset.equalWeights(buildings.length), List.of(buildings), names,
        new Dataset.Target(labels, new double[buildings.length], null));
  }
}
