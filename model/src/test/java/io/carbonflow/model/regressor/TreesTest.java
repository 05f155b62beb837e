// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;

class TreesTest {

  /// A tree that splits twice, and a tree that is one leaf.
  private static TreesBuilder two() {
    var builder = new TreesBuilder();
    builder.tree();
    int root = builder.split(1, 0.5, 8);
    int left = builder.split(0, -1, 6);
    builder.leaf(10, 4);
    builder.right(left);
    builder.leaf(20, 2);
    builder.right(root);
    builder.leaf(30, 2);
    builder.tree();
    builder.leaf(2, 8);
    return builder;
  }

  @Test
  void aRowBelowTheThresholdGoesLeftAndOneAtItGoesRight() {
    Trees trees = two().sum(0);
    assertEquals(10, trees.leaf(0, new double[] {-1.1, 0.4}));
    assertEquals(20, trees.leaf(0, new double[] {-1, 0.4}));
    assertEquals(30, trees.leaf(0, new double[] {-1.1, 0.5}));
  }

  @Test
  void aSumStartsFromItsBase() {
    assertEquals(0.5 + 10 + 2, two().sum(0.5f).predict(new double[] {-2, 0}));
  }

  @Test
  void aMeanDividesByTheNumberOfTrees() {
    assertEquals(6, two().mean().predict(new double[] {-2, 0}));
  }

  @Test
  void theMeanOfSumsIsTheMeanOfTheirPredictions() {
    Trees mean = Trees.mean(List.of(two().sum(1), two().sum(3)));
    assertEquals(4, mean.roots().length);
    for (double[] row : new double[][] {{-2, 0}, {0, 0}, {0, 1}}) {
      assertEquals((two().sum(1).predict(row) + two().sum(3).predict(row)) / 2,
          mean.predict(row));
    }
  }

  @Test
  void manyRowsAreEachPredictedAsAloneToTheLastBit() {
    Random random = new Random(5);
    double[][] rows = Stream.generate(() -> random.doubles(2, -2, 2).toArray()).limit(600).toArray(double[][]::new);
    var builder = new TreesBuilder();
    for (int tree = 0; tree < 40; tree++) {
      builder.tree();
      int split = builder.split(tree % 2, random.nextDouble(-1, 1), 2);
      builder.leaf(random.nextGaussian(), 1);
      builder.right(split);
      builder.leaf(random.nextGaussian(), 1);
    }
    for (Trees trees : List.of(builder.mean(), builder.sum(0.1f))) {
      int[] sizes = {1, 7, 40};
      double[][] staged = trees.predict(rows, sizes);
      double[] whole = trees.predict(rows);
      for (int i = 0; i < rows.length; i++) {
        assertEquals(trees.predict(rows[i]), whole[i]);
        double[] alone = trees.predict(rows[i], sizes);
        for (int s = 0; s < sizes.length; s++) {
          assertEquals(alone[s], staged[s][i]);
        }
      }
    }
  }

  /// More rows than a block has, deep and lopsided trees, numbers at their limits, and zeros with a sign.
  @Test
  void whateverWayRowsDivideEachReachesTheLeafThatItReachesAlone() {
    Random random = new Random(6);
    double[][] rows = Stream.generate(() -> new double[] {
        random.nextInt(-3, 4) / 2.0, random.nextBoolean() ? -0.0 : 0.0, random.nextGaussian()})
        .limit(2300).toArray(double[][]::new);
    var builder = new TreesBuilder();
    for (int tree = 0; tree < 30; tree++) {
      builder.tree();
      grow(builder, random, 14);
    }
    Trees trees = builder.mean();
    double[] whole = trees.predict(rows);
    for (int i = 0; i < rows.length; i++) {
      assertEquals(trees.predict(rows[i]), whole[i]);
    }
    long different = Arrays.stream(whole).distinct().count();
    assertTrue(different > 300, different + " different predictions");
  }

  private static void grow(TreesBuilder builder, Random random, int depth) {
    if (depth == 0) {
      builder.leaf(random.nextGaussian(), 1);
      return;
    }
    double[] limits = {random.nextInt(-3, 4) / 2.0, random.nextBoolean() ? -0.0 : 0.0, random.nextGaussian()};
    int column = random.nextInt(3);
    int split = builder.split(column, limits[column], 2);
    grow(builder, random, random.nextInt(depth));
    builder.right(split);
    grow(builder, random, depth - 1);
  }

  @Test
  void aMeanOfMeansIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Trees.mean(List.of(two().mean())));
    assertThrows(IllegalArgumentException.class, () -> Trees.mean(List.of()));
  }

  @Test
  void theFirstTreesPredictAlone() {
    assertArrayEquals(
        new double[] {1, 11, 13},
        two().sum(1).predict(new double[] {-2, 0}, new int[] {0, 1, 2}));
  }

  @Test
  void aSumIsTakenInSinglePrecision() {
    var builder = new TreesBuilder();
    builder.tree();
    builder.leaf(1e-8f, 1);
    assertEquals(1, builder.sum(1).predict(new double[0]));
  }

  @Test
  void theWidthCoversEveryColumnThatIsSplitBy() {
    assertEquals(2, two().sum(0).width());
  }

  @Test
  void theBuilderGrowsPastItsFirstSize() {
    var builder = new TreesBuilder();
    for (int i = 0; i < 5000; i++) {
      builder.tree();
      builder.leaf(i, 1);
    }
    assertEquals(4999 * 5000 / 2, builder.sum(0).predict(new double[0]));
  }

  @Test
  void aSplitWithoutARightSideIsRefused() {
    var builder = new TreesBuilder();
    builder.tree();
    builder.right(builder.split(0, 0, 1));
    builder.leaf(1, 1);
    assertThrows(IllegalArgumentException.class, () -> builder.sum(0));
  }

  @Test
  void nodesThatAreNoTreeAreRefused() {
    int[] feature = {0, -1, -1};
    refused(new int[] {0}, feature, new int[] {0, 0, 0}, "the right child is the node itself");
    refused(new int[] {0}, feature, new int[] {1, 0, 0}, "both children are one node");
    refused(new int[] {0}, feature, new int[] {3, 0, 0}, "the right child is behind the end");
    refused(new int[] {0}, feature, new int[] {-1, 0, 0}, "the right child is before the start");
    refused(new int[] {0}, feature, new int[] {2, 2, 0}, "a leaf has a child");
    refused(new int[] {0}, new int[] {-2, -1, -1}, new int[] {2, 0, 0}, "column −2");
    refused(new int[] {0}, new int[] {-1, -1, -1}, new int[3], "nodes after the tree");
    refused(new int[] {1}, feature, new int[] {2, 0, 0}, "nodes before the tree");
    refused(new int[] {0, 2}, feature, new int[] {2, 0, 0}, "a tree within a tree");
    refused(new int[] {0, 3}, feature, new int[] {2, 0, 0}, "a tree behind the end");
    refused(new int[] {}, feature, new int[] {2, 0, 0}, "nodes without a tree");
  }

  private static void refused(int[] roots, int[] feature, int[] right, String why) {
    double[] numbers = new double[feature.length];
    assertThrows(
        IllegalArgumentException.class,
        () -> new Trees(false, 0, 1, roots, feature, numbers, right, numbers),
        why);
  }

  @Test
  void numbersThatAreNotFiniteAreRefused() {
    int[] one = {0};
    int[] leaf = {-1};
    double[] nan = {Double.NaN};
    double[] zero = {0};
    assertThrows(
        IllegalArgumentException.class, () -> new Trees(false, 0, 1, one, leaf, nan, one, zero));
    assertThrows(
        IllegalArgumentException.class, () -> new Trees(false, 0, 1, one, leaf, zero, one, nan));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Trees(false, 1 / 0.0, 1, one, leaf, zero, one, zero));
  }
}
