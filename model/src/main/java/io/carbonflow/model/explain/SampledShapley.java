// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.explain;

import io.carbonflow.model.regressor.SupportVectors;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Shapley values of a support vector machine by sampling orders of the players. While a player is
/// not known its columns are those of a background row; it becomes known when they change to the
/// row's own.
///
/// Each background row is compared with twice, in a random order and in its reverse, which cancels
/// much of the noise (Mitchell et al. 2022, Journal of Machine Learning Research 23(43)). The
/// orders are the same for every row, so a row's values do not depend on what is beside it.
final class SampledShapley {
  private static final long SEED = 20_180_519;

  private final SupportVectors machine;
  private final Shapley game;
  private final int vectors;

  /// For each background row, what each player adds to the closeness to each support vector.
  private final double[][][] background;

  /// For each background row, its closeness to each support vector, and the prediction for it.
  private final double[][] starts;
  private final double[] firsts;
  private final int[][] orders;

  SampledShapley(SupportVectors machine, Shapley game) {
    if (!game.suffices(machine)) {
      throw new IllegalArgumentException(game.background().length + " background rows");
    }
    this.machine = machine;
    this.game = game;
    vectors = machine.vectors().length;
    background = Arrays.stream(game.background()).map(this::parts).toArray(double[][][]::new);
    starts = Arrays.stream(background).map(this::total).toArray(double[][]::new);
    firsts = Arrays.stream(starts).mapToDouble(this::predict).toArray();
    Random random = new Random(SEED);
    orders = new int[background.length][];
    for (int b = 0; b < orders.length; b++) {
      orders[b] = shuffled(random);
    }
  }

  List<Attribution> of(double[][] rows) {
    return Arrays.stream(rows).map(row -> attribute(parts(row))).toList();
  }

  private Attribution attribute(double[][] row) {
    int players = game.count();
    double base = 0;
    double[] end = total(row);
    double last = predict(end);
    double[] sums = new double[players];
    double[] squares = new double[players];
    for (int b = 0; b < background.length; b++) {
      double[] gains = new double[players];
      base += firsts[b] / background.length;
      forward(row, b, gains);
      backward(row, b, end.clone(), last, gains);
      for (int p = 0; p < players; p++) {
        sums[p] += gains[p] / 2;
        squares[p] += gains[p] / 2 * (gains[p] / 2);
      }
    }
    double n = background.length;
    double[] errors = new double[players];
    for (int p = 0; p < players; p++) {
      sums[p] /= n;
      double variance = Math.max(0, squares[p] / n - sums[p] * sums[p]);
      errors[p] = Math.sqrt(variance / (n - 1));
    }
    return new Attribution(base, sums, errors);
  }

  /// Lets the players become known in order.
  ///
  /// @param gains to which what each player adds is added
  private void forward(double[][] row, int b, double[] gains) {
    double[] closeness = starts[b].clone();
    double before = firsts[b];
    for (int player : orders[b]) {
      before = step(closeness, background[b][player], row[player], before, player, gains, 1);
    }
  }

  /// Lets the players become unknown in the same order: the last one is the first to be known.
  ///
  /// @param closeness of the row to each support vector; it changes
  /// @param last the prediction for the row
  private void backward(double[][] row, int b, double[] closeness, double last, double[] gains) {
    double before = last;
    for (int player : orders[b]) {
      before = step(closeness, row[player], background[b][player], before, player, gains, -1);
    }
  }

  private double step(double[] closeness, double[] from, double[] to, double before, int player,
      double[] gains, int sign) {
    if (Arrays.equals(from, to)) {
      return before;
    }
    for (int v = 0; v < vectors; v++) {
      closeness[v] += to[v] - from[v];
    }
    double after = predict(closeness);
    gains[player] += sign * (after - before);
    return after;
  }

  /// The prediction for a row of which the closeness to each support vector is known.
  private double predict(double[] closeness) {
    double sum = 0;
    for (int v = 0; v < vectors; v++) {
      sum += machine.coefficients()[v] * machine.kernel().of(closeness[v], closeness[v]);
    }
    return sum + machine.intercept();
  }

  /// For each player, the part that its columns have in the inner product with each support vector,
  /// or in the squared distance: whichever the kernel needs.
  private double[][] parts(double[] row) {
    double[][] parts = new double[game.count()][vectors];
    for (int v = 0; v < vectors; v++) {
      double[] vector = machine.vectors()[v];
      for (int c = 0; c < vector.length; c++) {
        double difference = row[c] - vector[c];
        parts[game.players()[c]][v] += switch (machine.kernel().kind()) {
          case RBF -> difference * difference;
          case LINEAR, POLY, SIGMOID -> row[c] * vector[c];
        };
      }
    }
    return parts;
  }

  private double[] total(double[][] parts) {
    double[] total = new double[vectors];
    for (double[] part : parts) {
      for (int v = 0; v < vectors; v++) {
        total[v] += part[v];
      }
    }
    return total;
  }

  private int[] shuffled(Random random) {
    int[] order = new int[game.count()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
