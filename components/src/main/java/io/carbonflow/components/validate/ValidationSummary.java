package io.carbonflow.components.validate;

import io.carbonflow.base.json.StrictJson;
import io.carbonflow.model.building.Severity;
import java.nio.file.Path;
import java.util.List;

/// What `validation.json` says of a table as a whole, for pages of later steps.
///
/// @param rows how many rows the table has
/// @param used how many of them models use
/// @param errors how many findings are errors
/// @param warnings how many are warnings
/// @param rules the rules by which something was found
public record ValidationSummary(
    long rows, long used, long errors, long warnings, List<BrokenRule> rules) {

  /// A rule by which something was found.
  ///
  /// @param rule its name
  /// @param severity how bad that is
  /// @param what what it looks for
  /// @param count how many findings there are
  public record BrokenRule(String rule, Severity severity, String what, long count) {}

  /// Copies the list.
  public ValidationSummary {
    rules = List.copyOf(rules);
  }

  /// Reads it.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be read, or is something else
  public static ValidationSummary read(Path file) {
    StrictJson json = StrictJson.read(file).only("valid", "rows", "rows_used", "errors", "warnings",
        "rules", "findings", "columns");
    return new ValidationSummary(json.field("rows").whole(), json.field("rows_used").whole(),
        json.field("errors").whole(), json.field("warnings").whole(),
        json.field("rules").items().stream().map(ValidationSummary::rule).toList());
  }

  private static BrokenRule rule(StrictJson json) {
    return new BrokenRule(json.field("rule").text(), json.field("severity").to(Severity.class),
        json.field("what").text(), json.field("count").whole());
  }
}
