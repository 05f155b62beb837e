// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.model.building.LastYear;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Method;
import io.carbonflow.model.bundle.Prediction;

/// What became of a known last year.
///
/// @param predicted the predictions that were made with it
/// @param lastYear what was known
record FromLastYear(List<Prediction> predicted, LastYear lastYear) {

  /// How many rows were predicted by each method, by its name in files.
  Map<String, Long> methods() {
    return predicted.stream().collect(Collectors.groupingBy(
        p -> p.method().word(), TreeMap::new, Collectors.counting()));
  }

  /// Why the rows of last year's table tell nothing of buildings that were predicted by the model, the
  /// most frequent reason first.
  SequencedMap<String, Long> reasons() {
    Set<String> byModel = predicted.stream().filter(p -> p.method() == Method.MODEL)
        .map(p -> p.key().building()).collect(Collectors.toSet());
    return PredictionRows.reasons(
        lastYear.skipped().stream().filter(row -> byModel.contains(row.id())).toList());
  }

  private Optional<String> notUsed() {
    SequencedMap<String, Long> reasons = reasons();
    long rows = reasons.values().stream().mapToLong(count -> count).sum();
    return rows == 0 ? Optional.empty() : Optional.of(Counted.of(rows, "row") + " of last year's table cannot be"
        + " used, so the model predicted the buildings: " + PredictionText.because(reasons));
  }

  /// The same for people, in lines.
  ///
  /// @param explained whether reasons are told
  List<String> lines(Bundle bundle, boolean explained) {
    long known = predicted.stream().filter(p -> p.method() != Method.MODEL).count();
    List<String> lines = new ArrayList<>();
    lines.add(known == 0
        ? "no row is of a building that last year's table tells of: all were predicted by the model"
        : String.format(Locale.ROOT, "%,d of %,d rows were predicted from their last year",
            known, predicted.size()));
    notUsed().ifPresent(lines::add);
    if (known > 0 && bundle.lastYearErrors().isEmpty()) {
      lines.add("rows predicted from their last year have no intervals: the bundle is an older one, or of"
          + " too few buildings with two years");
    }
    if (known > 0 && explained) {
      lines.add("reasons explain what the model says of a row by itself, without its last year");
    }
    return lines;
  }
}
