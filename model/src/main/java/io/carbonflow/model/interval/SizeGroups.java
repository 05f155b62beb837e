// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.interval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What is known of residuals in each of some groups by size.
///
/// @param column the column of prepared rows that says how large a row's subject is
/// @param edges what parts the groups by that column, ascending; a row at an edge is above it
/// @param groups one more than there are edges
record SizeGroups(int column, double[] edges, List<NonconformityScores> groups) {

  /// Copies the list and checks that the parts match.
  ///
  /// @throws IllegalArgumentException if they do not
  SizeGroups {
    groups = List.copyOf(groups);
    boolean ascending = true;
    for (int i = 1; i < edges.length; i++) {
      ascending &= edges[i - 1] < edges[i];
    }
    if (column < 0 || groups.size() != edges.length + 1 || !ascending
        || !Arrays.stream(edges).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(groups.size() + " groups by column " + column
          + " with the edges " + Arrays.toString(edges));
    }
  }

  /// The highest level that can be asked for in every group.
  double highestLevel() {
    return groups.stream().map(NonconformityScores::highestLevel)
        .min(Comparator.naturalOrder()).orElseThrow();
  }

  /// The quantile of the scores in a prepared row's group, each found when it is first asked for.
  ToDoubleFunction<double[]> quantiles(double level) {
    double[] found = new double[groups.size()];
    Arrays.fill(found, Double.NaN);
    return row -> {
      int group = Intervals.group(row[column], edges);
      if (Double.isNaN(found[group])) {
        found[group] = groups.get(group).quantile(level);
      }
      return found[group];
    };
  }
}
