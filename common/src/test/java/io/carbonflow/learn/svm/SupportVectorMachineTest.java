// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.SyntheticRows;
import io.carbonflow.model.regressor.Kernel;
import io.carbonflow.model.regressor.SupportVectors;
import org.junit.jupiter.api.Test;

class SupportVectorMachineTest {
  private static final Hyperparameters RBF = new Hyperparameters(
      Map.of("kernel", "rbf", "C", 2.0, "epsilon", 0.1, "gamma", 0.2));

  private static SupportVectors fit(Dataset rows, Hyperparameters chosen) {
    return (SupportVectors) new SupportVectorMachine()
        .prepare(rows).fit(chosen, SyntheticRows.range(0, rows.rows()), 0);
  }

  @Test
  void aTrialPredictsWhatTheFittedModelPredicts() {
    Dataset all = SyntheticRows.of(150, 6, 1);
    int[] train = SyntheticRows.range(30, 150);
    int[] score = SyntheticRows.range(0, 30);
    var fitting = new SupportVectorMachine().prepare(all);
    var staged = fitting.trial(RBF, train, score, 0);
    double[][] rows = Arrays.copyOf(all.values(), 30);
    assertEquals("", staged.parameter());
    assertArrayEquals(fitting.fit(RBF, train, 0).predict(rows), staged.labels()[0], 1e-12);
  }

  @Test
  void rowsThatAreNotFittedToDoNotMatter() {
    Dataset whole = SyntheticRows.of(150, 6, 1);
    int[] train = SyntheticRows.range(40, 120);
    Dataset part = whole.subset(train);
    assertArrayEquals(
        fit(part, RBF).predict(whole.values()),
        new SupportVectorMachine().prepare(whole).fit(RBF, train, 0).predict(whole.values()));
  }

  @Test
  void coefficientsLieWithinTheCostAndSumToZero() {
    double[] coefficients = fit(SyntheticRows.of(200, 4, 3), RBF).coefficients();
    assertTrue(Arrays.stream(coefficients).allMatch(c -> c != 0 && Math.abs(c) <= 2));
    assertEquals(0, Arrays.stream(coefficients).sum(), 1e-9);
  }

  @Test
  void rowsWithinTheTubeCarryNothing() {
    double[] label = {1, 1.15, 0.9};
    SupportVectors flat = fit(SyntheticRows.dataset(new double[][] {{1}, {2}, {3}}, label),
        RBF.with("epsilon", 0.2));
    assertEquals(0, flat.vectors().length);
    assertEquals((0.9 + 1.15) / 2, flat.intercept(), 1e-12);
  }

  @Test
  void oneRowIsPredictedAsItIs() {
    SupportVectors constant = fit(
        SyntheticRows.dataset(new double[][] {{5}}, new double[] {3}), RBF);
    assertEquals(3, constant.predict(new double[] {-7}));
  }

  @Test
  void twinsWithDifferentLabelsEndAtTheCost() {
    SupportVectors machine = fit(
        SyntheticRows.dataset(new double[][] {{1}, {1}}, new double[] {0, 4}), RBF);
    assertArrayEquals(new double[] {-2, 2}, machine.coefficients());
    assertEquals(2, machine.predict(new double[] {1}), 1e-12);
  }

  @Test
  void aKernelThatOverflowsGivesABadModelNotAFailure() {
    var chosen = new Hyperparameters(Map.of(
        "kernel", "poly", "C", 100.0, "epsilon", 0.1, "gamma", 1e6, "coef0", 1.0, "degree", 10L));
    Dataset rows = SyntheticRows.of(60, 5, 2);
    double predicted = fit(rows, chosen).predict(rows.values()[0]);
    assertTrue(!Double.isNaN(predicted));
  }

  @Test
  void theSolverStopsAtItsBoundWithAFeasiblePoint() {
    Dataset rows = SyntheticRows.of(100, 4, 1);
    float[][] kernels = KernelMatrix.fill(
        new GramMatrix(rows.values()), Kernel.rbf(0.5), SyntheticRows.range(0, 100), new float[100][100]);
    double[] costs = new double[100];
    Arrays.fill(costs, 10);
    var solution = Smo.solve(kernels, rows.labels(), costs, 0.01, 1e-9, 25);
    assertEquals(25, solution.iterations());
    assertTrue(!solution.converged());
    assertEquals(0, Arrays.stream(solution.coefficients()).sum(), 1e-9);
  }

  @Test
  void aMissingHyperparameterIsNamed() {
    Dataset rows = SyntheticRows.of(10, 3, 1);
    var e = assertThrows(
        IllegalArgumentException.class,
        () -> fit(rows, new Hyperparameters(Map.of("kernel", "rbf", "gamma", 1.0))));
    assertTrue(e.getMessage().contains("no hyperparameter C"), e.getMessage());
  }

  @Test
  void anUnknownKernelIsNamed() {
    Dataset rows = SyntheticRows.of(10, 3, 1);
    var e = assertThrows(
        IllegalArgumentException.class, () -> fit(rows, RBF.with("kernel", "laplace")));
    assertTrue(e.getMessage().contains("laplace"), e.getMessage());
  }

  @Test
  void aCostThatIsNotPositiveIsRefused() {
    Dataset rows = SyntheticRows.of(10, 3, 1);
    assertThrows(IllegalArgumentException.class, () -> fit(rows, RBF.with("C", 0.0)));
    assertThrows(IllegalArgumentException.class, () -> fit(rows, RBF.with("epsilon", -0.1)));
  }

  @Test
  void aFeatureThatIsNotFiniteIsRefusedByName() {
    Dataset rows = SyntheticRows.of(10, 3, 1);
    rows.values()[4][1] = Double.NaN;
    var e = assertThrows(
        IllegalArgumentException.class, () -> new SupportVectorMachine().prepare(rows));
    assertEquals("column x1 of row 4 is NaN", e.getMessage());
  }
}
