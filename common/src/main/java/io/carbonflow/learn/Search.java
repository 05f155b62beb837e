// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.model.regressor.Regressor;

/// Finds good hyperparameters by cross-validation with successive halving (Jamieson and Talwalkar 2016,
/// arXiv:1502.07943): every trial is scored on the first fold, the best quarter on the second, and the better half of
/// these on all folds.
///
/// It runs in four stages, so that many machines can share one search. [#run] does them in turn.
///
/// | stage | what | shared |
/// | --- | --- | --- |
/// | [#screen] | trials on the first fold | any trials on any machine |
/// | [#promote] | the best quarter on the second | once |
/// | [#finish] | finalists on all folds | any finalists on any machine |
/// | [ScreeningResult#result] | the best of them | once |
///
/// The result depends on the plan and the training rows alone: not on threads, on timing, or on who
/// did which part. With [Sampling#TPE] each choice needs all earlier trials' scores on the first
/// fold, so [#screen] goes through the trials one after the other and cannot be shared; the other
/// stages are the same.
///
/// A fold's score is R² on the scale of the [TargetTransform], of predictions held within the range
/// of the rows that were fitted to. A trial whose fit fails is recorded with the reason and counts
/// as the worst.
public final class Search {
  private final SearchPlan plan;
  private final Space space;
  private final Sampler sampler;
  private final Folds folds;
  private final Dataset train;
  private final Estimator.Fitting fitting;
  private final FoldFits fits;
  private final KnownRuns runs;
  private final FirstRung first;
  private final SecondRung second;
  private final Workers workers;
  private final ProgressListener progress;

  /// @param estimator what is tuned
  /// @param space what it may be tuned to
  /// @param train all training rows
  /// @throws io.carbonflow.base.fault.Problem if there are too few groups for the folds
  /// @throws IllegalArgumentException if the plan is another estimator's or another data set's, a
  ///     value or a label is not finite, or a row's target is not known
  public Search(
      SearchPlan plan,
      Estimator estimator,
      Space space,
      Dataset train,
      Workers workers,
      ProgressListener progress) {
    if (!plan.estimator().equals(estimator.name()) || !plan.dataset().equals(train.name())) {
      throw new IllegalArgumentException(plan + " is not for " + estimator.name() + " on "
          + train.name());
    }
    this.plan = plan;
    this.workers = workers;
    this.progress = progress;
    this.space = space;
    this.train = train;
    fitting = estimator.prepare(train);
    sampler = plan.sampling().sampler(plan.estimator(), space, plan.seed());
    folds = Folds.of(train.groups(), plan.folds(), plan.seed());
    fits = new FoldFits(plan, train, fitting, folds);
    runs = new KnownRuns(fits);
    first = new FirstRung(sampler, runs, workers);
    second = new SecondRung(space, runs, workers);
  }

  /// How many trials there are; with a grid perhaps fewer than the plan asks for.
  public int trials() {
    return sampler.trials(plan.trials());
  }

  /// The whole search on this machine.
  ///
  /// @throws io.carbonflow.base.fault.Problem if no trial could be scored on all folds
  /// @throws InterruptedException if the thread is interrupted; fits under way are interrupted too
  public SearchResult run() throws InterruptedException {
    var tracker = new Tracker(plan.estimator(), plan.fits(trials()), progress);
    ScreeningResult standing =
        promote(tracker, standing(List.of(screen(tracker, IntStream.range(0, trials()).toArray()))));
    SearchResult result = standing.result(List.of(finish(tracker, standing.finalists())));
    tracker.end();
    return result;
  }

  /// Scores trials on the first fold.
  ///
  /// @param numbers each below [#trials]; all of them, in order, with [Sampling#TPE]
  /// @throws IllegalArgumentException if a number is not below it, or the search cannot be shared
  /// @throws InterruptedException if the thread is interrupted
  public Screening screen(int... numbers) throws InterruptedException {
    for (int i = 0; i < numbers.length; i++) {
      boolean outOfTurn = sampler.sequential() && numbers[i] != i;
      if (numbers[i] < 0 || numbers[i] >= trials() || outOfTurn) {
        throw new IllegalArgumentException("trial " + numbers[i] + " of " + trials()
            + " at place " + i + " of a search by " + Id.of(plan.sampling()));
      }
    }
    return screen(new Tracker(plan.estimator(), numbers.length, progress), numbers);
  }

  /// Puts the parts of a screening together.
  ///
  /// @throws io.carbonflow.base.fault.Problem if a part is of another search, or a trial is missing or
  ///     there twice
  public ScreeningResult standing(List<Screening> parts) {
    return ScreeningResult.of(plan, trials(), parts);
  }

  /// Scores the best trials on the second fold, where it decides which of them go on.
  ///
  /// @param standing all trials after the first fold
  /// @return the same trials, the best quarter with one more score; as they were where the plan does not halve
  /// @throws io.carbonflow.base.fault.Problem if every trial failed, or the second fold has had its say
  /// @throws InterruptedException if the thread is interrupted
  public ScreeningResult promote(ScreeningResult standing) throws InterruptedException {
    return promote(new Tracker(plan.estimator(), plan.survivors(trials()), progress), standing);
  }

  /// Scores trials on all folds. What [#screen] and [#promote] of this object have fitted is not fitted again.
  ///
  /// @param finalists as [ScreeningResult#finalists] tells them
  /// @throws InterruptedException if the thread is interrupted
  public FullCrossValidation finish(List<Trial> finalists) throws InterruptedException {
    long fits = finalists.stream().flatMap(trial ->
        IntStream.range(0, plan.folds()).mapToObj(fold -> runs.of(trial.number(), fold)))
        .filter(Optional::isEmpty).count();
    return finish(new Tracker(plan.estimator(), Math.toIntExact(fits), progress), finalists);
  }

  /// Fits the best trial to all training rows.
  ///
  /// @throws InterruptedException if the thread is interrupted
  public Regressor refit(SearchResult result) throws InterruptedException {
    int[] rows = IntStream.range(0, train.rows()).toArray();
    Callable<Regressor> fit =
        () -> fitting.fit(result.best().hyperparameters(), rows, plan.finalSeed());
    return workers.all(List.of(fit)).getFirst();
  }

  private Screening screen(Tracker tracker, int[] numbers) throws InterruptedException {
    return new Screening(plan, first.play(numbers, tracker));
  }

  private ScreeningResult promote(Tracker tracker, ScreeningResult standing) throws InterruptedException {
    return plan.hasSecondRung() ? standing.with(second.play(standing.survivors(), tracker)) : standing;
  }

  private FullCrossValidation finish(Tracker tracker, List<Trial> finalists) throws InterruptedException {
    List<LastRung> rounds = new ArrayList<>();
    for (Trial trial : finalists) {
      var round = new LastRung(trial.number(), trial.hyperparameters().only(space), folds);
      for (int fold = 0; fold < plan.folds(); fold++) {
        int place = fold;
        runs.of(trial.number(), fold).ifPresent(run -> round.known(place, run));
      }
      rounds.add(round);
    }
    // Fold by fold: an estimator may keep what all fits to one share.
    workers.all(IntStream.range(0, folds.count()).boxed().flatMap(
        fold -> rounds.stream().flatMap(round -> round.task(fold, fits, tracker).stream())).toList());
    return new FullCrossValidation(plan, rounds.stream().map(LastRung::finalist).toList());
  }
}
