package io.carbonflow.learn;

import io.carbonflow.learn.Search.Finished;
import io.carbonflow.learn.Search.Screened;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// A search that learns as it goes: each trial is drawn by [ParzenEstimator] from the trials before
/// it, by their score on the first fold. A trial goes on to all folds if it is among the best
/// quarter so far.
final class ParzenSearch {
  private static final int RANDOM_TRIALS = 10;
  private static final int QUARTER = 4;

  private final Estimator estimator;
  private final SearchPlan plan;
  private final Fits fits;

  ParzenSearch(Estimator estimator, SearchPlan plan, Fits fits) {
    this.estimator = estimator;
    this.plan = plan;
    this.fits = fits;
  }

  List<Finished> run() throws InterruptedException {
    List<Screened> screened = new ArrayList<>();
    List<Finished> finished = new ArrayList<>();
    for (int number = 0; number < plan.iterations(); number++) {
      SplittableRandom random =
          new SplittableRandom(Seeds.of(plan.seed(), estimator.name(), "tpe", number));
      Hyperparameters chosen = number < RANDOM_TRIALS
          ? Sampler.draw(estimator.space(), random)
          : ParzenEstimator.of(estimator.space(), ranked(screened)).draw(random);
      int trial = number;
      Screened first = fits.all(
          List.<java.util.concurrent.Callable<Screened>>of(() -> fits.first(trial, chosen)))
          .getFirst();
      screened.add(first);
      finished.add(goesOn(first, screened)
          ? fits.finish(List.of(first)).getFirst() : Search.halted(first));
    }
    fits.counter().dropped(Integer.MAX_VALUE / 2);
    return finished;
  }

  private boolean goesOn(Screened trial, List<Screened> screened) {
    long better = screened.stream().filter(other -> other.best() > trial.best()).count();
    return trial.first() != null
        && (!plan.halving() || better < Math.ceilDiv(screened.size(), QUARTER));
  }

  /// The hyperparameters of all trials, the best first.
  private static List<Hyperparameters> ranked(List<Screened> screened) {
    return screened.stream()
        .sorted(Comparator.comparingDouble((Screened s) -> -s.best())
            .thenComparingInt(Screened::number))
        .map(Screened::chosen)
        .toList();
  }
}
