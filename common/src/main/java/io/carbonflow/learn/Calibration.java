// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.regressor.Regressor;

/// Makes [Intervals] from what a model predicted of training rows while it was fitted to others
/// (cross-conformal; Vovk 2015, doi:10.1007/s10472-013-9368-4). The spread, too, is predicted for
/// each fold by a forest that was fitted to the other folds.
///
/// The choice of this method, among constant intervals, intervals by thirds of one column and
/// spreads by a category, was made on training rows; docs/explanation/intervals.md has the figures.
///
/// @param forest the estimator of the spread
/// @param train the training rows
/// @param column the column by whose values intervals differ: each third of the rows has its own
/// @param predicted the target that was predicted of each row while it was held out
/// @param fold which fold each row was held out in, from 0
public record Calibration(
    Estimator forest, Dataset train, String column, double[] predicted, int[] fold) {
  private static final Hyperparameters SPREAD = new Hyperparameters(
      Map.of("mtry", 0.4, "node_size", 20L, "trees", 40L));

  /// How many samples a tree of the spread draws at most: forty such trees have seen each of 200,000 rows four times.
  private static final double MOST_SAMPLES = 20_000;

  /// Checks the parts.
  ///
  /// @throws IllegalArgumentException if they are of different numbers of rows, or the rows do not
  ///     have the column
  public Calibration {
    if (predicted.length != train.rows() || fold.length != train.rows()
        || !train.columns().contains(column)) {
      throw new IllegalArgumentException(predicted.length + " predictions and " + fold.length
          + " folds of " + train.rows() + " rows by " + column + " of " + train.columns());
    }
  }

  /// What is known of residuals.
  ///
  /// @param intervals empty where there are too few groups for [Interval#LEVEL]
  /// @param expected the absolute residual that was to be expected of each training row, by a model
  ///     of the spread that was fitted to other folds
  public record Calibrated(Optional<Intervals> intervals, double[] expected) {}

  /// Fits the spread.
  ///
  /// @throws InterruptedException if the thread is interrupted; fits under way are interrupted too
  public Calibrated calibrate(Workers workers) throws InterruptedException {
    double[] absolute = IntStream.range(0, train.rows())
        .mapToDouble(
            i -> Math.abs(Intervals.residual(train.target().measured()[i], predicted[i]))).toArray();
    List<Regressor> spreads = spreads(absolute, workers);
    double[] expected = expected(spreads);
    double[] scores =
        IntStream.range(0, train.rows()).mapToDouble(i -> absolute[i] / expected[i]).toArray();
    int place = train.columns().indexOf(column);
    double[] sizes = Arrays.stream(train.values()).mapToDouble(row -> row[place]).toArray();
    ScoresBySize parts = new ScoresBySize(scores, sizes, train.groups(), train.weights());
    double[] edges = parts.edges();
    Intervals intervals = new Intervals(spreads.getLast(), place, edges, parts.groups(edges));
    return new Calibrated(
        intervals.highestLevel() < Interval.LEVEL ? Optional.empty() : Optional.of(intervals), expected);
  }

  /// Of each row by the model that was fitted to other folds.
  private double[] expected(List<Regressor> spreads) {
    double[] expected = new double[train.rows()];
    for (int f = 0; f < spreads.size() - 1; f++) {
      int of = f;
      int[] rows = IntStream.range(0, expected.length).filter(i -> fold[i] == of).toArray();
      double[] found = Intervals.expected(spreads.get(f),
          Arrays.stream(rows).mapToObj(i -> train.values()[i]).toArray(double[][]::new));
      for (int i = 0; i < rows.length; i++) {
        expected[rows[i]] = found[i];
      }
    }
    return expected;
  }

  /// A model of the spread for each fold, fitted to the others, and one fitted to all rows.
  private List<Regressor> spreads(double[] absolute, Workers workers)
      throws InterruptedException {
    Estimator.Fitting fitting = forest.prepare(train.withLabels(absolute));
    List<Callable<Regressor>> fits = new ArrayList<>();
    for (int f = 0; f <= Arrays.stream(fold).max().orElseThrow() + 1; f++) {
      int left = f;
      int[] rows = IntStream.range(0, train.rows()).filter(i -> fold[i] != left).toArray();
      Hyperparameters spread = SPREAD.with("subsample", Math.min(1, MOST_SAMPLES / rows.length));
      fits.add(() -> fitting.fit(spread, rows, new Seed(left).with("spread").value()));
    }
    return workers.all(fits);
  }
}
