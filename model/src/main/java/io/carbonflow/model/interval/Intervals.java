// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.interval;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.regressor.Regressor;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Makes intervals from the residuals of out-of-fold predictions: normalized conformal prediction
/// (Papadopoulos, Gammerman and Vovk 2008; Lei et al. 2018, doi:10.1080/01621459.2017.1307116),
/// within groups by size (Mondrian; Vovk, Gammerman and Shafer 2005).
///
/// A row's residual is the difference of `log(1 + target)`, its score the residual's absolute value
/// over the spread that is to be expected of such a row. An interval reaches to both sides of the
/// prediction, on that scale, by its row's spread times the quantile of its group's scores. The
/// scale has no pole: an interval of any width leads back to a finite target.
///
/// @param spread predicts the absolute residual of a prepared row
/// @param sizeColumn the column of prepared rows that says how large a row's subject is
/// @param edges what parts the groups by that column, ascending; a row at an edge is above it
/// @param groups the training rows' residuals in each group, one more than there are edges
public record Intervals(
    Regressor spread, int sizeColumn, double[] edges, List<NonconformityScores> groups) {

  /// What the spread of a row is at least: one per cent of its target.
  public static final double LEAST_SPREAD = 0.01;

  /// Copies the list and checks that the parts match.
  ///
  /// @throws IllegalArgumentException if they do not
  public Intervals {
    groups = new SizeGroups(sizeColumn, edges, groups).groups();
  }

  /// How many columns a row must have at least.
  public int width() {
    return Math.max(sizeColumn + 1, spread.width());
  }

  /// The highest level that can be asked for.
  public double highestLevel() {
    return bySize().highestLevel();
  }

  /// The interval about a prediction.
  ///
  /// @param row the prepared row
  /// @param predicted what was predicted, above −1
  /// @param level in (0, [#highestLevel]]
  /// @throws IllegalArgumentException if the level is another
  /// @throws Problem if the interval would have no end: no model that was fitted to residuals does that
  public Interval of(double[] row, double predicted, double level) {
    return at(level).of(row, predicted);
  }

  /// The intervals of a level, for many predictions.
  public LevelIntervals at(double level) {
    ToDoubleFunction<double[]> quantiles = bySize().quantiles(level);
    return new LevelIntervals() {
      @Override
      public Interval of(double[] row, double predicted) {
        return of(row, predicted, expected(spread, row));
      }

      @Override
      public Interval of(double[] row, double predicted, double expected) {
        return about(predicted, quantiles.applyAsDouble(row) * expected, level);
      }
    };
  }

  private SizeGroups bySize() {
    return new SizeGroups(sizeColumn, edges, groups);
  }

  /// The interval that reaches to both sides of a prediction by some residual.
  static Interval about(double predicted, double reach, double level) {
    double middle = Math.log1p(predicted);
    double upper = Math.expm1(middle + reach);
    if (!Double.isFinite(upper)) {
      throw new Problem(Place.of("intervals"), "the model of their spread leads from " + predicted
          + " to " + upper, "train again");
    }
    return new Interval(Math.max(0, Math.expm1(middle - reach)), Math.max(0, upper), level);
  }

  /// What a row's absolute residual is expected to be.
  public static double expected(Regressor spread, double[] row) {
    return Math.max(LEAST_SPREAD, spread.predict(row));
  }

  /// What the absolute residual of each of many rows is expected to be.
  public static double[] expected(Regressor spread, double[][] rows) {
    return Arrays.stream(spread.predict(rows)).map(one -> Math.max(LEAST_SPREAD, one)).toArray();
  }

  /// The difference that scores are made from.
  ///
  /// @param target what was measured
  /// @param predicted what was predicted; both above −1
  public static double residual(double target, double predicted) {
    return Math.log1p(target) - Math.log1p(predicted);
  }

  /// The group of a size.
  public static int group(double size, double[] edges) {
    int group = 0;
    while (group < edges.length && size >= edges[group]) {
      group++;
    }
    return group;
  }
}
