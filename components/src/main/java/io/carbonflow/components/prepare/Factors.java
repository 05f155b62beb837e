// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.prepare;

import module java.base;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.city.City;
import io.carbonflow.model.factor.YearFactors;

/// Where the emission factors of each year come from that lead from energy to tonnes.
public enum Factors {
  /// From the training rows of the year, except for those that the city's file gives.
  ESTIMATE {
    @Override
    public YearFactors of(List<ModelRow> training, City city) {
      YearFactors known = city.reference().map(YearFactors::of).orElse(YearFactors.REFERENCE);
      return YearFactors.estimated(training, known, city.energy()::given);
    }
  },
  /// Those that features are made of, for every year: the city's reference, or the factors of the first year.
  REFERENCE {
    @Override
    public YearFactors of(List<ModelRow> training, City city) {
      return YearFactors.reference(training, city.reference().orElseGet(
          () -> ESTIMATE.of(training, city).years().firstEntry().getValue().factors()));
    }
  };

  /// The factors of the years of training rows.
  public abstract YearFactors of(List<ModelRow> training, City city);

  /// What some factors were asked for with.
  public static Factors of(YearFactors found) {
    return found.areEstimated() ? ESTIMATE : REFERENCE;
  }

  /// Factors for people, a line a year.
  static List<String> lines(YearFactors factors) {
    return factors.years().entrySet().stream().map(year -> String.format(Locale.ROOT,
        "emission factors of %d, %s, in t/kBtu: %s; %s", year.getKey(), year.getValue().source().word(),
        year.getValue().factors().text(), year.getValue().fit())).toList();
  }
}
