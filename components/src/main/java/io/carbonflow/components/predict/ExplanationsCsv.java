// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import io.carbonflow.base.file.AtomicFile.Content;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Csv;
import io.carbonflow.model.explain.Explanation;

/// `explanations.csv`: a line for each feature of each predicted row. The base and the
/// contributions of a row's lines add up to its prediction; all three are logarithms.
final class ExplanationsCsv {
  private static final List<String> HEADER = List.of("OSEBuildingID", "DataYear", "feature",
      "value", "contribution", "standard_error", "base", "prediction");

  private ExplanationsCsv() {}

  /// The table; the header alone for no explanations.
  static Content of(List<Explanation> explanations) {
    return out -> Csv.write(out, HEADER, () -> explanations.stream().flatMap(row -> row.contributions().stream()
        .map(of -> List.of(
            row.key().building(),
            Integer.toString(row.key().year()),
            of.feature().title(),
            of.value(),
            Cell.format(of.amount()),
            Cell.format(of.standardError()),
            Cell.format(row.base()),
            Cell.format(row.prediction()))))
        .iterator());
  }
}
