package io.carbonflow.learn;

import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.interval.NonconformityScores;
import io.carbonflow.model.regressor.Regressor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes [Intervals] from what a model predicted of training rows while it was fitted to others
/// (cross-conformal; Vovk 2015, doi:10.1007/s10472-013-9368-4). The spread, too, is predicted for
/// each fold by a forest that was fitted to the other folds.
///
/// The choice of this method, among constant intervals, intervals by thirds of floor area and
/// spreads by largest use, was made on training rows; docs/intervals.md has the figures.
///
/// @param forest the estimator of the spread
/// @param train the training rows
/// @param predicted what was predicted of each, in tonnes, while it was held out
/// @param fold which fold each row was held out in, from 0
public record Calibration(Estimator forest, Matrix train, double[] predicted, int[] fold) {
  private static final Hyperparameters SPREAD = new Hyperparameters(
      Map.of("mtry", 0.4, "node_size", 20L, "trees", 40L));

  /// Groups by floor area.
  private static final int GROUPS = 3;

  /// The least buildings of a group; with fewer there is one group for all.
  private static final int LEAST_BUILDINGS = 50;

  /// Checks the parts.
  ///
  /// @throws IllegalArgumentException if they are of different numbers of rows, or the rows do not
  ///     tell their floor area
  public Calibration {
    if (predicted.length != train.rows() || fold.length != train.rows()
        || !train.columns().contains(Feature.LOG_AREA.column())) {
      throw new IllegalArgumentException(predicted.length + " predictions and " + fold.length
          + " folds of " + train.rows() + " rows of " + train.columns());
    }
  }

  /// The intervals; empty where there are too few buildings for [Interval#LEVEL].
  ///
  /// @throws InterruptedException if the thread is interrupted; fits under way are interrupted too
  public Optional<Intervals> intervals(Workers workers) throws InterruptedException {
    double[] absolute = IntStream.range(0, train.rows())
        .mapToDouble(i -> Math.abs(Intervals.residual(train.tonnes()[i], predicted[i]))).toArray();
    List<Regressor> spreads = spreads(absolute, workers);
    double[] scores = IntStream.range(0, train.rows())
        .mapToDouble(i -> absolute[i]
            / Intervals.expected(spreads.get(fold[i]), train.values()[i])).toArray();
    int column = train.columns().indexOf(Feature.LOG_AREA.column());
    double[] edges = edges(column);
    List<NonconformityScores> groups = groups(scores, column, edges);
    Intervals intervals = new Intervals(spreads.getLast(), column, edges, groups);
    return intervals.highestLevel() < Interval.LEVEL ? Optional.empty() : Optional.of(intervals);
  }

  /// A model of the spread for each fold, fitted to the others, and one fitted to all rows.
  private List<Regressor> spreads(double[] absolute, Workers workers)
      throws InterruptedException {
    Estimator.Fitting fitting = forest.prepare(new Matrix(train.features(), train.columns(),
        train.keys(), train.values(), absolute, train.offset(), train.tonnes()));
    List<Callable<Regressor>> fits = new ArrayList<>();
    for (int f = 0; f <= Arrays.stream(fold).max().orElseThrow() + 1; f++) {
      int left = f;
      int[] rows = IntStream.range(0, train.rows()).filter(i -> fold[i] != left).toArray();
      fits.add(() -> fitting.fit(SPREAD, rows, new Seed(left).with("spread").value()));
    }
    return workers.all(fits);
  }

  /// Edges that part the rows into thirds by size, unless a part would have too few buildings.
  private double[] edges(int column) {
    double[] sizes =
        Arrays.stream(train.values()).mapToDouble(row -> row[column]).sorted().toArray();
    double[] edges = IntStream.range(1, GROUPS)
        .mapToDouble(g -> sizes[g * sizes.length / GROUPS]).distinct().toArray();
    int[] buildings = IntStream.rangeClosed(0, edges.length)
        .map(g -> (int) IntStream.range(0, train.rows())
            .filter(i -> Intervals.group(train.values()[i][column], edges) == g)
            .mapToObj(i -> train.keys().get(i).building()).distinct().count()).toArray();
    return Arrays.stream(buildings).allMatch(count -> count >= LEAST_BUILDINGS)
        ? edges : new double[0];
  }

  private List<NonconformityScores> groups(double[] scores, int column, double[] edges) {
    Map<Integer, List<Integer>> rows = IntStream.range(0, train.rows()).boxed()
        .sorted(Comparator.comparingDouble(i -> scores[i]))
        .collect(Collectors.groupingBy(
            i -> Intervals.group(train.values()[i][column], edges)));
    return IntStream.rangeClosed(0, edges.length)
        .mapToObj(g -> residuals(scores, rows.get(g))).toList();
  }

  /// @param rows by ascending scores
  private NonconformityScores residuals(double[] scores, List<Integer> rows) {
    Map<String, Integer> counts = new HashMap<>();
    rows.forEach(i -> counts.merge(train.keys().get(i).building(), 1, Integer::sum));
    return new NonconformityScores(
        rows.stream().mapToDouble(i -> scores[i]).toArray(),
        rows.stream().mapToDouble(i -> 1.0 / counts.get(train.keys().get(i).building()))
            .toArray());
  }
}
