// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.building.Reading;
import io.carbonflow.model.building.Repair;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Predictions;
import io.carbonflow.model.explain.Contribution;
import io.carbonflow.model.explain.Explanation;

/// What became of rows, in numbers.
final class PredictionFacts {
  private PredictionFacts() {}

  /// A row that is not predicted.
  private record Row(long line, String id, String reason) {
    static Row of(PredictionRows.Skipped skipped) {
      return new Row(skipped.line(), skipped.id(), skipped.reason());
    }
  }

  /// A fault of a year's rows.
  private record Fault(String fault, int year, String column, int rows, String evidence, boolean readRight) {
    static Fault of(Repair repair) {
      return new Fault(repair.fault().id(), repair.year(), repair.title(), repair.rows(),
          repair.evidence(), repair.isRead());
    }
  }

  /// A row that no building can have.
  private record Impossible(String id, int year, String reason) {}

  /// The facts by name.
  ///
  /// @param factors those that they were made by
  /// @param totals what the predictions add up to
  /// @param explanations one for each prediction, or none
  static Map<String, Object> of(Bundle bundle, AppliedFactors factors, double level,
      Predictions predictions, AddedUp totals, Optional<FromLastYear> lastYear, List<Explanation> explanations) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("predicted", predictions.predicted().size());
    report.put("factors", factors.facts());
    report.put("factors_notes", factors.lines());
    if (bundle.intervals().isPresent()) {
      report.put("level", level);
    }
    if (totals.all().isPresent()) {
      report.put("total", totals.facts());
    }
    lastYear.ifPresent(known -> {
      report.put("predicted_by_method", known.methods());
      report.put("last_year_not_used_by_reason", known.reasons());
    });
    report.put("columns_missing", predictions.missing());
    report.put("not_predicted_by_reason", predictions.reasons());
    report.put("not_predicted", predictions.skipped().stream().map(Row::of).toList());
    report.put("categories_never_seen", predictions.unseen());
    report.put("outside_training", outside(predictions));
    if (!explanations.isEmpty()) {
      report.put("explained", explained(bundle, explanations));
    }
    return report;
  }

  /// What was wrong with many rows, and which are impossible; nothing where nothing was.
  static Map<String, Object> of(Reading reading) {
    Map<String, Object> report = new LinkedHashMap<>();
    if (!reading.repairs().isEmpty()) {
      report.put("faults", reading.repairs().stream().map(Fault::of).toList());
    }
    if (!reading.impossible().isEmpty()) {
      report.put("impossible", reading.impossible().stream()
          .map(row -> new Impossible(row.key().building(), row.key().year(), row.why())).toList());
    }
    return report;
  }

  /// How many rows lie outside, and how many by each quantity or category.
  private static Map<String, Object> outside(Predictions predictions) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("rows", predictions.predicted().stream().filter(p -> !p.outside().isEmpty()).count());
    counts.put("by", predictions.outside());
    return counts;
  }

  /// On which scale contributions add up, how far they miss the prediction at most, and how large
  /// the sampling errors are on average.
  private static Map<String, Object> explained(Bundle bundle, List<Explanation> explanations) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("rows", explanations.size());
    facts.put("scale", bundle.scale().features().logarithm());
    facts.put("largest_gap", explanations.stream()
        .mapToDouble(row -> Math.abs(row.sum() - row.prediction())).max().orElseThrow());
    facts.put("mean_standard_error", explanations.stream()
        .flatMap(row -> row.contributions().stream())
        .mapToDouble(Contribution::standardError).average().orElseThrow());
    return facts;
  }
}
