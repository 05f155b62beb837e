package io.carbonflow.components.evaluate;

import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.feature.BoxCox;
import io.carbonflow.learn.Scores;
import java.util.stream.DoubleStream;

/// One model, or the ensemble, with how well it did.
///
/// @param name its name, `svm`, `ensemble`
/// @param cvR2 mean R² over the folds of the training rows, on the Box-Cox scale
/// @param cvSd its standard deviation over the folds
/// @param boxCox the scores on the held-out rows, on the Box-Cox scale
/// @param tonnes the scores on the held-out rows, in tonnes
/// @param predicted the predictions of the held-out rows on the Box-Cox scale
/// @param trials the cross-validated R² of each trial of its search, NaN for one that was halted;
///     empty for the ensemble
public record Contender(
    String name,
    double cvR2,
    double cvSd,
    Scores boxCox,
    Scores tonnes,
    double[] predicted,
    double[] trials) {

  /// The predictions of the held-out rows in tonnes.
  double[] predictedTonnes() {
    return DoubleStream.of(predicted).map(BoxCox::inverse).toArray();
  }

  /// The name as people write it.
  public String title() {
    return EstimatorName.find(name).map(one -> one.estimator().title()).orElse("Ensemble");
  }
}
