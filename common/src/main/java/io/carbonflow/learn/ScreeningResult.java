// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// All trials of a search after the first fold, gathered from wherever they were screened. Decides
/// which of them go on, and which of those is the best.
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

  /// The trials that go on to all folds, the best first. Never more than a quarter, rounded up,
  /// where the plan halves.
  ///
  /// @throws Problem if every trial failed
  public List<Trial> survivors() {
    List<Trial> survivors = screened.stream()
        .filter(trial -> trial.state() != Trial.State.FAILED)
        .sorted(Trial.BEST_FIRST)
        .limit(plan.survivors(screened.size()))
        .toList();
    if (survivors.isEmpty()) {
      throw allFailed(screened);
    }
    return survivors;
  }

  /// The result of the search.
  ///
  /// @param parts the survivors after all folds, in whatever order they come
  /// @throws Problem if a part is of another search, a survivor is missing or there twice, or every
  ///     survivor failed
  public SearchResult result(List<FullCrossValidation> parts) {
    parts.forEach(part -> check(plan, part.plan()));
    List<FullCrossValidation.Finalist> finalists = inOrder(
        parts.stream().flatMap(part -> part.finalists().stream()), FullCrossValidation.Finalist::trial);
    List<Integer> have = finalists.stream().map(f -> f.trial().number()).toList();
    List<Integer> want = survivors().stream().map(Trial::number).sorted().toList();
    if (!have.equals(want)) {
      throw incomplete(plan, "all folds have the trials " + have + " and should have " + want);
    }
    FullCrossValidation.Finalist best = finalists.stream()
        .filter(finalist -> finalist.trial().state() == Trial.State.COMPLETE)
        .min(Comparator.comparing(FullCrossValidation.Finalist::trial, Trial.BEST_FIRST))
        .orElseThrow(() -> allFailed(
            finalists.stream().map(FullCrossValidation.Finalist::trial).toList()));
    var last = finalists.stream()
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
        "none of " + trials.size() + " trials could be scored; trial " + trials.getFirst().number()
            + " failed: " + trials.getFirst().failure(),
        "look at the training rows, or choose another seed or more trials");
  }

  private static Place place(SearchPlan plan) {
    return Place.of("search of " + plan.estimator());
  }
}
