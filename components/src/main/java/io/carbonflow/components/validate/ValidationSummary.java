// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import module java.base;
import com.google.gson.annotations.SerializedName;
import io.carbonflow.base.json.SnakeCase;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.components.validate.check.CheckResult;
import io.carbonflow.components.validate.check.ColumnSummary;
import io.carbonflow.components.validate.check.Finding;
import io.carbonflow.components.validate.check.Validation;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.city.City;

/// `validation.json`: what was found, and what the columns hold. It says nothing of time or place, so
/// the same table gives the same text. What is not known is left out.
///
/// @param valid whether there are no errors
/// @param rows how many rows the table has
/// @param used how many of them models use
/// @param errors how many findings are errors
/// @param warnings how many are warnings
/// @param rules the rules by which something was found
/// @param findings those that are listed
/// @param columns what each column holds in each year, by the names of numbers; columns are called as the city does
/// @param years each year beside those before it, the oldest first
@SnakeCase
public record ValidationSummary(
    boolean valid,
    long rows,
    @SerializedName("rows_used") long used,
    long errors,
    long warnings,
    List<BrokenRule> rules,
    List<Found> findings,
    List<Object> columns,
    List<Object> years) {

  /// A rule by which something was found.
  ///
  /// @param rule its name
  /// @param severity how bad that is
  /// @param what what it looks for
  /// @param limit the limit that it has
  /// @param count how many findings there are
  /// @param listed how many of them are listed
  public record BrokenRule(String rule, Severity severity, String what, Optional<String> limit,
      long count, int listed) {}

  private record Found(String rule, Severity severity, Optional<Integer> year,
      Optional<String> building, Optional<Long> line, boolean used, String column, String value,
      String message) {}

  static ValidationSummary of(Validation validation) {
    List<CheckResult> found = validation.findings();
    return new ValidationSummary(validation.isValid(), validation.rows(), validation.used(),
        validation.count(Severity.ERROR), validation.count(Severity.WARNING),
        found.stream().map(one -> new BrokenRule(one.check().id(), one.severity(),
            one.check().what(), one.check().limitText(), one.count(), one.listed().size())).toList(),
        found.stream().flatMap(one -> one.listed().stream()).map(ValidationSummary::found).toList(),
        validation.columns().stream().<Object>map(
            column -> column(column, validation.city())).toList(),
        validation.years().stream().<Object>map(YearFields::of).toList());
  }

  /// Reads it.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be read, or is something else
  public static ValidationSummary read(Path file) {
    return StrictJson.read(file).to(ValidationSummary.class);
  }

  private static Found found(Finding finding) {
    var spot = finding.spot();
    return new Found(finding.check().id(), finding.severity(),
        Optional.of(spot.year()).filter(year -> year > 0),
        Optional.of(spot.building()).filter(building -> !building.isEmpty()),
        Optional.of(spot.line()).filter(line -> line > 0),
        spot.used(), finding.column(), finding.value(), finding.message());
  }

  private static Map<String, Object> column(ColumnSummary summary, City city) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("column", city.title(summary.column()));
    if (summary.column().anywhere() instanceof Content.Number number) {
      fields.put("unit", number.unit());
    }
    fields.put("year", summary.year());
    fields.put("rows", summary.rows());
    fields.put("missing", summary.missing());
    if (summary.distinct() >= 0) {
      fields.put("distinct", summary.distinct());
    }
    summary.numbers().ifPresent(numbers -> numbers.each((name, value) -> {
      if (Double.isFinite(value)) {
        fields.put(name, value);
      }
    }));
    if (!summary.top().isEmpty()) {
      fields.put("top", summary.top());
    }
    return fields;
  }
}
