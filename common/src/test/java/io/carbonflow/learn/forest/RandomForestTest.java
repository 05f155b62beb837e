// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.SyntheticRows;
import io.carbonflow.model.regressor.StoredRegressor;
import io.carbonflow.model.regressor.Trees;
import org.junit.jupiter.api.Test;

class RandomForestTest {
  private static final Dataset ROWS = SyntheticRows.of(300, 6, 1);
  private static final int[] TRAIN = SyntheticRows.range(0, 240);
  private static final int[] SCORE = SyntheticRows.range(240, 300);
  private static final Hyperparameters CHOSEN =
      new Hyperparameters(Map.of("mtry", 0.5, "trees", 30L));

  private static Trees fit(Hyperparameters chosen, long seed) {
    return (Trees) new RandomForest().prepare(ROWS).fit(chosen, TRAIN, seed);
  }

  /// How many splits lie on the longest way down from a node.
  private static int depth(Trees trees, int node) {
    return trees.feature()[node] < 0
        ? 0
        : 1 + Math.max(depth(trees, node + 1), depth(trees, trees.right()[node]));
  }

  private static int[] leaves(Trees trees) {
    return IntStream.range(0, trees.feature().length)
        .filter(node -> trees.feature()[node] < 0)
        .toArray();
  }

  @Test
  void itLearns() {
    double[] predicted = fit(CHOSEN, 0).predict(ROWS.subset(SCORE).values());
    double error = 0;
    double spread = 0;
    double mean = Arrays.stream(ROWS.labels()).average().orElseThrow();
    for (int i = 0; i < SCORE.length; i++) {
      error += Math.pow(predicted[i] - ROWS.labels()[SCORE[i]], 2);
      spread += Math.pow(mean - ROWS.labels()[SCORE[i]], 2);
    }
    assertTrue(error < 0.4 * spread, error + " of " + spread);
  }

  @Test
  void theSameSeedGivesTheSameBytesOnOneThreadAndOnTwo() {
    byte[] alone = StoredRegressor.bytes(fit(CHOSEN, 5));
    for (int threads : new int[] {1, 2}) {
      try (var pool = new ForkJoinPool(threads)) {
        assertArrayEquals(
            alone, pool.submit(() -> StoredRegressor.bytes(fit(CHOSEN, 5))).join());
      }
    }
  }

  @Test
  void anotherSeedGivesAnotherForest() {
    assertFalse(Arrays.equals(
        StoredRegressor.bytes(fit(CHOSEN, 5)), StoredRegressor.bytes(fit(CHOSEN, 6))));
  }

  @Test
  void onlyThreadsOfTheCallersPoolWork() {
    Set<String> workers = ConcurrentHashMap.newKeySet();
    var factory = (ForkJoinPool.ForkJoinWorkerThreadFactory) pool -> {
      var thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
      workers.add(thread.getName());
      return thread;
    };
    long common = ForkJoinPool.commonPool().getStealCount();
    try (var pool = new ForkJoinPool(1, factory, null, false)) {
      pool.submit(() -> fit(CHOSEN.with("mtry", 1.0), 5)).join();
    }
    assertEquals(1, workers.size());
    assertEquals(common, ForkJoinPool.commonPool().getStealCount());
  }

  @Test
  void aTrialGrowsFewerTreesAndIsTheBeginningOfTheFit() {
    var chosen = CHOSEN.with("search_trees", 7L);
    var staged = new RandomForest().prepare(ROWS).trial(chosen, TRAIN, SCORE, 3);
    double[] first = fit(CHOSEN.with("trees", 7L), 3).predict(ROWS.subset(SCORE).values());
    assertEquals("", staged.parameter());
    assertArrayEquals(first, staged.labels()[0]);
  }

  @Test
  void aCheaperChoiceIsTheFirstHundredTreesOfTheFit() {
    var forest = new RandomForest();
    Trees cheaper = fit(forest.cheaper(CHOSEN.with("trees", 120L)), 2);
    Trees whole = fit(CHOSEN.with("trees", 120L), 2);
    assertEquals(100, cheaper.roots().length);
    assertEquals(whole.threshold()[0], cheaper.threshold()[0]);
    assertEquals(20, fit(forest.cheaper(CHOSEN.with("trees", 20L)), 2).roots().length);
  }

  @Test
  void rowsThatAreNotFittedToDoNotMatter() {
    Dataset part = ROWS.subset(TRAIN);
    double[][] rows = ROWS.subset(SCORE).values();
    var alone = new RandomForest().prepare(part).fit(CHOSEN, SyntheticRows.range(0, 240), 2);
    assertArrayEquals(alone.predict(rows), fit(CHOSEN, 2).predict(rows), 1e-12);
  }

  @Test
  void treesKeepToTheirDepth() {
    Trees trees = fit(CHOSEN.with("max_depth", 3L), 0);
    assertEquals(3, Arrays.stream(trees.roots()).map(r -> depth(trees, r)).max().orElseThrow());
  }

  @Test
  void treesKeepToTheirNumberOfLeaves() {
    Trees trees = fit(CHOSEN.with("max_nodes", 8L), 0);
    assertEquals(30 * 8, leaves(trees).length);
  }

  @Test
  void leavesKeepToTheirSize() {
    Trees trees = fit(CHOSEN.with("node_size", 9L), 0);
    assertTrue(Arrays.stream(leaves(trees)).allMatch(leaf -> trees.cover()[leaf] >= 9));
  }

  @Test
  void aTreeIsGrownFromAsManySamplesAsThereAreRows() {
    Trees trees = fit(CHOSEN, 0);
    assertTrue(Arrays.stream(trees.roots()).allMatch(root -> trees.cover()[root] == 240));
  }

  @Test
  void aSubsampleDrawsThatShareOfTheRows() {
    Trees trees = fit(CHOSEN.with("subsample", 0.25), 0);
    assertTrue(Arrays.stream(trees.roots()).allMatch(root -> trees.cover()[root] == 60));
  }

  @Test
  void anUnknownHyperparameterIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> fit(CHOSEN.with("criterion", "mse"), 0));
  }

  @Test
  void sharesOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> fit(CHOSEN.with("mtry", 0.0), 0));
    assertThrows(IllegalArgumentException.class, () -> fit(CHOSEN.with("mtry", 1.1), 0));
    assertThrows(IllegalArgumentException.class, () -> fit(CHOSEN.with("subsample", 0.0), 0));
  }
}
