package io.carbonflow.components.validate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.components.validate.check.CheckResult;
import io.carbonflow.components.validate.check.ColumnSummary;
import io.carbonflow.components.validate.check.Finding;
import io.carbonflow.components.validate.check.RowLocation;
import io.carbonflow.components.validate.check.Validation;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.building.Severity;

/// `validation.json`: what was found, and what the columns hold.
final class ValidationJson {
  private ValidationJson() {}

  /// The file's text. It says nothing of time or place, so the same table gives the same text. What
  /// is not known is left out.
  static String of(Validation validation) {
    JsonObject json = new JsonObject();
    json.addProperty("valid", validation.isValid());
    json.addProperty("rows", validation.rows());
    json.addProperty("rows_used", validation.used());
    json.addProperty("errors", validation.count(Severity.ERROR));
    json.addProperty("warnings", validation.count(Severity.WARNING));
    JsonArray rules = new JsonArray();
    JsonArray findings = new JsonArray();
    for (CheckResult tally : validation.findings()) {
      rules.add(rule(tally));
      tally.listed().forEach(finding -> findings.add(finding(finding)));
    }
    json.add("rules", rules);
    json.add("findings", findings);
    JsonArray columns = new JsonArray();
    validation.columns().forEach(column -> columns.add(column(column)));
    json.add("columns", columns);
    return Json.pretty(json);
  }

  private static JsonObject rule(CheckResult tally) {
    JsonObject json = new JsonObject();
    json.addProperty("rule", tally.check().id());
    json.addProperty("severity", ParameterType.format(tally.severity()));
    json.addProperty("what", tally.check().what());
    tally.check().limitText().ifPresent(limit -> json.addProperty("limit", limit));
    json.addProperty("count", tally.count());
    json.addProperty("listed", tally.listed().size());
    return json;
  }

  private static JsonObject finding(Finding finding) {
    JsonObject json = new JsonObject();
    json.addProperty("rule", finding.check().id());
    json.addProperty("severity", ParameterType.format(finding.severity()));
    RowLocation spot = finding.spot();
    if (spot.year() > 0) {
      json.addProperty("year", spot.year());
    }
    if (!spot.building().isEmpty()) {
      json.addProperty("building", spot.building());
    }
    if (spot.line() > 0) {
      json.addProperty("line", spot.line());
    }
    json.addProperty("used", spot.used());
    json.addProperty("column", finding.column());
    json.addProperty("value", finding.value());
    json.addProperty("message", finding.message());
    return json;
  }

  private static JsonObject column(ColumnSummary summary) {
    JsonObject json = new JsonObject();
    json.addProperty("column", summary.column().title());
    if (summary.column().content() instanceof Content.Number number) {
      json.addProperty("unit", number.unit());
    }
    json.addProperty("year", summary.year());
    json.addProperty("rows", summary.rows());
    json.addProperty("missing", summary.missing());
    if (summary.distinct() >= 0) {
      json.addProperty("distinct", summary.distinct());
    }
    summary.numbers().ifPresent(numbers -> numbers.each((name, value) -> {
      if (Double.isFinite(value)) {
        json.addProperty(name, value);
      }
    }));
    if (!summary.top().isEmpty()) {
      json.add("top", Json.tree(summary.top()));
    }
    return json;
  }
}
