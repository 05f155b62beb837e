// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.learn.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SearchTest {
  private final Dataset town = Town.of(80, 1);
  private final Neighbors neighbors = new Neighbors();

  @Test
  void findsTheFirstOfEqualTrials() throws Exception {
    var indifferent = new Scripted((_, train, _, score) -> Scripted.missing(0.1, train, score));
    assertEquals(0, indifferent.search(Sampling.RANDOM, 9).bestNumber());
  }

  @Test
  void scoresOnTheTransformsScaleWithinTheRangeOfTheRowsFittedTo() throws Exception {
    var off = new Scripted((_, train, _, score) -> Scripted.missing(0.3, train, score));
    Trial best = off.search(Sampling.RANDOM, 1).best();
    Dataset train = Town.of(40, 1);
    Folds.Fold fold = Folds.of(train.groups(), 4, 0).list().get(2);
    Dataset held = train.subset(fold.score());
    double upper = Arrays.stream(train.subset(fold.fit()).target().measured()).max().orElseThrow();
    double[] actual = Arrays.stream(held.target().measured()).map(Math::sqrt).toArray();
    double[] predicted = IntStream.range(0, held.rows())
        .mapToDouble(i -> held.labels()[i] + 0.3 + held.target().offsets()[i])
        .map(log -> Math.clamp(Math.sqrt(Math.exp(log)), 0.1, Math.sqrt(upper)))
        .toArray();
    assertEquals(Scores.of(actual, predicted).r2(), best.foldScores().get(2));
  }

  @Test
  void givesEachRowTheLabelOfTheFitThatDidNotSeeIt() throws Exception {
    // predicts how many rows it was fitted to, and so which fold it was
    var counting = new Scripted((_, _, fit, score) -> {
      double[] labels = new double[score.length];
      Arrays.fill(labels, fit.length + fit[0] / 1000.0);
      return new Estimator.StagedPredictions("", new long[] {1}, new double[][] {labels});
    });
    SearchResult result = counting.search(Sampling.RANDOM, 3);
    double[] expected = new double[60];
    for (Folds.Fold fold : Folds.of(Town.of(40, 1).groups(), 4, 0).list()) {
      for (int row : fold.score()) {
        expected[row] = fold.fit().length + fold.fit()[0] / 1000.0;
      }
    }
    assertArrayEquals(expected, result.outOfFold());
  }

  @Test
  void choosesTheStageWithTheBestMeanOverTheFolds() throws Exception {
    // the first stage is best on the first fold alone, the second on all others
    int[] firstFold = Folds.of(Town.of(40, 1).groups(), 4, 0).list().getFirst().score();
    var staged = new Scripted((_, train, _, score) -> {
      boolean first = Arrays.equals(firstFold, score);
      double[] early = Scripted.missing(first ? 0.1 : 1, train, score).labels()[0];
      double[] late = Scripted.missing(first ? 0.2 : 0.1, train, score).labels()[0];
      return new Estimator.StagedPredictions("rounds", new long[] {25, 50}, new double[][] {early, late});
    });
    List<Trial> trials = staged.search(Sampling.RANDOM, 4).trials();
    for (Trial trial : trials) {
      assertEquals(
          trial.state() == Trial.State.COMPLETE ? 50L : 25L,
          trial.hyperparameters().values().get("rounds"));
    }
  }

  @Test
  void learnsFromEarlierTrialsWithTpe() throws Exception {
    var misses = new Scripted((x, train, _, score) ->
        Scripted.missing(Math.abs(x - 0.7), train, score));
    SearchResult result = misses.search(Sampling.TPE, 40);
    double late = result.trials().subList(20, 40).stream()
        .mapToDouble(trial -> Math.abs(trial.hyperparameters().number("x") - 0.7))
        .average()
        .orElseThrow();
    assertTrue(late < 0.15, "mean distance from the best " + late);
    assertEquals(5, result.trials().stream()
        .filter(trial -> trial.state() == Trial.State.COMPLETE).count());
  }

  @Test
  void stopsAtOnceWhenInterrupted() throws Exception {
    var fitting = new CountDownLatch(1);
    var endless = new Scripted((_, train, _, score) -> {
      fitting.countDown();
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      return Scripted.missing(0, train, score);
    });
    try (var workers = new Workers(1)) {
      Search search = endless.search(Sampling.RANDOM, 5, workers, ProgressListener.NONE);
      var waiting = Thread.currentThread();
      Thread.ofPlatform().start(() -> {
        try {
          fitting.await();
        } catch (InterruptedException _) {
          return;
        }
        waiting.interrupt();
      });
      assertThrows(InterruptedException.class, search::run);
    }
  }

  @Test
  void refusesAnotherEstimatorsPlan() {
    var plan = new SearchPlan("svm", "town", Sampling.RANDOM, 5, 4, 0, true);
    try (var workers = new Workers(1)) {
      assertThrows(IllegalArgumentException.class, () ->
          new Search(plan, neighbors, Neighbors.SPACE, town, workers, ProgressListener.NONE));
    }
  }

  @Test
  void derivesTheFinalSeedFromTheRunsSeedAndTheModel() {
    var plan = new SearchPlan("svm", "town", Sampling.RANDOM, 5, 4, 0, true);
    var same = new SearchPlan("svm", "village", Sampling.GRID, 9, 5, 0, false);
    var other = new SearchPlan("xgboost", "town", Sampling.RANDOM, 5, 4, 0, true);
    assertEquals(plan.finalSeed(), same.finalSeed());
    assertFalse(plan.finalSeed() == other.finalSeed());
  }
}
