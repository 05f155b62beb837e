package io.carbonflow.learn;

import io.carbonflow.feature.BoxCox;
import io.carbonflow.feature.Matrix;
import io.carbonflow.feature.Scale;
import java.util.Arrays;

/// The R² of one fit on one fold, for each size of the model.
///
/// @param staged the predictions
/// @param r2 R² on the Box-Cox scale for each stage
record FoldScore(Estimator.Staged staged, double[] r2) {

  /// Scores predictions of held-out rows.
  ///
  /// @param fitRows the rows the model was fitted to; they decide the range of predictions
  /// @param scoreRows the rows that were predicted
  /// @throws ArithmeticException if a prediction is no number
  static FoldScore of(Matrix rows, int[] fitRows, int[] scoreRows, Estimator.Staged staged) {
    Scale scale = Scale.of(rows.subset(fitRows));
    double[] actual = Arrays.stream(scoreRows)
        .mapToDouble(row -> BoxCox.of(rows.tonnes()[row])).toArray();
    double[] r2 = new double[staged.labels().length];
    double[] predicted = new double[scoreRows.length];
    for (int stage = 0; stage < r2.length; stage++) {
      for (int i = 0; i < scoreRows.length; i++) {
        predicted[i] = scale.boxCox(staged.labels()[stage][i], rows.offset()[scoreRows[i]]);
      }
      r2[stage] = Scores.of(actual, predicted).r2();
      if (Double.isNaN(r2[stage])) {
        throw new ArithmeticException("a prediction is no number");
      }
    }
    return new FoldScore(staged, r2);
  }
}
