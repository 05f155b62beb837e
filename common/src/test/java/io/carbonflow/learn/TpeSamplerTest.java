// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;

class TpeSamplerTest {
  private static final Space SPACE = Space.of(
      new Space.Choice("kernel", List.of("rbf", "linear", "poly"), List.of(1.0, 1.0, 1.0)),
      new Space.Real("C", 0.01, 100, true, 5),
      new Space.OnlyIf("kernel", List.of("rbf"), new Space.Real("gamma", -4, 4, false, 5)),
      new Space.OnlyIf("kernel", List.of("poly"), new Space.Whole("degree", 1, 9, false, 5)));

  /// Best, with 0, at rbf, C = 3, gamma = 1; −1 or less with another kernel.
  private static double score(Hyperparameters chosen) {
    double c = Math.log10(chosen.number("C") / 3);
    double rest = switch (chosen.text("kernel")) {
      case "rbf" -> Math.pow(chosen.number("gamma") - 1, 2) / 4;
      case "poly" -> 1 + Math.abs(chosen.integer("degree") - 3);
      default -> 2;
    };
    return -c * c - rest;
  }

  @Test
  void drawsItsFirstTrialsAtRandom() {
    Sampler random = Sampling.RANDOM.sampler("svm", SPACE, 0);
    List<Trial> trials = play(Sampling.TPE, 0, 40, TpeSamplerTest::score);
    for (int k = 0; k < TpeSampler.RANDOM_TRIALS; k++) {
      assertEquals(random.choose(k, List.of()), trials.get(k).hyperparameters());
    }
    assertNotEquals(
        random.choose(TpeSampler.RANDOM_TRIALS, List.of()),
        trials.get(TpeSampler.RANDOM_TRIALS).hyperparameters());
  }

  @Test
  void choosesTheSameForTheSameSeed() {
    assertEquals(
        play(Sampling.TPE, 5, 40, TpeSamplerTest::score),
        play(Sampling.TPE, 5, 40, TpeSamplerTest::score));
  }

  @Test
  void findsBetterTrialsThanChance() {
    double tpe = 0;
    double random = 0;
    for (int seed = 0; seed < 20; seed++) {
      tpe += best(play(Sampling.TPE, seed, 60, TpeSamplerTest::score));
      random += best(play(Sampling.RANDOM, seed, 60, TpeSamplerTest::score));
    }
    assertTrue(tpe > random / 3, "mean shortfall " + -tpe / 20 + " against " + -random / 20);
  }

  @Test
  void turnsToTheBestWord() {
    List<Trial> trials = play(Sampling.TPE, 0, 60, TpeSamplerTest::score);
    long late = trials.subList(30, 60).stream()
        .filter(trial -> trial.hyperparameters().text("kernel").equals("rbf"))
        .count();
    assertTrue(late > 20, late + " of 30");
  }

  @Test
  void staysWithinBoundsAndConditions() {
    for (Trial trial : play(Sampling.TPE, 1, 100, TpeSamplerTest::score)) {
      Hyperparameters chosen = trial.hyperparameters();
      assertTrue(chosen.number("C") >= 0.01 && chosen.number("C") <= 100);
      assertEquals(chosen.text("kernel").equals("rbf"), chosen.has("gamma"));
      assertEquals(chosen.text("kernel").equals("poly"), chosen.has("degree"));
    }
  }

  @Test
  void shunsWhatFails() {
    List<Trial> trials = play(Sampling.TPE, 0, 80,
        chosen -> chosen.text("kernel").equals("linear") ? score(chosen) : Double.NaN);
    long late = trials.subList(40, 80).stream()
        .filter(trial -> trial.state() == Trial.State.FAILED)
        .count();
    assertTrue(late < 15, late + " of 40");
  }

  @Test
  void drawsFromADensityThatSumsToOne() {
    var density = new Parzen(new double[] {0.02, 0.3, 0.31, 0.9});
    double sum = 0;
    for (int i = 0; i < 1000; i++) {
      sum += density.at((i + 0.5) / 1000) / 1000;
    }
    assertEquals(1, sum, 1e-4);
  }

  @Test
  void drawsWhereTheDensityIs() {
    var density = new Parzen(new double[] {0.02, 0.3, 0.31, 0.9});
    var random = new Random(0);
    int below = 0;
    for (int i = 0; i < 20_000; i++) {
      double drawn = density.draw(random);
      assertTrue(drawn >= 0 && drawn <= 1);
      below += drawn < 0.4 ? 1 : 0;
    }
    double mass = 0;
    for (int i = 0; i < 400; i++) {
      mass += density.at((i + 0.5) / 1000) / 1000;
    }
    assertEquals(mass, below / 20_000.0, 0.015);
  }

  private static double best(List<Trial> trials) {
    return trials.stream().mapToDouble(Trial::mean).max().orElseThrow();
  }

  private static List<Trial> play(
      Sampling sampling, long seed, int count, ToDoubleFunction<Hyperparameters> score) {
    Sampler sampler = sampling.sampler("svm", SPACE, seed);
    List<Trial> trials = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      Hyperparameters chosen = sampler.choose(k, List.copyOf(trials));
      double reached = score.applyAsDouble(chosen);
      trials.add(Double.isNaN(reached)
          ? Trial.failed(k, chosen, "no")
          : new Trial(k, Trial.State.HALTED, "", chosen, List.of(reached)));
    }
    return trials;
  }
}
