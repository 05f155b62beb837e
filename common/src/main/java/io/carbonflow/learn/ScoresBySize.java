// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.interval.NonconformityScores;

/// How far predictions of rows were off, in thirds of the rows by size.
///
/// @param scores how far each was off, none negative
/// @param sizes the size of each row
/// @param owners the group of rows that each is of, such as a building's
/// @param weights how much each row counts, positive
public record ScoresBySize(
    double[] scores, double[] sizes, List<String> owners, double[] weights) {
  private static final int PARTS = 3;

  /// The least groups of rows in a part; with fewer there is one part for all.
  private static final int LEAST_OWNERS = 50;

  /// Checks the numbers of rows.
  ///
  /// @throws IllegalArgumentException if there is none, or they differ
  public ScoresBySize {
    owners = List.copyOf(owners);
    if (scores.length == 0 || sizes.length != scores.length || owners.size() != scores.length
        || weights.length != scores.length) {
      throw new IllegalArgumentException(scores.length + " scores, " + sizes.length + " sizes, "
          + owners.size() + " owners and " + weights.length + " weights");
    }
  }

  /// Edges that part the rows into thirds by size, unless a part would have too few groups.
  public double[] edges() {
    double[] ascending = Arrays.stream(sizes).sorted().toArray();
    double[] edges = IntStream.range(1, PARTS)
        .mapToDouble(p -> ascending[p * sizes.length / PARTS]).distinct().toArray();
    return IntStream.rangeClosed(0, edges.length).allMatch(p -> IntStream.range(0, sizes.length)
        .filter(i -> Intervals.group(sizes[i], edges) == p)
        .mapToObj(owners::get).distinct().count() >= LEAST_OWNERS)
        ? edges : new double[0];
  }

  /// The scores in each part; rows of one group share one weight.
  ///
  /// @param edges as [#edges] gives them
  public List<NonconformityScores> groups(double[] edges) {
    Map<Integer, List<Integer>> rows = IntStream.range(0, scores.length).boxed()
        .sorted(Comparator.comparingDouble(i -> scores[i]))
        .collect(Collectors.groupingBy(i -> Intervals.group(sizes[i], edges)));
    return IntStream.rangeClosed(0, edges.length).mapToObj(p -> residuals(rows.get(p))).toList();
  }

  /// @param rows by ascending scores
  private NonconformityScores residuals(List<Integer> rows) {
    Map<String, Double> sums = new HashMap<>();
    rows.forEach(i -> sums.merge(owners.get(i), weights[i], Double::sum));
    return new NonconformityScores(
        rows.stream().mapToDouble(i -> scores[i]).toArray(),
        rows.stream().mapToDouble(i -> weights[i] / sums.get(owners.get(i))).toArray());
  }
}
