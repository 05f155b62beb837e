// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.explain;

import io.carbonflow.model.feature.RowKey;
import java.util.Comparator;
import java.util.List;

/// Why the prediction for a building in a year is what it is. All numbers are on the scale that the
/// model adds on, [io.carbonflow.model.feature.FeatureSet#logarithm].
///
/// ```java
/// Bundle bundle = Bundle.load(Path.of("model.carbonflow"));
/// PredictionRows rows = bundle.rows(Csv.read(Path.of("2016.csv")));
/// for (Explanation e : bundle.explain(rows.rows())) {
///   System.out.println(e.key().building() + " " + e.largest(3));
/// }
/// ```
///
/// @param key the building and the year
/// @param base the prediction while nothing is known of the building
/// @param prediction the model's prediction, before it is held within what can be inverted; the
///     base and all contributions add up to it
/// @param contributions what each feature adds, one for each
public record Explanation(
    RowKey key, double base, double prediction, List<Contribution> contributions) {

  /// Copies the list.
  public Explanation {
    contributions = List.copyOf(contributions);
  }

  /// The base and all contributions together.
  public double sum() {
    return base + contributions.stream().mapToDouble(Contribution::amount).sum();
  }

  /// The contributions that change the prediction the most, the largest first.
  public List<Contribution> largest(int count) {
    return contributions.stream()
        .sorted(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.amount())))
        .limit(count).toList();
  }
}
