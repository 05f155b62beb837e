// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.learn.boost.GradientBoosting;
import io.carbonflow.learn.forest.RandomForest;
import io.carbonflow.learn.svm.SupportVectorMachine;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final int ROWS = 60;
  private static final Dataset PLAIN = SyntheticRows.of(ROWS, 4, 3);

  @Test
  void aRowOfWeightTwoCountsAsTwoRowsInAScore() {
    Scores weighted = Scores.of(
        new double[] {1, 4, 2}, new double[] {2, 4, 1}, new double[] {2, 1, 1});
    Scores repeated = Scores.of(new double[] {1, 1, 4, 2}, new double[] {2, 2, 4, 1});
    assertEquals(repeated, weighted);
  }

  @Test
  void aRowOfWeightTwoCountsAsTwoRowsInASupportVectorMachine() {
    assertCountsAsTwo(new SupportVectorMachine(), new Hyperparameters(Map.of(
        "kernel", "rbf", "C", 1.0, "epsilon", 0.05, "gamma", 0.5, "tolerance", 1e-8)));
  }

  @Test
  void aRowOfWeightTwoCountsAsTwoRowsInBoosting() {
    assertCountsAsTwo(new GradientBoosting(), new Hyperparameters(Map.of(
        "rounds", 20L, "max_depth", 3L, "learning_rate", 0.3)));
  }

  @Test
  void aForestLeansToTheRowsOfMoreWeight() {
    double[][] values = new double[100][2];
    double[] labels = IntStream.range(0, 100).mapToDouble(i -> i % 2).toArray();
    double[] weights = IntStream.range(0, 100).mapToDouble(i -> i % 2 == 0 ? 1 : 4).toArray();
    Dataset rows = weighted(SyntheticRows.dataset(values, labels), weights);
    var fit = new RandomForest().prepare(rows).fit(
        new Hyperparameters(Map.of("mtry", 0.5, "trees", 200L)), SyntheticRows.range(0, 100), 1);
    assertEquals(0.8, fit.predict(values[0]), 0.02);
  }

  @Test
  void aReweightedEstimatorLearnsByTheProductOfWeightsAndFactors() {
    double[] twos = filled(2);
    double[] threes = filled(3);
    twos[7] = 1;
    threes[9] = 1;
    var chosen = new Hyperparameters(Map.of("rounds", 20L, "max_depth", 3L));
    double[] product = IntStream.range(0, ROWS).mapToDouble(row -> twos[row] * threes[row]).toArray();
    int[] rows = SyntheticRows.range(0, ROWS);
    assertArrayEquals(
        new GradientBoosting().prepare(weighted(PLAIN, product)).fit(chosen, rows, 1).predict(PLAIN.values()),
        new Reweighted(new GradientBoosting(), _ -> threes).prepare(weighted(PLAIN, twos))
            .fit(chosen, rows, 1).predict(PLAIN.values()));
  }

  @Test
  void aReweightedEstimatorIsScoredByTheRowsOwnWeights() {
    Dataset town = Town.of(40, 1);
    var counted = new Reweighted(new RandomForest(), rows -> IntStream.range(0, rows.rows())
        .mapToDouble(row -> 1 + row % 3).toArray());
    Folds folds = Folds.of(town.groups(), 3, 0);
    var plan = new SearchPlan(counted.name(), town.name(), Sampling.RANDOM, 1, 3, 0, true);
    var result = (FoldResult.Scored) new FoldFits(plan, town, counted.prepare(town), folds)
        .run(0, new Hyperparameters(Map.of("mtry", 0.5)), 0);
    Dataset held = town.subset(folds.list().getFirst().score());
    double[] labels = result.staged().labels()[0];
    double[] predicted = IntStream.range(0, held.rows()).mapToDouble(row -> held.target().transform()
        .scaled(labels[row], held.target().offsets()[row], Double.MAX_VALUE)).toArray();
    double[] actual = Arrays.stream(held.target().measured()).map(Math::sqrt).toArray();
    assertEquals(Scores.of(actual, predicted).r2(), result.r2()[0], 1e-9);
  }

  private static double[] filled(double value) {
    double[] weights = new double[ROWS];
    Arrays.fill(weights, value);
    return weights;
  }

  @Test
  void aTrialIsScoredByTheWeightsOfItsRows() {
    Dataset town = Town.of(40, 1);
    double[] weights = IntStream.range(0, town.rows()).mapToDouble(i -> 1 + i % 3).toArray();
    Dataset rows = weighted(town, weights);
    Folds folds = Folds.of(rows.groups(), 3, 0);
    Dataset held = rows.subset(folds.list().getFirst().score());
    double[] right = held.labels().clone();
    right[0] += 0.1;
    var nearly = new Scripted((_, _, _, _) ->
        new Estimator.StagedPredictions("", new long[] {1}, new double[][] {right}));
    var plan = new SearchPlan("scripted", rows.name(), Sampling.RANDOM, 1, 3, 0, true);
    var result = (FoldResult.Scored) new FoldFits(plan, rows, nearly.prepare(rows), folds)
        .run(0, new Hyperparameters(Map.of("x", 0.5)), 0);
    double[] actual = Arrays.stream(held.target().measured()).map(Math::sqrt).toArray();
    double[] predicted = actual.clone();
    predicted[0] = Math.sqrt(Math.exp(right[0] + held.target().offsets()[0]));
    assertEquals(
        Scores.of(actual, predicted, held.weights()).r2(), result.r2()[0], 1e-9);
  }

  @Test
  void aWeightThatIsNotPositiveIsNamedWithItsRow() {
    for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] weights = Dataset.equalWeights(ROWS);
      weights[7] = weight;
      var refused = assertThrows(
          IllegalArgumentException.class, () -> weighted(PLAIN, weights));
      assertEquals("the weight of row 7 is " + weight, refused.getMessage());
    }
  }

  private static void assertCountsAsTwo(Estimator estimator, Hyperparameters chosen) {
    double[] weights = IntStream.range(0, ROWS).mapToDouble(i -> i < 20 ? 2 : 1).toArray();
    int[] all = SyntheticRows.range(0, ROWS);
    int[] twice = IntStream.concat(IntStream.range(0, 20), IntStream.range(0, ROWS)).toArray();
    double[] weighted = estimator.prepare(weighted(PLAIN, weights)).fit(chosen, all, 1)
        .predict(PLAIN.values());
    double[] repeated = estimator.prepare(PLAIN.subset(twice))
        .fit(chosen, SyntheticRows.range(0, twice.length), 1).predict(PLAIN.values());
    double[] plain = estimator.prepare(PLAIN).fit(chosen, all, 1).predict(PLAIN.values());
    assertArrayEquals(repeated, weighted, 1e-5);
    assertTrue(!Arrays.equals(plain, weighted));
  }

  private static Dataset weighted(Dataset rows, double[] weights) {
    return new Dataset(rows.name(), rows.columns(), rows.values(), rows.labels(), weights,
        rows.groups(), rows.rowNames(), rows.target());
  }
}
