// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.learn.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HalvingTest {
  private final Dataset town = Town.of(80, 1);
  private final Neighbors neighbors = new Neighbors();

  @Test
  void takesTheBestQuarterOfTheTrialsToTheSecondFoldAndTheBestThreeOfTheseToAll() throws Exception {
    var distances = new Scripted((x, train, _, score) -> Scripted.missing(x, train, score));
    List<Trial> trials = distances.search(Sampling.RANDOM, 18).trials().stream()
        .sorted(Comparator.comparingDouble(trial -> trial.hyperparameters().number("x")))
        .toList();
    for (int i = 0; i < 18; i++) {
      assertEquals(
          i < 3 ? Trial.State.COMPLETE : Trial.State.HALTED, trials.get(i).state(), "place " + i);
      assertEquals(i < 3 ? 4 : i < 5 ? 2 : 1, trials.get(i).foldScores().size());
    }
  }

  @Test
  void takesHalfOfManyTrialsFromTheSecondFoldToAll() throws Exception {
    search(Sampling.RANDOM, 50, true);
    assertEquals(50 + 13 + 7 * 2, neighbors.fits.get());
  }

  @Test
  void goesFromTheFirstOfTwoFoldsToBoth() throws Exception {
    search(Sampling.RANDOM, 18, 2, true);
    assertEquals(18 + 5, neighbors.fits.get());
  }

  /// The trial that is best on the first fold is bad on the second, and is not taken further.
  @Test
  void judgesTheSecondRungByBothFolds() throws Exception {
    int[] second = Folds.of(Town.of(40, 1).groups(), 4, 0).list().get(1).score();
    var turning = new Scripted((x, train, _, score) ->
        Scripted.missing(Arrays.equals(second, score) ? 1 - x : x, train, score));
    SearchResult result = turning.search(Sampling.RANDOM, 50);
    Trial first = result.trials().stream()
        .min(Comparator.comparingDouble(trial -> -trial.foldScores().getFirst())).orElseThrow();
    assertEquals(2, first.foldScores().size());
  }

  @Test
  void takesOneTrialToAllFoldsHoweverFewThereAre() throws Exception {
    SearchResult result = search(Sampling.RANDOM, 1, true);
    assertEquals(4, result.best().foldScores().size());
  }

  @Test
  void fitsNothingTwice() throws Exception {
    search(Sampling.RANDOM, 18, true);
    assertEquals(18 + 5 + 3 * 2, neighbors.fits.get());
  }

  @Test
  void takesEveryTrialToAllFoldsWithoutHalving() throws Exception {
    SearchResult result = search(Sampling.RANDOM, 10, false);
    assertTrue(result.trials().stream().allMatch(t -> t.state() == Trial.State.COMPLETE));
    assertEquals(40, neighbors.fits.get());
  }

  @Test
  void findsTheTrialWithTheHighestMean() throws Exception {
    SearchResult result = search(Sampling.RANDOM, 10, false);
    assertEquals(
        result.trials().stream().mapToDouble(Trial::mean).max().orElseThrow(),
        result.best().mean());
    assertTrue(result.best().mean() > 0.6, result.best().toString());
  }

  private SearchResult search(Sampling sampling, int trials, boolean halving) throws Exception {
    return search(sampling, trials, 4, halving);
  }

  private SearchResult search(Sampling sampling, int trials, int folds, boolean halving) throws Exception {
    var plan = new SearchPlan(
        "neighbors", "town", sampling, trials, folds, 0, halving);
    try (var workers = new Workers(2)) {
      return new Search(plan, neighbors, Neighbors.SPACE, town, workers, ProgressListener.NONE).run();
    }
  }
}
