// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Row;
import io.carbonflow.model.building.Building;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Repairs;
import io.carbonflow.model.city.City;
import io.carbonflow.model.factor.MeteredRow;

/// What a table tells of each of its years before its rows are judged: by how many decimals it has its
/// numbers, and the factors by which its emissions follow from its fuels.
final class Tolerances {
  /// More years than these are a column that holds something else.
  static final int MOST_YEARS = 40;

  private final City city;
  private final Repairs repairs;
  private final Map<Integer, FactorSamples> samples = new TreeMap<>();
  private final Map<Integer, FittedFactors> factors = new TreeMap<>();

  private Tolerances(City city, Repairs repairs) {
    this.city = city;
    this.repairs = repairs;
  }

  /// Looks at all rows of a table in the one schema. One that cannot be read tells nothing.
  ///
  /// @param city the city that the table is of
  /// @param repairs what is known of the table as it was published
  /// @param rows gives each row, read right, to who takes it
  static Tolerances of(City city, Repairs repairs, Consumer<Consumer<Row>> rows) {
    Tolerances all = new Tolerances(city, repairs);
    rows.accept(all::take);
    all.samples.forEach((year, some) -> some.fit(year, all.half(year, Column.EMISSIONS))
        .ifPresent(fitted -> all.factors.put(year, fitted)));
    return all;
  }

  private void take(Row row) {
    Building building;
    try {
      building = Building.of(row, city);
    } catch (Problem _) {
      return;
    }
    int year = building.key().year();
    if (samples.containsKey(year) || samples.size() < MOST_YEARS) {
      samples.computeIfAbsent(year, _ -> new FactorSamples()).take(MeteredRow.of(building));
    }
  }

  /// The city that the table is of.
  City city() {
    return city;
  }

  /// How many decimals nearly all numbers of a column have.
  int decimals(int year, Column column) {
    return repairs.decimals(year, column);
  }

  /// Half a unit of the last decimal of a column: how far its rounding may be off.
  double half(int year, Column column) {
    return 0.5 * Math.pow(10, -decimals(year, column));
  }

  /// The factors of a year; the reference where too few rows tell them.
  FittedFactors factors(int year) {
    return factors.getOrDefault(year, FittedFactors.REFERENCE);
  }

  /// The factors of the years that tell them.
  Collection<FittedFactors> factors() {
    return Collections.unmodifiableCollection(factors.values());
  }
}
