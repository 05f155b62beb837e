// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.SharedGolden;
import io.carbonflow.learn.SyntheticRows;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.StoredRegressor;
import io.carbonflow.model.regressor.Trees;
import org.junit.jupiter.api.Test;

class GradientBoostingTest {
  private static final Dataset ROWS = SyntheticRows.of(300, 6, 1);
  private static final int[] TRAIN = SyntheticRows.range(0, 240);
  private static final int[] SCORE = SyntheticRows.range(240, 300);
  private static final Hyperparameters CHOSEN = new Hyperparameters(Map.of(
      "rounds", 60L, "learning_rate", 0.1, "max_depth", 3L, "subsample", 0.8,
      "colsample_bytree", 0.7, "boosters", 1L, "tree_method", "hist"));

  private static Trees fit(Hyperparameters chosen, long seed) {
    return (Trees) new GradientBoosting().prepare(ROWS).fit(chosen, TRAIN, seed);
  }

  @Test
  void aTrialPredictsAfterEveryStageWhatAShorterFitPredicts() {
    var staged = new GradientBoosting().prepare(ROWS).trial(CHOSEN, TRAIN, SCORE, 4);
    double[][] rows = ROWS.subset(SCORE).values();
    assertEquals("rounds", staged.parameter());
    assertArrayEquals(new long[] {25, 50, 60}, staged.sizes());
    for (int s = 0; s < 3; s++) {
      var shorter = fit(CHOSEN.with("rounds", staged.sizes()[s]), 4);
      assertArrayEquals(shorter.predict(rows), staged.labels()[s]);
    }
  }

  @Test
  void whereRoundsAreNotChosenTheRateAndTheDepthTellHowManyAreWorthwhile() {
    var fast = new Hyperparameters(Map.of("learning_rate", 0.2, "max_depth", 5L, "boosters", 1L));
    assertEquals(100, fit(fast, 0).roots().length);
    var slow = new Hyperparameters(Map.of("learning_rate", 0.01, "max_depth", 2L, "boosters", 1L));
    assertEquals(600, fit(slow, 0).roots().length);
  }

  @Test
  void aFitInAFinalFitIsTheMeanOfThreeBoosters() {
    var kept = new Hyperparameters(Map.of("rounds", 20L, "subsample", 0.7));
    Trees mean = fit(kept, 9);
    assertEquals(60, mean.roots().length);
    Trees first = fit(kept.with("boosters", 1L), 9);
    assertArrayEquals(first.threshold(),
        Arrays.copyOf(mean.threshold(), first.threshold().length));
    assertFalse(Arrays.equals(mean.predict(ROWS.values()), first.predict(ROWS.values())));
  }

  @Test
  void aCheaperChoiceIsTheFirstBooster() {
    var kept = new Hyperparameters(Map.of("rounds", 20L, "subsample", 0.7));
    assertArrayEquals(StoredRegressor.bytes(fit(kept.with("boosters", 1L), 9)),
        StoredRegressor.bytes(fit(new GradientBoosting().cheaper(kept), 9)));
  }

  @Test
  void boostingStartsFromTheMeanOfTheLabels() {
    double mean = Arrays.stream(TRAIN).mapToDouble(r -> ROWS.labels()[r]).average().orElseThrow();
    assertEquals((float) mean, fit(CHOSEN, 0).base());
  }

  @Test
  void orFromTheChosenBaseScore() {
    assertEquals(0.75, fit(CHOSEN.with("base_score", 0.75), 0).base());
  }

  @Test
  void fitsSideBySideGiveTheSameBytesAsOneAfterTheOther() throws Exception {
    byte[] first = StoredRegressor.bytes(fit(CHOSEN, 1));
    byte[] second = StoredRegressor.bytes(fit(CHOSEN, 2));
    assertFalse(Arrays.equals(first, second));
    try (var threads = Executors.newFixedThreadPool(2)) {
      var fits = IntStream.range(0, 8)
          .mapToObj(i -> threads.submit(() -> StoredRegressor.bytes(fit(CHOSEN, 1 + i % 2))))
          .toList();
      for (int i = 0; i < fits.size(); i++) {
        assertArrayEquals(i % 2 == 0 ? first : second, fits.get(i).get());
      }
    }
  }

  @Test
  void fitsOnOnePreparationGiveWhatEachGivesOnItsOwnWhateverCameBefore() throws Exception {
    int[] others = SyntheticRows.range(60, 300);
    var shared = new GradientBoosting().prepare(ROWS);
    Hyperparameters fine = CHOSEN.with("max_bin", 16L);
    List<Callable<Regressor>> fits = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      int[] rows = i % 3 == 0 ? others.clone() : TRAIN.clone();
      Hyperparameters chosen = i % 4 == 0 ? fine : CHOSEN;
      long seed = i % 5;
      fits.add(() -> shared.fit(chosen, rows, seed));
      byte[] alone = StoredRegressor.bytes(new GradientBoosting().prepare(ROWS).fit(chosen, rows, seed));
      assertArrayEquals(alone, StoredRegressor.bytes(shared.fit(chosen, rows, seed)), "fit " + i);
    }
    List<byte[]> inTurn = new ArrayList<>();
    for (Callable<Regressor> fit : fits) {
      inTurn.add(StoredRegressor.bytes(fit.call()));
    }
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<Regressor>> beside = threads.invokeAll(fits);
      for (int i = 0; i < beside.size(); i++) {
        assertArrayEquals(inTurn.get(i), StoredRegressor.bytes(beside.get(i).get()), "fit " + i);
      }
    }
  }

  @Test
  void aRefusedFitLeavesTheRowsAsTheyWere() {
    var shared = new GradientBoosting().prepare(ROWS);
    byte[] before = StoredRegressor.bytes(shared.fit(CHOSEN, TRAIN, 3));
    assertThrows(IllegalArgumentException.class, () -> shared.fit(CHOSEN.with("subsample", 1.5), TRAIN, 3));
    assertArrayEquals(before, StoredRegressor.bytes(shared.fit(CHOSEN, TRAIN, 3)));
  }

  @Test
  void aHyperparameterThatXgboostDoesNotHaveIsNamed() {
    var e = assertThrows(
        IllegalArgumentException.class, () -> fit(CHOSEN.with("learning_rat", 0.1), 0));
    assertTrue(
        e.getMessage().startsWith("there is no hyperparameter learning_rat among [alpha, "),
        e.getMessage());
  }

  @Test
  void aValueThatXgboostRefusesIsNamed() {
    var e = assertThrows(
        IllegalArgumentException.class, () -> fit(CHOSEN.with("subsample", 1.5), 0));
    assertTrue(e.getMessage().contains("1.5"), e.getMessage());
  }

  @Test
  void exactTrainingGivesWhatPythonGivesToTheLastBit() {
    Dataset train = SharedGolden.train();
    var chosen = new Hyperparameters(Map.of("boosters", 1L, "rounds", 200L, "tree_method", "exact",
        "max_depth", 6L, "learning_rate", 0.1, "base_score", 3.0));
    var fitted = new GradientBoosting()
        .prepare(train).fit(chosen, SyntheticRows.range(0, train.rows()), 0);
    assertArrayEquals(
        SharedGolden.column("predictions.csv", "xgb_exact_d6"),
        fitted.predict(SharedGolden.test()));
  }
}
