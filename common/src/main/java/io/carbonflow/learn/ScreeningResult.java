// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// All trials of a search after the first fold or, the best of them, the second, gathered from wherever they were
/// screened. Decides which of them go on, and which of those is the best.
///
/// @param plan the search
/// @param screened every trial, in the order of their numbers
public record ScreeningResult(SearchPlan plan, List<Trial> screened) {

  /// Copies the trials.
  public ScreeningResult {
    screened = List.copyOf(screened);
  }

  /// Puts the parts of a screening together, in whatever order they come.
  ///
  /// @param trials how many there should be
  /// @throws Problem if a part is of another search, or a trial is missing or there twice
  static ScreeningResult of(SearchPlan plan, int trials, List<Screening> parts) {
    parts.forEach(part -> check(plan, part.plan()));
    List<Trial> all = inOrder(parts.stream().flatMap(part -> part.trials().stream()), t -> t);
    for (int i = 0; i < Math.max(trials, all.size()); i++) {
      if (i >= all.size() || i >= trials || all.get(i).number() != i) {
        throw incomplete(plan, "the first fold does not have each of " + trials
            + " trials once: looking for " + i + " in " + all.stream().map(Trial::number).toList());
      }
    }
    return new ScreeningResult(plan, all);
  }

  /// The trials that are promoted to the second fold, the best first. Never more than a quarter, rounded up, where the plan
  /// halves.
  ///
  /// @throws Problem if every trial failed, or some have been scored on the second fold
  public List<Trial> survivors() {
    if (screened.stream().anyMatch(trial -> trial.foldScores().size() > 1)) {
      throw incomplete(plan, "some trials have been scored on the second fold already");
    }
    return best(screened.stream(), plan.survivors(screened.size()));
  }

  /// The trials that are promoted to all folds, the best first. Of those that were scored on the second fold never more than
  /// half, rounded up, but at least three, where the plan halves.
  ///
  /// @throws Problem if every trial failed, or none has been scored on the second fold though the plan halves
  public List<Trial> finalists() {
    int survivors = plan.survivors(screened.size());
    if (!plan.hasSecondRung()) {
      return best(screened.stream(), survivors);
    }
    List<Trial> scored = screened.stream().filter(trial -> trial.foldScores().size() > 1).toList();
    if (scored.isEmpty() && screened.stream().anyMatch(trial -> trial.state() != Trial.State.FAILED)) {
      throw incomplete(plan, "no trial has been scored on the second fold");
    }
    return best(scored.stream(), plan.finalists(survivors));
  }

  /// The same trials, some with what the second fold made of them.
  ScreeningResult with(List<Trial> further) {
    var known = further.stream().collect(Collectors.toMap(Trial::number, trial -> trial));
    return new ScreeningResult(
        plan, screened.stream().map(trial -> known.getOrDefault(trial.number(), trial)).toList());
  }

  private List<Trial> best(Stream<Trial> trials, int most) {
    List<Trial> best = trials
        .filter(trial -> trial.state() != Trial.State.FAILED)
        .sorted(Trial.BEST_FIRST)
        .limit(most)
        .toList();
    if (best.isEmpty()) {
      throw allFailed(screened);
    }
    return best;
  }

  /// The result of the search.
  ///
  /// @param parts the finalists after all folds, in whatever order they come
  /// @throws Problem if a part is of another search, a finalist is missing or there twice, or every
  ///     one failed
  public SearchResult result(List<FullCrossValidation> parts) {
    parts.forEach(part -> check(plan, part.plan()));
    List<FullCrossValidation.Finalist> completed = inOrder(
        parts.stream().flatMap(part -> part.finalists().stream()), FullCrossValidation.Finalist::trial);
    List<Integer> have = completed.stream().map(f -> f.trial().number()).toList();
    List<Integer> want = finalists().stream().map(Trial::number).sorted().toList();
    if (!have.equals(want)) {
      throw incomplete(plan, "all folds have the trials " + have + " and should have " + want);
    }
    FullCrossValidation.Finalist best = completed.stream()
        .filter(finalist -> finalist.trial().state() == Trial.State.COMPLETE)
        .min(Comparator.comparing(FullCrossValidation.Finalist::trial, Trial.BEST_FIRST))
        .orElseThrow(() -> allFailed(
            completed.stream().map(FullCrossValidation.Finalist::trial).toList()));
    var last = completed.stream()
        .collect(Collectors.toMap(f -> f.trial().number(), FullCrossValidation.Finalist::trial));
    return new SearchResult(
        plan,
        screened.stream().map(trial -> last.getOrDefault(trial.number(), trial)).toList(),
        best.trial().number(),
        best.outOfFold());
  }

  static <T> List<T> inOrder(Stream<T> parts, Function<T, Trial> trial) {
    return parts
        .sorted(Comparator.comparingInt(part -> trial.apply(part).number()))
        .toList();
  }

  static void check(SearchPlan plan, SearchPlan part) {
    if (!plan.equals(part)) {
      throw incomplete(plan, "a part belongs to another search, " + part + " instead of " + plan);
    }
  }

  private static Problem incomplete(SearchPlan plan, String what) {
    return new Problem(
        place(plan), what, "give the parts of one search, each once, all with the same options");
  }

  private Problem allFailed(List<Trial> trials) {
    return new Problem(
        place(plan),
        "none of " + trials.size() + " trials could be scored; trial " + failed(trials).number()
            + " failed: " + failed(trials).failure(),
        "look at the training rows, or choose another seed or more trials");
  }

  private static Trial failed(List<Trial> trials) {
    return trials.stream().filter(trial -> trial.state() == Trial.State.FAILED).findFirst().orElseThrow();
  }

  private static Place place(SearchPlan plan) {
    return Place.of("search of " + plan.estimator());
  }
}
