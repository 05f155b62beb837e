// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;

class FailedTrialsTest {

  @Test
  void doNotEndTheSearch() throws Exception {
    var picky = new Scripted((x, train, _, score) -> {
      if (x < 0.5) {
        throw new IllegalArgumentException("x is too small\nfor this estimator");
      }
      return Scripted.missing(x, train, score);
    });
    for (Sampling sampling : Sampling.values()) {
      List<Trial> trials = picky.search(sampling, 11).trials();
      for (Trial trial : trials) {
        boolean small = trial.hyperparameters().number("x") < 0.5;
        assertEquals(small, trial.state() == Trial.State.FAILED);
        assertEquals(small ? "x is too small" : "", trial.failure());
      }
      assertTrue(trials.stream().anyMatch(trial -> trial.state() == Trial.State.FAILED));
    }
  }

  @Test
  void areThoseThatPredictWhatIsNotANumber() throws Exception {
    var overflowing = new Scripted((x, train, _, score) ->
        Scripted.missing(x < 0.5 ? Double.POSITIVE_INFINITY : 0, train, score));
    Trial failed = overflowing.search(Sampling.GRID, 11).trials().stream()
        .filter(trial -> trial.state() == Trial.State.FAILED)
        .findFirst()
        .orElseThrow();
    assertTrue(
        failed.failure().matches("the prediction for house \\d+, row [01] is Infinity"),
        failed.failure());
    assertEquals(Double.NEGATIVE_INFINITY, failed.mean());
  }

  @Test
  void areAlsoThoseThatFailOnALaterFold() throws Exception {
    int[] secondFold = Folds.of(Town.of(40, 1).groups(), 4, 0).list().get(1).score();
    var late = new Scripted((x, train, _, score) -> {
      if (x < 0.15 && Arrays.equals(secondFold, score)) {
        throw new IllegalStateException();
      }
      return Scripted.missing(x, train, score);
    });
    SearchResult result = late.search(Sampling.GRID, 11);
    for (Trial trial : result.trials()) {
      if (trial.hyperparameters().number("x") < 0.15) {
        assertEquals(Trial.failed(
            trial.number(), trial.hyperparameters(), "IllegalStateException"), trial);
      }
    }
    assertEquals(0.2, result.best().hyperparameters().number("x"), 1e-9);
  }

  @Test
  void leaveNothingToChooseFromIfAllAre() {
    var broken = new Scripted((_, _, _, _) -> {
      throw new ArithmeticException("no room");
    });
    var problem = assertThrows(Problem.class, () -> broken.search(Sampling.RANDOM, 5));
    assertEquals("search of scripted: none of 5 trials could be scored; trial 0 failed: no room;"
        + " look at the training rows, or choose another seed or more trials",
        problem.getMessage());
  }

  @Test
  void areNotMadeOfWhatIsNotAFaultOfTheTrial() {
    var problem = new Problem(Place.of("/tmp"), "is full", "make room");
    var unlucky = new Scripted((_, _, _, _) -> {
      throw problem;
    });
    assertSame(
        problem, assertThrows(Problem.class, () -> unlucky.search(Sampling.RANDOM, 5)));
  }

  @Test
  void areNotMadeOfBrokenRulesBetweenStages() {
    var lastSize = new AtomicLong();
    var changing = new Scripted((_, train, _, score) -> new Estimator.StagedPredictions(
        "rounds", new long[] {lastSize.incrementAndGet()},
        Scripted.missing(0, train, score).labels()));
    assertThrows(IllegalStateException.class, () -> changing.search(Sampling.RANDOM, 1));
  }
}
