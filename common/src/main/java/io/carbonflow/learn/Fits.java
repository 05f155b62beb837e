package io.carbonflow.learn;

import io.carbonflow.feature.Matrix;
import io.carbonflow.learn.Search.Finished;
import io.carbonflow.learn.Search.Screened;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Fits trials to folds. The seed of a fit follows from the run's seed, the trial and the fold.
final class Fits {
  private final Estimator estimator;
  private final Estimator.Fitting fitting;
  private final Matrix train;
  private final Folds folds;
  private final long seed;
  private final Workers workers;
  private final Counter counter;

  Fits(Estimator estimator, Matrix train, Folds folds, long seed, Workers workers,
      Counter counter) {
    this.estimator = estimator;
    this.fitting = estimator.on(train);
    this.train = train;
    this.folds = folds;
    this.seed = seed;
    this.workers = workers;
    this.counter = counter;
  }

  <T> List<T> all(List<Callable<T>> pieces) throws InterruptedException {
    return workers.all(pieces);
  }

  /// A trial on the first fold. One that fails says why; it does not end the search.
  Screened first(int number, Hyperparameters chosen) {
    try {
      return new Screened(number, chosen, score(number, chosen, 0), "");
    } catch (RuntimeException e) {
      counter.fitted(Double.NEGATIVE_INFINITY);
      return new Screened(number, chosen, null, String.valueOf(e.getMessage()));
    }
  }

  /// Trials on all folds but the first.
  List<Finished> finish(List<Screened> trials) throws InterruptedException {
    List<Callable<Screened>> pieces = new ArrayList<>();
    for (Screened trial : trials) {
      for (int fold = 1; fold < folds.count(); fold++) {
        int number = fold;
        pieces.add(() -> other(trial, number));
      }
    }
    List<Screened> scored = workers.all(pieces);
    int others = folds.count() - 1;
    return IntStream.range(0, trials.size())
        .mapToObj(i -> finished(trials.get(i), scored.subList(i * others, (i + 1) * others)))
        .toList();
  }

  private Screened other(Screened trial, int fold) {
    try {
      return new Screened(
          trial.number(), trial.chosen(), score(trial.number(), trial.chosen(), fold), "");
    } catch (RuntimeException e) {
      counter.fitted(Double.NEGATIVE_INFINITY);
      return new Screened(trial.number(), trial.chosen(), null, String.valueOf(e.getMessage()));
    }
  }

  private FoldScore score(int number, Hyperparameters chosen, int fold) {
    int[] fitRows = folds.fitRows(fold);
    int[] scoreRows = folds.scoreRows(fold);
    Estimator.Staged staged = fitting.trial(
        chosen, fitRows, scoreRows, Seeds.of(seed, estimator.name(), "fit", number, fold));
    FoldScore score = FoldScore.of(train, fitRows, scoreRows, staged);
    counter.fitted(DoubleStream.of(score.r2()).max().orElse(Double.NEGATIVE_INFINITY));
    return score;
  }

  private Finished finished(Screened first, List<Screened> others) {
    List<FoldScore> scores = new ArrayList<>();
    scores.add(first.first());
    for (Screened other : others) {
      if (other.first() == null) {
        return new Finished(new Trial(first.number(), first.chosen(), List.of(),
            Trial.State.FAILED, other.reason()), new double[0]);
      }
      scores.add(other.first());
    }
    int stage = bestStage(scores);
    double[] outOfFold = new double[train.rows()];
    List<Double> r2 = new ArrayList<>();
    for (int fold = 0; fold < folds.count(); fold++) {
      int[] rows = folds.scoreRows(fold);
      double[] labels = scores.get(fold).staged().labels()[stage];
      for (int i = 0; i < rows.length; i++) {
        outOfFold[rows[i]] = labels[i];
      }
      r2.add(scores.get(fold).r2()[stage]);
    }
    return new Finished(new Trial(first.number(), sized(first.chosen(), first.first(), stage), r2,
        Trial.State.COMPLETE, ""), outOfFold);
  }

  /// The stage with the best mean over these folds, the smallest of equals.
  static int bestStage(List<FoldScore> scores) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int stage = 0; stage < scores.getFirst().r2().length; stage++) {
      double sum = 0;
      for (FoldScore score : scores) {
        sum += score.r2()[stage];
      }
      if (sum > most) {
        most = sum;
        best = stage;
      }
    }
    return best;
  }

  /// The hyperparameters with the size of the model that a stage stands for.
  static Hyperparameters sized(Hyperparameters chosen, FoldScore score, int stage) {
    String parameter = score.staged().parameter();
    return parameter.isEmpty() ? chosen : chosen.with(parameter, score.staged().sizes()[stage]);
  }

  Counter counter() {
    return counter;
  }
}
