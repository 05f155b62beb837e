// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.model.regressor.Mean;
import io.carbonflow.model.regressor.Trees;
import io.carbonflow.model.regressor.TreesBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeShapleyTest {
  private static final int COLUMNS = 9;

  /// Columns 0 to 8 belong to 5 players.
  private static final int[] PLAYERS = {0, 1, 2, 3, 4, 0, 1, 2, 0};
  private static final Shapley GAME = new Shapley(PLAYERS, 5, new double[0][]);

  private static Trees grown(long seed, int trees, int depth) {
    var random = new Random(seed);
    var builder = new TreesBuilder();
    for (int t = 0; t < trees; t++) {
      builder.tree();
      grow(builder, random, depth, 1000);
    }
    return builder.mean();
  }

  private static void grow(TreesBuilder builder, Random random, int depth, double cover) {
    if (depth == 0 || random.nextInt(5) == 0) {
      builder.leaf(random.nextGaussian(), cover);
      return;
    }
    double left = cover * (0.1 + 0.8 * random.nextDouble());
    int split = builder.split(random.nextInt(COLUMNS), random.nextGaussian(), cover);
    grow(builder, random, depth - 1, left);
    builder.right(split);
    grow(builder, random, depth - 1, cover - left);
  }

  private static double[][] rows(int count, long seed) {
    var random = new Random(seed);
    double[][] rows = new double[count][COLUMNS];
    for (double[] row : rows) {
      Arrays.setAll(row, _ -> random.nextGaussian());
    }
    return rows;
  }

  /// What trees predict while a set of players is known, by the definition.
  private static double known(Trees trees, double[] row, int set) {
    double sum = 0;
    for (int root : trees.roots()) {
      sum += known(trees, root, row, set);
    }
    return trees.base() + trees.scale() * sum;
  }

  private static double known(Trees trees, int node, double[] row, int set) {
    int column = trees.feature()[node];
    if (column < 0) {
      return trees.threshold()[node];
    }
    int left = node + 1;
    int right = trees.right()[node];
    if ((set >> PLAYERS[column] & 1) == 1) {
      return known(trees, row[column] < trees.threshold()[node] ? left : right, row, set);
    }
    return (trees.cover()[left] * known(trees, left, row, set)
        + trees.cover()[right] * known(trees, right, row, set)) / trees.cover()[node];
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 6, 10})
  void theyAreTheShapleyValuesByDefinition(int depth) {
    Trees trees = grown(depth, 7, depth);
    double[][] rows = rows(40, 5);
    List<Attribution> found = GAME.of(trees, rows);
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      assertArrayEquals(Coalitions.shapley(5, set -> known(trees, row, set)),
          found.get(i).amounts(), 1e-12);
      assertEquals(known(trees, row, 0), found.get(i).base(), 1e-12);
    }
  }

  @Test
  void theBaseAndAllAmountsAddUpToThePrediction() {
    Trees trees = grown(3, 50, 14);
    double[][] rows = rows(600, 6);
    List<Attribution> found = GAME.of(trees, rows);
    for (int i = 0; i < rows.length; i++) {
      assertEquals(trees.predict(rows[i]),
          found.get(i).base() + Arrays.stream(found.get(i).amounts()).sum(), 1e-10);
      assertArrayEquals(new double[5], found.get(i).errors());
    }
  }

  /// XGBoost adds its leaves in single precision, so the sum is off by its rounding.
  @Test
  void aSumInSinglePrecisionIsMetToFiveDigits() {
    var builder = new TreesBuilder();
    var random = new Random(1);
    for (int t = 0; t < 500; t++) {
      builder.tree();
      int split = builder.split(t % COLUMNS, 0, 10);
      builder.leaf((float) random.nextGaussian() / 20, 4);
      builder.right(split);
      builder.leaf((float) random.nextGaussian() / 20, 6);
    }
    Trees trees = builder.sum(4);
    for (double[] row : rows(20, 2)) {
      Attribution found = GAME.of(trees, new double[][] {row}).getFirst();
      assertEquals(trees.predict(row),
          found.base() + Arrays.stream(found.amounts()).sum(), 1e-5);
    }
  }

  @Test
  void aPlayerThatNoSplitAsksForAddsNothing() {
    var builder = new TreesBuilder();
    builder.tree();
    int split = builder.split(3, 0, 10);
    builder.leaf(1, 5);
    builder.right(split);
    builder.leaf(2, 5);
    Attribution found = GAME.of(builder.mean(), rows(1, 1)).getFirst();
    assertEquals(0.5, Math.abs(found.amounts()[3]));
    assertEquals(0.5, Arrays.stream(found.amounts()).map(Math::abs).sum());
  }

  @Test
  void aRowHasTheSameAmountsAloneAmongOthersAndOnManyThreads() {
    Trees trees = grown(4, 20, 9);
    double[][] rows = rows(1100, 8);
    List<Attribution> all = GAME.of(trees, rows);
    try (var pool = new ForkJoinPool(2)) {
      List<Attribution> parallel = pool.submit(() -> GAME.of(trees, rows)).join();
      for (int i = 0; i < rows.length; i++) {
        assertArrayEquals(all.get(i).amounts(), parallel.get(i).amounts());
      }
    }
    for (int i : new int[] {0, 511, 512, 1099}) {
      assertArrayEquals(all.get(i).amounts(),
          GAME.of(trees, new double[][] {rows[i]}).getFirst().amounts());
    }
  }

  @Test
  void aMeanOfModelsHasTheMeanOfTheirAmounts() {
    Trees one = grown(1, 5, 6);
    Trees other = grown(2, 5, 6);
    double[][] row = rows(1, 3);
    Attribution mean = GAME.of(new Mean(List.of(one, other)), row).getFirst();
    for (int p = 0; p < 5; p++) {
      assertEquals((GAME.of(one, row).getFirst().amounts()[p]
          + GAME.of(other, row).getFirst().amounts()[p]) / 2, mean.amounts()[p], 1e-15);
    }
  }

  @Test
  void aModelThatCountsMoreHasMoreOfTheAmounts() {
    Trees one = grown(1, 5, 6);
    Trees other = grown(2, 5, 6);
    double[][] row = rows(1, 3);
    Attribution mean = GAME.of(new Mean(List.of(one, other), List.of(0.6, 0.2)), row).getFirst();
    assertEquals((0.6 * GAME.of(one, row).getFirst().base() + 0.2 * GAME.of(other, row).getFirst().base()) / 0.8,
        mean.base(), 1e-12);
    for (int p = 0; p < 5; p++) {
      assertEquals((0.6 * GAME.of(one, row).getFirst().amounts()[p]
          + 0.2 * GAME.of(other, row).getFirst().amounts()[p]) / 0.8, mean.amounts()[p], 1e-12);
    }
  }

  @Test
  void noRowsHaveNoAmounts() {
    assertEquals(List.of(), GAME.of(grown(1, 2, 3), new double[0][]));
  }

  @Test
  void aNodeThatFewerRowsReachedThanItsChildIsRefused() {
    var builder = new TreesBuilder();
    builder.tree();
    int split = builder.split(0, 0, 1);
    builder.leaf(1, 5);
    builder.right(split);
    builder.leaf(2, 5);
    Trees trees = builder.mean();
    assertThrows(IllegalArgumentException.class, () -> GAME.of(trees, rows(1, 1)));
  }

  @Test
  void aColumnWithoutAPlayerIsRefused() {
    assertThrows(IllegalArgumentException.class,
        () -> new Shapley(new int[] {0, 2}, 2, new double[0][]));
    assertThrows(IllegalArgumentException.class,
        () -> new Shapley(new int[0], 17, new double[0][]));
  }
}
