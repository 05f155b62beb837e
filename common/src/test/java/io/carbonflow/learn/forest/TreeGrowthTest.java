// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.SyntheticRows;
import io.carbonflow.model.regressor.Trees;
import io.carbonflow.model.regressor.TreesBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.model.cart.Loss;
import smile.regression.RegressionTree;

/// No threshold of a column that a node has looked at lowers the sum of squares more than the one
/// that it took. All of them are tried here, in the plainest way.
class TreeGrowthTest {
  private static final int ROWS = 150;
  private static final int NODE_SIZE = 3;
  /// How many of the columns a node looks at.
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
    var random = new SplittableRandom(seed);
    for (int i = 0; i < ROWS; i++) {
      samples[random.nextInt(ROWS)]++;
    }
    Trees tree = tree(rows, new TreeGrowth.Limits(30, Integer.MAX_VALUE, NODE_SIZE, LOOKED_AT), samples, random);
    int[] drawn = IntStream.range(0, ROWS).filter(row -> samples[row] > 0).toArray();
    assertTrue(check(tree, 0, rows, drawn) > 25, "too small a tree to tell");
  }

  private static Trees tree(
      Dataset rows, TreeGrowth.Limits limits, int[] samples, SplittableRandom random) {
    Columns columns = Columns.of(rows);
    var builder = new TreesBuilder();
    builder.tree();
    new TreeGrowth(columns, rows.labels(), limits, samples, random).grow().addTo(builder, columns);
    return builder.mean();
  }

  /// Smile's tree looks at all thresholds, too, where columns have few values.
  @ParameterizedTest
  @ValueSource(ints = {2, 7, 40, Integer.MAX_VALUE})
  void aTreeThatLooksAtAllColumnsPredictsWhatSmilesPredicts(int leaves) {
    Dataset rows = SyntheticRows.of(ROWS, LOOKED_AT + 1, 6);
    for (double[] row : rows.values()) {
      Arrays.setAll(row, column -> Math.rint(8 * row[column]) / 4);
    }
    int[] once = new int[ROWS];
    Arrays.fill(once, 1);
    Trees ours = tree(rows, new TreeGrowth.Limits(60, leaves, NODE_SIZE, LOOKED_AT + 1), once,
        new SplittableRandom(0));
    String[] names = rows.columns().toArray(String[]::new);
    var smiles = new RegressionTree(DataFrame.of(rows.values(), names), Loss.ls(rows.labels()),
        new StructField("label", DataTypes.DoubleType), 61, leaves, NODE_SIZE, -1, null, null);
    for (double[] row : rows.values()) {
      assertEquals(smiles.predict(Tuple.of(smiles.schema(), row)), ours.predict(row), 1e-9);
    }
  }

  @Test
  void samplesOfOneLabelAreALeaf() {
    Dataset rows = SyntheticRows.of(ROWS, 3, 6);
    double[] labels = new double[ROWS];
    Arrays.fill(labels, 0.1);
    int[] threeTimes = new int[ROWS];
    Arrays.fill(threeTimes, 3);
    Trees tree = tree(SyntheticRows.dataset(rows.values(), labels),
        new TreeGrowth.Limits(60, Integer.MAX_VALUE, 1, 3), threeTimes, new SplittableRandom(0));
    assertArrayEquals(new int[] {-1}, tree.feature());
    assertEquals(0.1, tree.predict(rows.values()[0]), 1e-15);
  }

  @Test
  void rowsAtAThresholdAndNextToItGoWhereTheTrainingRowsOnTheirSideWent() {
    Dataset rows = SyntheticRows.dataset(
        new double[][] {{1}, {Math.nextUp(1.0)}, {3}}, new double[] {1, 2, 9});
    Trees tree = tree(rows, new TreeGrowth.Limits(60, 9, 1, 1), new int[] {1, 1, 1}, new SplittableRandom(0));
    assertEquals(1, tree.predict(new double[] {1}));
    assertEquals(2, tree.predict(new double[] {Math.nextUp(1.0)}));
    assertEquals(2, tree.predict(new double[] {2}));
    assertEquals(9, tree.predict(new double[] {Math.nextUp(Math.nextUp(2.0))}));
  }

  @Test
  void limitsThatNoTreeCanKeepAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new TreeGrowth.Limits(0, 2, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new TreeGrowth.Limits(1, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new TreeGrowth.Limits(1, 2, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new TreeGrowth.Limits(1, 2, 1, 0));
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
