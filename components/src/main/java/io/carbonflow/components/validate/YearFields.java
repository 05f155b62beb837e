// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import module java.base;
import io.carbonflow.components.validate.check.BuildingChange;
import io.carbonflow.components.validate.check.FittedFactors;
import io.carbonflow.components.validate.check.Movement;
import io.carbonflow.components.validate.check.YearSummary;

/// A year of a table as fields of `validation.json`.
final class YearFields {
  private YearFields() {}

  /// The fields. What is not known is left out.
  static Map<String, Object> of(YearSummary year) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("year", year.year());
    fields.put("rows", year.rows());
    fields.put("rows_used", year.used());
    fields.put("buildings", year.buildings());
    if (year.before() > 0) {
      fields.put("year_before", year.before());
      fields.put("new", named(year.added()));
      fields.put("gone", named(year.gone()));
      fields.put("not_reporting", named(year.silent()));
      fields.put("changed", year.changed());
      fields.put("renamed_uses", year.renamed());
      year.energy().ifPresent(moved -> fields.put("energy_moved", moved(moved)));
      year.emissions().ifPresent(moved -> fields.put("emissions_moved", moved(moved)));
      fields.put("largest_changes", year.changes().stream().map(YearFields::change).toList());
    }
    fields.put("without_emissions", year.withoutEmissions());
    fields.put("tonnes_missing", year.tonnesMissing());
    fields.put("decimals_of_emissions", year.decimals());
    year.factors().ifPresent(factors -> fields.put("factors", factors(factors)));
    return fields;
  }

  private static Map<String, Object> named(YearSummary.Named some) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("count", some.count());
    fields.put("examples", some.examples());
    return fields;
  }

  private static Map<String, Object> moved(Movement moved) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", moved.from());
    fields.put("buildings", moved.buildings());
    fields.put("p25", moved.lower());
    fields.put("median", moved.median());
    fields.put("p75", moved.upper());
    return fields;
  }

  private static Map<String, Object> change(BuildingChange change) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rule", change.rule());
    fields.put("building", change.building());
    fields.put("from", change.from());
    fields.put("column", change.column());
    fields.put("before", change.before());
    fields.put("after", change.after());
    fields.put("tonnes", change.tonnes());
    return fields;
  }

  private static Map<String, Object> factors(FittedFactors factors) {
    Map<String, Object> fields = new LinkedHashMap<>();
    factors.factors().fuels().forEach(fuel -> fields.put(fuel.word(), factors.factors().of(fuel)));
    fields.put("rows", factors.known().rows());
    fields.put("median_residual", factors.known().residual());
    fields.put("within_1_percent", factors.known().within());
    fields.put("median_residual_beyond_rounding", factors.beyond());
    return fields;
  }
}
