// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.regressor.Kernel;
import io.carbonflow.model.regressor.SupportVectors;

/// Support vector machines fitted to parts of one data set. There is nothing random in them, so the
/// seed is not used.
///
/// @param train all training rows
/// @param products their inner products
/// @param matrices the kernels of a fit, for one after the other
record SupportVectorFitting(Dataset train, GramMatrix products, SharedRows matrices) implements Estimator.Fitting {
  /// Folds differ by a row or two: to a multiple of this their matrices are as large.
  private static final int STEP = 64;

  /// The most steps of the solver per row. A fit that converges takes about 1 to 40.
  private static final int STEPS_PER_ROW = 100;

  /// The rows that carry a fitted machine.
  private record Machine(Kernel kernel, int[] rows, double[] coefficients, double intercept) {}

  @Override
  public Estimator.StagedPredictions trial(
      Hyperparameters chosen, int[] fitRows, int[] scoreRows, long seed) {
    Machine machine = machine(chosen, fitRows);
    double[] kernels = new double[machine.rows.length];
    double[] labels = new double[scoreRows.length];
    for (int i = 0; i < scoreRows.length; i++) {
      products.kernels(machine.kernel, scoreRows[i], machine.rows, kernels.length, kernels);
      double sum = 0;
      for (int j = 0; j < kernels.length; j++) {
        sum += machine.coefficients[j] * kernels[j];
      }
      labels[i] = sum + machine.intercept;
    }
    return new Estimator.StagedPredictions("", new long[] {1}, new double[][] {labels});
  }

  @Override
  public SupportVectors fit(Hyperparameters chosen, int[] rows, long seed) {
    Machine machine = machine(chosen, rows);
    double[][] vectors =
        Arrays.stream(machine.rows).mapToObj(r -> train.values()[r]).toArray(double[][]::new);
    return new SupportVectors(machine.kernel, vectors, machine.coefficients, machine.intercept);
  }

  private Machine machine(Hyperparameters chosen, int[] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("no rows to fit to");
    }
    MachineParameters parameters = MachineParameters.of(chosen);
    double[] labels = Arrays.stream(rows).mapToDouble(r -> train.labels()[r]).toArray();
    int size = Math.ceilDiv(rows.length, STEP) * STEP;
    Smo.Solution solution = matrices.lend(size, size, matrix -> Smo.solve(
        KernelMatrix.fill(products, parameters.kernel(), rows, matrix),
        labels,
        parameters.costs(train, rows),
        parameters.epsilon(),
        parameters.tolerance(),
        Math.multiplyExact(STEPS_PER_ROW, rows.length)));
    double[] beta = solution.coefficients();
    int[] carrying = IntStream.range(0, beta.length).filter(i -> beta[i] != 0).toArray();
    return new Machine(
        parameters.kernel(),
        Arrays.stream(carrying).map(i -> rows[i]).toArray(),
        Arrays.stream(carrying).mapToDouble(i -> beta[i]).toArray(),
        solution.intercept());
  }
}
