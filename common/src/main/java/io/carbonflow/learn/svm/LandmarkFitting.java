// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.regressor.SupportVectors;

/// Machines of so many rows that the kernels of all pairs are too many: linear machines in the features of landmarks.
/// Once they are solved they are support vectors like others, of which the landmarks are the vectors. The seed decides
/// which rows are landmarks. Trials have half as many as what is kept.
///
/// @param train all training rows
/// @param landmarks the most that a machine has that is kept
/// @param features those of a fit, for one after the other
record LandmarkFitting(Dataset train, int landmarks, SharedRows features) implements Estimator.Fitting {
  /// More passes gain nothing that held-out rows tell of: docs/explanation/performance.md.
  private static final double TOLERANCE = 3e-3;

  private static final int PASSES = 300;

  /// The most landmarks of a trial.
  static int ofTrial(int landmarks) {
    return Math.max(1, landmarks / 2);
  }

  @Override
  public Estimator.StagedPredictions trial(Hyperparameters chosen, int[] fitRows, int[] scoreRows, long seed) {
    SupportVectors machine = machine(chosen, fitRows, ofTrial(landmarks), seed);
    return new Estimator.StagedPredictions("", new long[] {1}, new double[][] {predictions(machine, scoreRows)});
  }

  @Override
  public SupportVectors fit(Hyperparameters chosen, int[] rows, long seed) {
    return machine(chosen, rows, landmarks, seed);
  }

  private SupportVectors machine(Hyperparameters chosen, int[] rows, int most, long seed) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("no rows to fit to");
    }
    MachineParameters parameters = MachineParameters.of(chosen);
    double[] labels = Arrays.stream(rows).mapToDouble(r -> train.labels()[r]).toArray();
    Landmarks chosenRows = Landmarks.of(train.values(), parameters.kernel(), rows, most, seed);
    return features.lend(rows.length, chosenRows.count(), lent -> {
      var found = LandmarkFeatures.of(chosenRows, train.values(), rows, lent);
      LinearMachine.Solution solution = LinearMachine.solve(found.rows(), labels, parameters.costs(train, rows),
          parameters.epsilon(), TOLERANCE, PASSES, seed);
      return found.machine(solution.weights(), solution.intercept());
    });
  }

  /// What [SupportVectors#predict] gives, of many rows at a time.
  private double[] predictions(SupportVectors machine, int[] rows) {
    double[] result = new double[rows.length];
    double[] kernels = new double[KernelBlock.SIZE];
    double[] sums = new double[KernelBlock.SIZE];
    double constant = KernelBlock.constant(machine.kernel());
    var block = new KernelBlock(machine.kernel(), train.columns().size());
    for (int from = 0; from < rows.length; from += KernelBlock.SIZE) {
      int count = block.take(train.values(), rows, from);
      Arrays.fill(sums, machine.intercept());
      for (int j = 0; j < machine.vectors().length; j++) {
        block.kernels(machine.vectors()[j], kernels);
        double coefficient = machine.coefficients()[j];
        for (int i = 0; i < sums.length; i++) {
          sums[i] += coefficient * (kernels[i] + constant);
        }
      }
      System.arraycopy(sums, 0, result, from, count);
    }
    return result;
  }
}
