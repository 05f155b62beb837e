package io.carbonflow.learn;

import io.carbonflow.feature.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Scores of predictions that were made for each row by a fit that had not seen its building.
public final class OutOfFold {
  private OutOfFold() {}

  /// R² on the Box-Cox scale on each fold.
  ///
  /// @param train the training rows
  /// @param plan the search that made the folds
  /// @param labels the predicted label of each row
  public static List<Double> r2(Matrix train, SearchPlan plan, double[] labels) {
    Folds folds = Folds.of(train, plan.folds(), plan.seed());
    return IntStream.range(0, folds.count())
        .mapToObj(fold -> {
          int[] rows = folds.scoreRows(fold);
          double[] predicted = Arrays.stream(rows).mapToDouble(row -> labels[row]).toArray();
          return FoldScore.of(train, folds.fitRows(fold), rows,
              new Estimator.Staged("", new long[] {1}, new double[][] {predicted})).r2()[0];
        })
        .toList();
  }

  /// The mean of several models' predictions for each row.
  public static double[] mean(List<double[]> labels) {
    return IntStream.range(0, labels.getFirst().length)
        .mapToDouble(row -> labels.stream().mapToDouble(l -> l[row]).average().orElseThrow())
        .toArray();
  }
}
