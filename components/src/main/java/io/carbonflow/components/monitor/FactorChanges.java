// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.predict.AppliedFactors;
import io.carbonflow.components.predict.AppliedFactors.From;
import io.carbonflow.components.predict.AppliedFactors.Used;
import io.carbonflow.model.factor.Fuel;
import io.carbonflow.model.factor.FuelFactors;
import io.carbonflow.model.factor.YearFactors;

/// Which emission factors of new rows are others than the model knows, in sentences: a change of the data, by
/// which no model is worse.
final class FactorChanges {
  private FactorChanges() {}

  /// A sentence for each year of the rows whose factors are told otherwise; what else is to be said of them
  /// where they are not.
  static List<String> sentences(YearFactors known, AppliedFactors now) {
    List<String> changes = now.years().entrySet().stream()
        .filter(year -> year.getValue().from() == From.TABLE)
        .map(year -> sentence(known.of(year.getKey()), year.getKey(), year.getValue())).toList();
    return changes.isEmpty() ? now.lines().stream().map(line -> "Emission factors of " + line + ".").toList()
        : changes;
  }

  private static String sentence(YearFactors.Found known, int year, Used now) {
    String changed = Arrays.stream(Fuel.values())
        .filter(fuel -> !AppliedFactors.near(now.factors().of(fuel), known.factors().of(fuel)))
        .map(fuel -> change(fuel, known.factors().of(fuel), now.factors().of(fuel)))
        .collect(Collectors.joining(", "));
    return MonitoringSummary.text("The emission factors of %d are others than those of %d, which the model"
        + " knows: %s. That is a change of the data and not of the model, and the rows are predicted by"
        + " their own factors (%s).", year, known.from(), changed, now.fit().orElseThrow().fit());
  }

  private static String change(Fuel fuel, double before, double now) {
    return MonitoringSummary.text("%s %s t/kBtu instead of %s%s", fuel.word(), FuelFactors.text(now),
        FuelFactors.text(before), before > 0 ? MonitoringSummary.text(" (%+.0f %%)", 100 * (now / before - 1)) : "");
  }
}
