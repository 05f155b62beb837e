// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.predict.AppliedFactors.From;
import io.carbonflow.components.predict.AppliedFactors.Used;
import io.carbonflow.components.predict.AppliedFactors;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.factor.YearFactors;

/// Which emission factors of new rows differ from those that the model knows, in sentences: a change of the data, by
/// which no model is worse.
final class FactorChanges {
  private FactorChanges() {}

  /// A sentence for each year of the rows whose factors are told otherwise; what else is to be said of them
  /// where they are not.
  static List<String> sentences(YearFactors known, AppliedFactors now) {
    return now.years().entrySet().stream().flatMap(
        year -> sentence(known.of(year.getKey()), year.getKey(), year.getValue()).stream()).toList();
  }

  private static Optional<String> sentence(YearFactors.Found known, int year, Used now) {
    return switch (now.from()) {
      case MODEL -> Optional.empty();
      case TABLE -> Optional.of(changed(known, year, now));
      case OTHER_YEAR -> Optional.of(MonitoringSummary.text("The model does not know the emission factors of %d and"
          + " predicts by those of %d, as was asked: worse scores may come of that alone. factors=table, of the"
          + " pipeline rows-factors=table, takes those that follow from the rows.", year, now.of()));
      case UNTOLD -> Optional.of(MonitoringSummary.text("The model does not know the emission factors of %d, and the rows"
          + " do not tell them: it predicts by those of %d, and worse scores may come of that alone. Give them as"
          + " factors, of the pipeline as rows-factors.", year, now.of()));
      case ASKED_YEAR -> Optional.of(MonitoringSummary.text("The rows of %d are predicted by the emission factors of %d, as"
          + " was asked: worse scores may come of that alone.", year, now.of()));
      case GIVEN -> Optional.of(MonitoringSummary.text("The rows of %d are predicted by the given emission factors, in"
          + " t/kBtu: %s.", year, now.factors().text()));
    };
  }

  private static String changed(YearFactors.Found known, int year, Used now) {
    String changed = now.factors().fuels().stream()
        .filter(fuel -> !AppliedFactors.near(now.factors().of(fuel), known.factors().of(fuel)))
        .map(fuel -> change(fuel, known.factors().of(fuel), now.factors().of(fuel)))
        .collect(Collectors.joining(", "));
    return changed.isEmpty() ? MonitoringSummary.text("The emission factors of %d are those of %d, as its rows tell (%s).",
        year, known.from(), now.fit().orElseThrow().fit())
        : MonitoringSummary.text("The emission factors of %d differ from those of %d, which the model"
        + " knows: %s. That is a change of the data and not of the model, and the rows are predicted by"
        + " their own factors (%s).", year, known.from(), changed, now.fit().orElseThrow().fit());
  }

  private static String change(Fuel fuel, double before, double now) {
    return MonitoringSummary.text("%s %s t/kBtu instead of %s%s", fuel.title(), FuelFactors.text(now),
        FuelFactors.text(before), before > 0 ? MonitoringSummary.text(" (%+.0f%%)", 100 * (now / before - 1)) : "");
  }
}
