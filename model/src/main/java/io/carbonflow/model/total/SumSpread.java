// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.total;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.interval.Intervals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far a sum of predicted means may be off: as a lognormal of the sum's own variance. Errors of
/// different buildings are independent, those of one building's years are not, and the factors that
/// lead to means may be off for all at once. docs/explanation/intervals.md has the formulas.
///
/// @param edges what parts rows into groups by the absolute residual that is expected of them
///     ([Intervals#expected]), ascending; a row at an edge is above it
/// @param variations what the standard deviation of emissions is of their mean in each group, one more
///     than there are edges
/// @param correlation of the errors of one building's years, from 0 to 1
/// @param shared the share by which of any sum the factors between medians and means may be off
/// @param widening how much wider intervals have to be than those of a lognormal to hold sums of 50
///     buildings as often as they say
public record SumSpread(
    List<Double> edges, List<Double> variations, double correlation, double shared,
    double widening) {

  /// The least [#shared]. In five splits of the real tables held-out totals were off by 6.7%, a part
  /// of it by the chance of who was held out.
  public static final double LEAST_SHARED = 0.05;

  /// The least [#widening]. Training rows made the factors, so that their own sums are a little too
  /// well met; intervals of held-out portfolios with it still held more than they said.
  public static final double LEAST_WIDENING = 0.8;

  /// The most that is believed.
  private static final double MOST_WIDENING = 10;
  private static final double MOST_VARIATION = 1000;

  /// Copies the lists and checks the numbers.
  ///
  /// @throws IllegalArgumentException if edges are not ascending, there are not as many groups, a
  ///     variation is not from 0 to 1000, the correlation not from 0 to 1, what is shared not from
  ///     [#LEAST_SHARED] to 1, or the widening not from [#LEAST_WIDENING] to 10
  public SumSpread {
    edges = List.copyOf(edges);
    variations = List.copyOf(variations);
    boolean fit = variations.size() == edges.size() + 1
        && edges.stream().allMatch(Double::isFinite)
        && variations.stream().allMatch(one -> one >= 0 && one <= MOST_VARIATION)
        && correlation >= 0 && correlation <= 1 && shared >= LEAST_SHARED && shared <= 1
        && widening >= LEAST_WIDENING && widening <= MOST_WIDENING;
    for (int i = 1; i < edges.size(); i++) {
      fit &= edges.get(i - 1) < edges.get(i);
    }
    if (!fit) {
      throw new IllegalArgumentException("variations of " + variations + " between " + edges
          + ", a correlation of " + correlation + ", a shared part of " + shared
          + " and a widening of " + widening);
    }
  }

  /// The standard deviation of a row's emissions about their mean, in tonnes.
  ///
  /// @param expected the absolute residual that is expected of it
  /// @param mean in tonnes, not negative
  public double deviation(double expected, double mean) {
    return mean
        * variations.get(Intervals.group(expected, edges.stream().mapToDouble(e -> e).toArray()));
  }

  /// The interval of a sum; empty where the sum is 0 or a row has no deviation.
  ///
  /// @param level in (0, 1). At a low level the interval lies below the sum as a whole: half of all
  ///     sums are less than `exp(-σ²/2)` of their mean
  /// @throws Problem if the interval would have no end
  public Optional<Interval> interval(List<Summand> rows, double level) {
    double sum = rows.stream().mapToDouble(Summand::mean).sum();
    if (!(sum > 0) || rows.stream().anyMatch(row -> row.deviation().isEmpty())) {
      return Optional.empty();
    }
    double sigma = sigma(rows);
    double reach = Normal.within(level) * widening * sigma;
    double middle = sum * Math.exp(-sigma * sigma / 2);
    double upper = middle * Math.exp(reach);
    if (!Double.isFinite(upper)) {
      throw new Problem(Place.of("totals"), "a sum of " + sum + " t may be anything up to " + upper,
          "train again, or leave out the buildings of which most is predicted");
    }
    return Optional.of(new Interval(middle * Math.exp(-reach), upper, level));
  }

  /// By how many standard deviations of its logarithm what was measured is off, as if the widening
  /// were 1; infinite where it is not above 0.
  ///
  /// @param rows whose means are not all 0, and whose deviations are known
  /// @param measured the sum of what was measured, in tonnes
  public double standardized(List<Summand> rows, double measured) {
    double sum = rows.stream().mapToDouble(Summand::mean).sum();
    double sigma = sigma(rows);
    return measured > 0 ? (Math.log(measured / sum) + sigma * sigma / 2) / sigma
        : Double.NEGATIVE_INFINITY;
  }

  /// The same with another widening: what makes intervals of `level` hold as large a part.
  ///
  /// @param reached the absolute value that [#standardized] is at most for that part of sums
  /// @throws IllegalArgumentException if it is more than ten times what the level says
  public SumSpread reaching(double reached, double level) {
    return new SumSpread(edges, variations, correlation, shared,
        Math.max(LEAST_WIDENING, reached / Normal.within(level)));
  }

  /// The standard deviation of the logarithm of the sum.
  private double sigma(List<Summand> rows) {
    double sum = rows.stream().mapToDouble(Summand::mean).sum();
    Map<String, double[]> buildings = new LinkedHashMap<>();
    for (Summand row : rows) {
      // As parts of the sum, so that no square is too large for a double.
      double part = row.deviation().orElseThrow() / sum;
      double[] sums = buildings.computeIfAbsent(row.building(), any -> new double[2]);
      sums[0] += part;
      sums[1] += part * part;
    }
    double variance = shared * shared + buildings.values().stream()
        .mapToDouble(of -> correlation * of[0] * of[0] + (1 - correlation) * of[1]).sum();
    return Math.sqrt(Math.log1p(variance));
  }
}
