// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.total.MeanFactors;
import io.carbonflow.model.total.SumSpread;
import io.carbonflow.model.total.Summand;
import io.carbonflow.model.total.Totals;

/// Makes [Totals] from what a model predicted of training rows while it was fitted to others. Each row
/// counts the same, whatever its weight was: sums are of rows.
///
/// The choice of this method, among one factor, isotonic and log-linear calibration, a local forest of
/// ratios and other losses, was made on other splits than those that judge; docs/explanation/intervals.md has the
/// formulas.
///
/// @param groups the group of each row, such as its building
/// @param kinds the kind of each row, each of which has a factor of its own if it has many rows
/// @param measured the target of each row
/// @param predicted what was predicted of each row while it was held out, above −1
/// @param expected the absolute residual that was to be expected of each ([Intervals#expected])
public record SumCalibration(List<String> groups, List<String> kinds, double[] measured,
    double[] predicted, double[] expected) {
  /// The least rows that a factor is made of; with fewer nothing is said.
  private static final int LEAST_ROWS = 30;
  /// The least rows of a kind that has a factor of its own, and by how many rows of an average
  /// prediction a factor is shrunk towards that of all.
  private static final int MANY = 60;
  private static final int PARTS = 5;
  /// How many groups are in a sum that intervals are made to hold.
  private static final int PORTFOLIO = 50;
  private static final int DRAWS = 1000;
  /// The least groups that tell how far a sum may be off: each sum leaves out half of them.
  private static final int LEAST_GROUPS = 2 * PORTFOLIO;
  /// The least pairs of rows that tell their correlation; with fewer it is taken to be 1.
  private static final int LEAST_PAIRS = 30;

  /// Checks the parts.
  ///
  /// @throws IllegalArgumentException if they are of different numbers of rows
  public SumCalibration {
    groups = List.copyOf(groups);
    kinds = List.copyOf(kinds);
    int rows = groups.size();
    if (kinds.size() != rows || measured.length != rows || predicted.length != rows
        || expected.length != rows) {
      throw new IllegalArgumentException("parts of " + rows + " rows differ in size");
    }
  }

  /// What makes sums right; empty where there are too few rows, or nothing was measured or predicted.
  public Optional<Totals> totals() {
    double all = sum(measured, _ -> true);
    double medians = sum(predicted, _ -> true);
    if (groups.size() < LEAST_ROWS || !(all > 0) || !(medians > 0)) {
      return Optional.empty();
    }
    MeanFactors means = means(all / medians, MANY * medians / groups.size());
    return Optional.of(new Totals(means, spread(means)));
  }

  /// @param factor that of all rows
  /// @param prior its substitute among the predictions of each kind
  private MeanFactors means(double factor, double prior) {
    Map<String, Long> rows = kinds.stream()
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    SortedMap<String, Double> factors = new TreeMap<>();
    rows.forEach((kind, count) -> {
      if (count >= MANY) {
        factors.put(kind, factor(kind::equals, factor, prior));
      }
    });
    return new MeanFactors(factor(kind -> rows.get(kind) < MANY, factor, prior), factors);
  }

  private double factor(Predicate<String> isOfIt, double factor, double prior) {
    return (sum(measured, isOfIt) + factor * prior) / (sum(predicted, isOfIt) + prior);
  }

  /// Sums are never made of less than nothing: a building that gives back more than it takes would
  /// have a mean below its median.
  private double sum(double[] values, Predicate<String> isOfIt) {
    return IntStream.range(0, values.length).filter(i -> isOfIt.test(kinds.get(i)))
        .mapToDouble(i -> Math.max(0, values[i])).sum();
  }

  private Optional<SumSpread> spread(MeanFactors means) {
    List<List<Integer>> rows = byGroup();
    if (rows.size() < LEAST_GROUPS) {
      return Optional.empty();
    }
    List<Double> edges = edges();
    double[] parting = edges.stream().mapToDouble(edge -> edge).toArray();
    List<Double> variations = IntStream.rangeClosed(0, edges.size())
        .mapToObj(part -> variation(i -> Intervals.group(expected[i], parting) == part)).toList();
    try {
      SumSpread narrow = new SumSpread(edges, variations, correlation(rows), shared(means, rows),
          SumSpread.LEAST_WIDENING);
      return Optional.of(narrow.reaching(reached(narrow, means, rows), Interval.LEVEL));
    } catch (IllegalArgumentException _) {
      // Sums of out-of-fold predictions that miss by so much are nothing to promise by.
      return Optional.empty();
    }
  }

  /// The rows of each group, in the order of the groups' names, so that draws do not depend on the
  /// order of rows.
  private List<List<Integer>> byGroup() {
    return List.copyOf(IntStream.range(0, groups.size()).boxed()
        .collect(Collectors.groupingBy(groups::get, TreeMap::new, Collectors.toList())).values());
  }

  private List<Double> edges() {
    double[] ascending = Arrays.stream(expected).sorted().toArray();
    // A part below the least value would have no row.
    return IntStream.range(1, PARTS).mapToObj(p -> ascending[p * ascending.length / PARTS])
        .distinct().filter(edge -> edge > ascending[0]).toList();
  }

  /// The standard deviation of what was measured over what was predicted, as a part of its mean.
  private double variation(IntPredicate wanted) {
    double[] ratios = IntStream.range(0, groups.size()).filter(wanted)
        .mapToDouble(i -> Math.exp(residual(i))).toArray();
    double mean = Arrays.stream(ratios).average().orElseThrow();
    return Math.sqrt(Arrays.stream(ratios).map(r -> (r - mean) * (r - mean)).average().orElseThrow())
        / mean;
  }

  private double residual(int row) {
    return Intervals.residual(measured[row], predicted[row]);
  }

  /// The correlation of residuals in units of what was to be expected, over all pairs of rows of one
  /// group, each both ways round.
  private double correlation(List<List<Integer>> rows) {
    double[] scores = IntStream.range(0, groups.size())
        .mapToDouble(i -> residual(i) / expected[i]).toArray();
    List<double[]> pairs = rows.stream().flatMap(group -> group.stream().flatMap(a -> group.stream()
        .filter(b -> !a.equals(b)).map(b -> new double[] {scores[a], scores[b]}))).toList();
    if (pairs.size() < 2 * LEAST_PAIRS) {
      return 1;
    }
    double mean = pairs.stream().mapToDouble(pair -> pair[0]).average().orElseThrow();
    double variance = pairs.stream()
        .mapToDouble(pair -> (pair[0] - mean) * (pair[0] - mean)).average().orElseThrow();
    double covariance = pairs.stream()
        .mapToDouble(pair -> (pair[0] - mean) * (pair[1] - mean)).average().orElseThrow();
    return variance > 0 ? Math.clamp(covariance / variance, 0, 1) : 1;
  }

  /// The standard error of a ratio of sums over groups (Cochran 1977, Sampling Techniques, chapter 6),
  /// as a part of it: by how much other training buildings would have led to other factors.
  private double shared(MeanFactors means, List<List<Integer>> rows) {
    double squares = rows.stream().mapToDouble(group -> group.stream()
        .mapToDouble(i -> measured[i] - means.mean(kinds.get(i), predicted[i])).sum())
        .map(off -> off * off).sum();
    return Math.max(SumSpread.LEAST_SHARED, Math.sqrt(squares) / sum(measured, _ -> true));
  }

  /// How many standard deviations sums of portfolios are off, at most, in [Interval#LEVEL] of draws.
  private double reached(SumSpread spread, MeanFactors means, List<List<Integer>> rows) {
    List<Summand> summands = IntStream.range(0, groups.size()).mapToObj(i -> {
      double mean = means.mean(kinds.get(i), predicted[i]);
      return new Summand(groups.get(i), mean, OptionalDouble.of(spread.deviation(expected[i], mean)));
    }).toList();
    Random random = new Seed(0).with("sums").random();
    List<List<Integer>> drawn = new ArrayList<>(rows);
    double[] off = IntStream.range(0, DRAWS).mapToDouble(_ -> {
      for (int i = 0; i < PORTFOLIO; i++) {
        Collections.swap(drawn, i, i + random.nextInt(drawn.size() - i));
      }
      List<Integer> some = drawn.subList(0, PORTFOLIO).stream().flatMap(List::stream).toList();
      return Math.abs(spread.standardized(some.stream().map(summands::get).toList(),
          some.stream().mapToDouble(i -> measured[i]).sum()));
    }).sorted().toArray();
    return off[(int) Math.ceil(Interval.LEVEL * DRAWS) - 1];
  }
}
