// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.Scores;
import io.carbonflow.learn.SyntheticRows;
import io.carbonflow.model.regressor.SupportVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Machines of more rows than an exact solver is given.
class LandmarkFittingTest {
  private static final Hyperparameters RBF = machine("rbf", 4, 0.1, 0, 1);
  private static final Dataset ROWS = SyntheticRows.of(1200, 6, 1);
  private static final int[] FITTED = SyntheticRows.range(0, 900);
  private static final int[] HELD = SyntheticRows.range(900, 1200);

  private static Hyperparameters machine(String kernel, double cost, double gamma, double coef0, long degree) {
    return new Hyperparameters(Map.of("kernel", kernel, "C", cost, "epsilon", 0.1, "gamma", gamma, "coef0", coef0,
        "degree", degree));
  }

  private static Estimator.Fitting fitting(Dataset rows, int landmarks) {
    return new SupportVectorMachine(0, landmarks).prepare(rows);
  }

  private static SupportVectors fit(Dataset rows, Hyperparameters chosen) {
    return (SupportVectors) fitting(rows, 512).fit(chosen, SyntheticRows.range(0, rows.rows()), 7);
  }

  private static double r2(Estimator.Fitting fitting, Hyperparameters chosen) {
    Dataset held = ROWS.subset(HELD);
    return Scores.of(held.labels(), fitting.fit(chosen, FITTED, 7).predict(held.values())).r2();
  }

  @ParameterizedTest
  @CsvSource({
    "linear,  0.5, 0.1,  0,   1",
    "rbf,     4,   0.1,  0,   1",
    "rbf,     20,  0.02, 0,   1",
    "poly,    0.3, 0.1,  1,   3",
    "sigmoid, 20,  0.01, 0,   1",
    "sigmoid, 20,  0.01, -1,  1",
  })
  void everyKernelPredictsHeldOutRowsAsWellAsAnExactMachine(
      String kernel, double cost, double gamma, double coef0, long degree) {
    Hyperparameters chosen = machine(kernel, cost, gamma, coef0, degree);
    double exact = r2(new SupportVectorMachine().prepare(ROWS), chosen);
    double approximate = r2(fitting(ROWS, 300), chosen);
    assertTrue(exact > 0.3, kernel + ": " + exact);
    assertEquals(exact, approximate, 0.02, kernel);
  }

  @Test
  void moreLandmarksComeCloserToTheExactMachine() {
    Dataset held = ROWS.subset(HELD);
    double[] exact = new SupportVectorMachine().prepare(ROWS).fit(RBF, FITTED, 7).predict(held.values());
    double[] far = IntStream.of(10, 50, 250, 900).mapToDouble(count -> Scores.of(
        exact, fitting(ROWS, count).fit(RBF, FITTED, 7).predict(held.values())).r2()).toArray();
    assertTrue(far[0] < far[1] && far[1] < far[2] && far[2] < far[3] && far[3] > 0.999, Arrays.toString(far));
  }

  @Test
  void aKernelThatIsFarFromPositiveDefiniteDoesNotRunAway() {
    Hyperparameters steep = machine("sigmoid", 2, 1, 0.5, 1);
    assertTrue(r2(new SupportVectorMachine().prepare(ROWS), steep) < 0, "an exact machine does");
    assertTrue(r2(fitting(ROWS, 300), steep) > 0, "" + r2(fitting(ROWS, 300), steep));
  }

  @Test
  void aMachineIsMadeOfTrainingRowsAndHasAtMostSoManyOfThem() {
    SupportVectors machine = (SupportVectors) fitting(ROWS, 40).fit(RBF, FITTED, 7);
    Set<double[]> fitted = Collections.newSetFromMap(new IdentityHashMap<>());
    Arrays.stream(FITTED).forEach(row -> fitted.add(ROWS.values()[row]));
    assertEquals(40, machine.vectors().length);
    assertTrue(Arrays.stream(machine.vectors()).allMatch(fitted::remove));
  }

  @Test
  void theSameFitsOnOneThreadAndOnFourGiveTheSameBits() throws InterruptedException {
    var fitting = fitting(ROWS, 100);
    List<Callable<double[]>> fits = IntStream.range(0, 8).<Callable<double[]>>mapToObj(
        i -> () -> fitting.trial(RBF, FITTED, HELD, i).labels()[0]).toList();
    try (Workers one = new Workers(1); Workers four = new Workers(4)) {
      List<double[]> alone = one.all(fits);
      List<double[]> together = four.all(fits);
      for (int i = 0; i < alone.size(); i++) {
        assertArrayEquals(alone.get(i), together.get(i), 0);
      }
      assertTrue(!Arrays.equals(alone.get(0), alone.get(1)), "the seed chooses landmarks");
    }
  }

  @ParameterizedTest
  @CsvSource({"rbf, 0", "sigmoid, -0.5", "poly, 1", "linear, 0"})
  void aTrialPredictsWhatAMachineOfHalfTheLandmarksPredicts(String kernel, double coef0) {
    Hyperparameters chosen = machine(kernel, 1, 0.05, coef0, 2);
    double[] kept = fitting(ROWS, 50).fit(chosen, FITTED, 7).predict(ROWS.subset(HELD).values());
    var staged = fitting(ROWS, 100).trial(chosen, FITTED, HELD, 7);
    assertEquals("", staged.parameter());
    assertArrayEquals(kept, staged.labels()[0], 1e-8);
  }

  @Test
  void aRowThatCountsForMoreIsMissedByLess() {
    double[] weights = Dataset.equalWeights(ROWS.rows());
    Arrays.fill(weights, 0, 30, 200);
    int[] heavy = SyntheticRows.range(0, 30);
    double[] labels = ROWS.labels().clone();
    Arrays.stream(heavy).forEach(row -> labels[row] += 3);
    Dataset lifted = ROWS.withLabels(labels);
    assertTrue(error(lifted, heavy) > 2, "equal weights");
    assertTrue(error(lifted.withWeights(weights), heavy) < 1, "heavy");
  }

  private static double error(Dataset rows, int[] some) {
    SupportVectors machine = (SupportVectors) fitting(rows, 300).fit(RBF, FITTED, 7);
    return Arrays.stream(some).mapToDouble(row -> Math.abs(machine.predict(rows.values()[row]) - rows.labels()[row]))
        .average().orElseThrow();
  }

  @Test
  void rowsWithinTheTubeCarryNothing() {
    SupportVectors flat = fit(SyntheticRows.dataset(new double[][] {{1}, {2}, {3}}, new double[] {1, 1.15, 0.9}),
        RBF.with("epsilon", 0.3));
    assertEquals(0, flat.vectors().length);
    assertEquals((1 + 1.15 + 0.9) / 3, flat.intercept(), 1e-12);
  }

  @Test
  void rowsThatAreAllTheSameArePredictedAsTheyAre() {
    Dataset same = SyntheticRows.dataset(new double[][] {{0}, {0}, {0}}, new double[] {3, 3, 3});
    for (String kernel : List.of("rbf", "linear", "poly", "sigmoid")) {
      assertEquals(3, fit(same, machine(kernel, 1, 0.1, 0, 2)).predict(new double[] {0}), 0.11, kernel);
    }
  }

  @Test
  void aKernelThatOverflowsGivesABadModelNotAFailure() {
    double predicted = fit(ROWS, machine("poly", 100, 1e6, 1, 10)).predict(ROWS.values()[0]);
    assertTrue(!Double.isNaN(predicted));
  }

  @Test
  void whatIsRefusedOfAnExactMachineIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> fit(ROWS, RBF.with("C", 0.0)));
    assertThrows(IllegalArgumentException.class, () -> fit(ROWS, RBF.with("epsilon", -0.1)));
    assertThrows(IllegalArgumentException.class, () -> fit(ROWS, RBF.with("kernel", "laplace")));
    assertThrows(IllegalArgumentException.class, () -> fitting(ROWS, 10).fit(RBF, new int[0], 0));
    assertThrows(IllegalArgumentException.class, () -> new SupportVectorMachine(0, 0));
  }

  @Test
  void theNumberOfTrainingRowsDecides() {
    var machine = new SupportVectorMachine();
    assertEquals(OptionalInt.empty(), machine.landmarks(8000));
    assertEquals(OptionalInt.of(1024), machine.landmarks(8001));
    assertInstanceOf(SupportVectorFitting.class, new SupportVectorMachine(1200, 9).prepare(ROWS));
    assertInstanceOf(LandmarkFitting.class, new SupportVectorMachine(1199, 9).prepare(ROWS));
  }
}
