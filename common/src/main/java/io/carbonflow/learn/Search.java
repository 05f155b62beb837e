package io.carbonflow.learn;

import io.carbonflow.feature.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// Searches an estimator's hyperparameters by cross-validation with synchronous halving (Jamieson
/// and Talwalkar, 2016): all trials on the first fold, the best quarter on all folds.
///
/// A search is made of stages that can run on different machines: each part of [#screen] and of
/// [#finish] depends on nothing but the training rows, the plan and the numbers of its trials.
/// [#run] does all of them here.
public final class Search {
  private static final int SURVIVORS = 4; // one of four goes on

  private final Estimator estimator;
  private final SearchPlan plan;
  private final Fits fits;
  private final Sampler sampler;

  /// A search.
  ///
  /// @param train the training rows
  /// @param workers do the fits
  /// @param progress is told of each fit
  /// @throws io.carbonflow.fault.Problem if there are fewer buildings than folds
  public Search(
      Estimator estimator, Matrix train, SearchPlan plan, Workers workers, Progress progress) {
    this.estimator = estimator;
    this.plan = plan;
    this.sampler = sampler(estimator, plan);
    Folds folds = Folds.of(train, plan.folds(), plan.seed());
    this.fits = new Fits(estimator, train, folds, plan.seed(), workers,
        new Counter(progress, expectedFits()));
  }

  /// A trial after the first fold.
  ///
  /// @param number its number
  /// @param chosen its hyperparameters
  /// @param first its score there; null if it failed
  /// @param reason why it failed, or empty
  record Screened(int number, Hyperparameters chosen, FoldScore first, String reason) {
    double best() {
      return first == null ? Double.NEGATIVE_INFINITY
          : IntStream.range(0, first.r2().length).mapToDouble(i -> first.r2()[i]).max().orElse(0);
    }
  }

  /// A trial after its last fold.
  ///
  /// @param trial the trial
  /// @param outOfFold for each training row the label predicted by the fit that did not see it;
  ///     empty if the trial did not come that far
  record Finished(Trial trial, double[] outOfFold) {}

  /// Does the whole search.
  ///
  /// @throws io.carbonflow.fault.Problem if every trial fails
  /// @throws InterruptedException if the thread is interrupted; fits that have not begun are dropped
  public SearchResult run() throws InterruptedException {
    if (plan.method() == SearchMethod.TPE) {
      return gather(new ParzenSearch(estimator, plan, fits).run());
    }
    List<Screened> screened = screen(IntStream.range(0, sampler.size()).boxed().toList());
    List<Integer> survivors = survivors(screened);
    List<Finished> finished = new ArrayList<>(
        finish(screened.stream().filter(s -> survivors.contains(s.number())).toList()));
    screened.stream().filter(s -> !survivors.contains(s.number()))
        .map(Search::halted).forEach(finished::add);
    return gather(finished);
  }

  /// Scores trials on the first fold.
  ///
  /// @param numbers the numbers of the trials
  List<Screened> screen(List<Integer> numbers) throws InterruptedException {
    List<Callable<Screened>> pieces = new ArrayList<>();
    for (int number : numbers) {
      Hyperparameters chosen = sampler.trial(number);
      pieces.add(() -> fits.first(number, chosen));
    }
    return fits.all(pieces);
  }

  /// The numbers of the trials that go on to all folds: the best quarter, rounded up, the earlier
  /// one of equals; all that did not fail if there is no halving.
  List<Integer> survivors(List<Screened> screened) {
    List<Screened> able = screened.stream()
        .filter(s -> s.first() != null)
        .sorted(Comparator.comparingDouble((Screened s) -> -s.best())
            .thenComparingInt(Screened::number))
        .toList();
    int count = plan.halving() ? Math.ceilDiv(screened.size(), SURVIVORS) : able.size();
    return able.stream().limit(count).map(Screened::number).sorted().toList();
  }

  /// Scores trials on the folds they have not been scored on.
  List<Finished> finish(List<Screened> survivors) throws InterruptedException {
    return fits.finish(survivors);
  }

  /// Puts the trials together and picks the best.
  private SearchResult gather(List<Finished> finished) {
    return SearchResult.of(estimator.name(), plan, finished);
  }

  /// A trial that ended on the first fold.
  static Finished halted(Screened screened) {
    if (screened.first() == null) {
      return new Finished(new Trial(screened.number(), screened.chosen(), List.of(),
          Trial.State.FAILED, screened.reason()), new double[0]);
    }
    int stage = Fits.bestStage(List.of(screened.first()));
    return new Finished(new Trial(screened.number(),
        Fits.sized(screened.chosen(), screened.first(), stage),
        List.of(screened.first().r2()[stage]), Trial.State.HALTED, ""), new double[0]);
  }

  private int expectedFits() {
    int trials = sampler.size();
    int survivors = plan.halving() ? Math.ceilDiv(trials, SURVIVORS) : trials;
    return trials + survivors * (plan.folds() - 1);
  }

  private static Sampler sampler(Estimator estimator, SearchPlan plan) {
    return switch (plan.method()) {
      case GRID -> Sampler.grid(
          estimator.space(), estimator.name(), plan.iterations(), plan.seed());
      case RANDOM, TPE -> Sampler.random(
          estimator.space(), estimator.name(), plan.iterations(), plan.seed());
    };
  }
}
