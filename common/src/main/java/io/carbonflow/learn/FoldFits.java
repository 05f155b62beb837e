package io.carbonflow.learn;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.feature.BoxCox;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.Scale;
import java.util.List;
import java.util.concurrent.CancellationException;

/// Fits and scores single trials on single folds. What all trials share is computed once.
final class FoldFits {
  private static final int LONGEST_REASON = 200;

  /// @param actual measured emissions of the scored rows, on the Box-Cox scale
  /// @param offset what leads from their labels to tonnes
  private record Held(Folds.Fold rows, double[] actual, double[] offset, Scale scale) {}

  private final SearchPlan plan;
  private final Matrix train;
  private final Estimator.Fitting fitting;
  private final List<Held> held;

  /// @throws IllegalArgumentException if the tonnes of a row are not known
  FoldFits(SearchPlan plan, Matrix train, Estimator.Fitting fitting, Folds folds) {
    for (int i = 0; i < train.rows(); i++) {
      if (!Double.isFinite(BoxCox.of(train.tonnes()[i]))) {
        throw new IllegalArgumentException(
            "the tonnes of " + train.keys().get(i) + " are " + train.tonnes()[i]);
      }
    }
    this.plan = plan;
    this.train = train;
    this.fitting = fitting;
    held = folds.list().stream().map(fold -> held(fold, train)).toList();
  }

  private static Held held(Folds.Fold fold, Matrix train) {
    Matrix scored = train.subset(fold.score());
    double[] actual = BoxCox.of(scored.tonnes());
    return new Held(fold, actual, scored.offset(), Scale.of(train.subset(fold.fit())));
  }

  /// One fit and its scores. What a choice of hyperparameters makes impossible is a failed run;
  /// a [Problem] is not the choice's fault and is passed on, and so is an interruption.
  FoldResult run(int trial, Hyperparameters point, int fold) {
    Held part = held.get(fold);
    try {
      Estimator.StagedPredictions staged = fitting.trial(
          point, part.rows().fit(), part.rows().score(), plan.fitSeed(trial, fold));
      double[] r2 = new double[staged.sizes().length];
      for (int stage = 0; stage < r2.length; stage++) {
        r2[stage] = score(part, staged.labels()[stage]);
      }
      return new FoldResult.Scored(staged, r2);
    } catch (Problem | CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      return new FoldResult.Failed(reason(e));
    }
  }

  private double score(Held part, double[] labels) {
    double[] predicted = new double[part.actual().length];
    for (int i = 0; i < predicted.length; i++) {
      if (!Double.isFinite(labels[i])) {
        var key = train.keys().get(part.rows().score()[i]);
        throw new ArithmeticException(
            "the prediction for building " + key.building() + ", " + key.year() + " is "
                + labels[i]);
      }
      predicted[i] = part.scale().boxCox(labels[i], part.offset()[i]);
    }
    return Scores.of(part.actual(), predicted).r2();
  }

  private static String reason(RuntimeException e) {
    String message = e.getMessage() == null ? "" : e.getMessage().strip();
    String line = message.lines().findFirst().orElse(e.getClass().getSimpleName());
    return line.substring(0, Math.min(line.length(), LONGEST_REASON));
  }
}
