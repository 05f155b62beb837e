// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.regressor.Trees;
import io.carbonflow.model.regressor.TreesBuilder;

/// Forests grown on parts of one data set, which is sorted once for all of them.
///
/// Trees grow side by side on the fork-join pool that the caller runs in, and one after the other
/// outside of such a pool. Each has its own seed, so the forest is the same either way.
///
/// @param train all training rows
/// @param columns their columns
record ForestFitting(Dataset train, Columns columns) implements Estimator.Fitting {
  private static final Set<String> KNOWN = Set.of(
      "mtry", "max_depth", "max_nodes", "node_size", "subsample", "trees", "search_trees");
  private static final int TREES = 300;
  private static final int SEARCH_TREES = 30;
  private static final int DEPTH = 60;

  @Override
  public Estimator.StagedPredictions trial(
      Hyperparameters chosen, int[] fitRows, int[] scoreRows, long seed) {
    int trees = Math.min(
        chosen.integer("trees", TREES), chosen.integer("search_trees", SEARCH_TREES));
    Trees forest = grow(chosen, fitRows, trees, seed);
    double[] labels = forest.predict(
        Arrays.stream(scoreRows).mapToObj(row -> train.values()[row]).toArray(double[][]::new));
    return new Estimator.StagedPredictions("", new long[] {1}, new double[][] {labels});
  }

  @Override
  public Trees fit(Hyperparameters chosen, int[] rows, long seed) {
    return grow(chosen, rows, chosen.integer("trees", TREES), seed);
  }

  private Trees grow(Hyperparameters chosen, int[] rows, int trees, long seed) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("no rows to fit to");
    }
    chosen.requireKnown(KNOWN);
    long[] seeds = new SplittableRandom(seed).longs(trees).toArray();
    var limits = new TreeGrowth.Limits(
        chosen.integer("max_depth", DEPTH),
        chosen.integer("max_nodes", Integer.MAX_VALUE),
        chosen.integer("node_size", 1),
        columnsOfNode(chosen.number("mtry")));
    double share = chosen.number("subsample", 1);
    var each = IntStream.range(0, trees);
    List<Node> forest = (ForkJoinTask.inForkJoinPool() ? each.parallel() : each)
        .mapToObj(t -> tree(limits, rows, share, new SplittableRandom(seeds[t])))
        .toList();
    var builder = new TreesBuilder();
    for (Node root : forest) {
      builder.tree();
      root.addTo(builder, columns);
    }
    return builder.mean();
  }

  private Node tree(TreeGrowth.Limits limits, int[] rows, double share, SplittableRandom random) {
    int[] drawn = draw(rows, share, random);
    return new TreeGrowth(columns, train.labels(), limits, drawn, random).grow();
  }

  private int columnsOfNode(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("mtry " + share + " is not in (0, 1]");
    }
    int wanted = (int) Math.round(share * columns.width());
    return Math.max(1, Math.min(columns.width() - 1, wanted));
  }

  /// How often each row of the data set is drawn; where rows have weights, more often in proportion.
  private int[] draw(int[] rows, double share, SplittableRandom random) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("subsample " + share + " is not in (0, 1]");
    }
    int[] samples = new int[train.rows()];
    double[] ends = train.weighted() ? ends(rows) : new double[0];
    for (long i = Math.max(1, Math.round(share * rows.length)); i > 0; i--) {
      samples[rows[ends.length == 0 ? random.nextInt(rows.length) : byWeight(ends, random)]]++;
    }
    return samples;
  }

  /// Where the part of each row ends on a line of all weights.
  private double[] ends(int[] rows) {
    double[] ends = Arrays.stream(rows).mapToDouble(row -> train.weights()[row]).toArray();
    // One after the other: in parts, sums would depend on how many processors there are.
    for (int i = 1; i < ends.length; i++) {
      ends[i] += ends[i - 1];
    }
    return ends;
  }

  private static int byWeight(double[] ends, SplittableRandom random) {
    int place = Arrays.binarySearch(ends, random.nextDouble() * ends[ends.length - 1]);
    return Math.min(place < 0 ? -place - 1 : place + 1, ends.length - 1);
  }
}
