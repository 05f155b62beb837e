// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.SyntheticRows;
import io.carbonflow.model.regressor.Trees;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smile.math.MathEx;

/// No threshold of a column that a node has looked at lowers the sum of squares more than the one
/// that it took. All of them are tried here, in the plainest way.
class ExactSplitTreeTest {
  private static final int ROWS = 150;
  private static final int NODE_SIZE = 3;
  /// As many as a node may look at: Smile spreads it over threads when it looks at all.
  private static final int LOOKED_AT = 4;

  private final int[] samples = new int[ROWS];

  /// Three columns of numbers, one of few numbers, which is counted, and one of 0 or 1.
  private static Dataset rows() {
    Dataset rows = SyntheticRows.of(ROWS, LOOKED_AT + 1, 6);
    for (double[] row : rows.values()) {
      row[1] = Math.rint(3 * row[1]);
    }
    return SyntheticRows.dataset(rows.values(), rows.labels());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyNodeIsSplitAtTheBestOfAllThresholds(long seed) {
    Dataset rows = rows();
    MathEx.setSeed(seed);
    for (int i = 0; i < ROWS; i++) {
      samples[MathEx.randomInt(ROWS)]++;
    }
    Trees tree = TreeFlattener.mean(List.of(new ExactSplitTree(Columns.of(rows), rows.labels(), 30,
        Integer.MAX_VALUE, NODE_SIZE, LOOKED_AT, samples)));
    int[] drawn = IntStream.range(0, ROWS).filter(row -> samples[row] > 0).toArray();
    assertTrue(check(tree, 0, rows, drawn) > 25, "too small a tree to tell");
  }

  /// Checks a node and all below it.
  ///
  /// @param at the rows that reach it
  /// @return how many of these nodes are splits
  private int check(Trees tree, int node, Dataset rows, int[] at) {
    double[] gains = IntStream.range(0, LOOKED_AT + 1)
        .mapToDouble(column -> bestGain(rows, at, column)).toArray();
    // The column that is not looked at is drawn, so one of all may be better.
    double promised = Arrays.stream(gains).sorted().toArray()[LOOKED_AT - 1];
    int column = tree.feature()[node];
    if (column < 0) {
      assertTrue(promised < 1e-9, () -> "a leaf that could be split with gain " + promised);
      return 0;
    }
    double threshold = tree.threshold()[node];
    int[] left = part(at, row -> rows.values()[row][column] < threshold);
    int[] right = part(at, row -> rows.values()[row][column] >= threshold);
    assertTrue(count(left) >= NODE_SIZE && count(right) >= NODE_SIZE);
    double gain = gain(rows.labels(), at, left, right);
    assertEquals(gains[column], gain, 1e-9, "a better threshold of the column");
    assertTrue(gain >= promised - 1e-9, "a better column");
    return 1 + check(tree, node + 1, rows, left) + check(tree, tree.right()[node], rows, right);
  }

  private double bestGain(Dataset rows, int[] at, int column) {
    return Arrays.stream(at).mapToDouble(row -> rows.values()[row][column]).distinct().map(value -> {
      int[] left = part(at, row -> rows.values()[row][column] <= value);
      int[] right = part(at, row -> rows.values()[row][column] > value);
      return count(left) < NODE_SIZE || count(right) < NODE_SIZE ? 0
          : gain(rows.labels(), at, left, right);
    }).max().orElseThrow();
  }

  private double gain(double[] labels, int[] all, int[] left, int[] right) {
    return squares(labels, all) - squares(labels, left) - squares(labels, right);
  }

  /// The sum of squares around the mean, each row as often as it was drawn.
  private double squares(double[] labels, int[] at) {
    double mean = Arrays.stream(at).mapToDouble(row -> samples[row] * labels[row]).sum() / count(at);
    return Arrays.stream(at)
        .mapToDouble(row -> samples[row] * Math.pow(labels[row] - mean, 2)).sum();
  }

  private int count(int[] at) {
    return Arrays.stream(at).map(row -> samples[row]).sum();
  }

  private static int[] part(int[] at, IntPredicate wanted) {
    return Arrays.stream(at).filter(wanted).toArray();
  }
}
