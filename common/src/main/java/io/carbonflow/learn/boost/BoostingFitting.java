package io.carbonflow.learn.boost;

import io.carbonflow.feature.Matrix;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.regressor.Trees;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Boosted trees fitted to parts of one matrix, each fit on one thread. XGBoost's own threads spin
/// while they wait for each other; fits side by side do not.
///
/// @param train all training rows
record BoostingFitting(Matrix train) implements Estimator.Fitting {
  /// After how many rounds a trial predicts.
  static final int STAGE = 25;

  private static final int ROUNDS = 600;

  @Override
  public Estimator.Staged trial(
      Hyperparameters chosen, int[] fitRows, int[] scoreRows, long seed) {
    Trees trees = fit(chosen, fitRows, seed);
    int rounds = trees.roots().length;
    int[] sizes = IntStream.rangeClosed(1, Math.ceilDiv(rounds, STAGE))
        .map(s -> Math.min(s * STAGE, rounds))
        .toArray();
    double[][] labels = new double[sizes.length][scoreRows.length];
    for (int i = 0; i < scoreRows.length; i++) {
      double[] predicted = trees.predict(train.values()[scoreRows[i]], sizes);
      for (int s = 0; s < sizes.length; s++) {
        labels[s][i] = predicted[s];
      }
    }
    long[] stages = Arrays.stream(sizes).asLongStream().toArray();
    return new Estimator.Staged(BoosterOptions.ROUNDS, stages, labels);
  }

  @Override
  public Trees fit(Hyperparameters chosen, int[] rows, long seed) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("no rows to fit to");
    }
    double mean = Arrays.stream(rows).mapToDouble(r -> train.label()[r]).average().orElseThrow();
    return NativeXgboost.fit(
        train, rows, BoosterOptions.of(chosen, mean, seed),
        chosen.integer(BoosterOptions.ROUNDS, ROUNDS));
  }
}
