// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import io.carbonflow.model.building.PredictionRows.Skipped;

/// Rows that were not predicted, in words. Those of kinds that are not modeled are no failure, so they are counted by
/// themselves.
public final class SkippedRows {
  private SkippedRows() {}

  /// How many of them were not to be predicted, and how many were.
  public static String scope(List<Skipped> rows) {
    long asked = rows.stream().filter(Skipped::isSubject).count();
    return String.format(Locale.ROOT, "%,d out of scope, %,d that should have been", rows.size() - asked, asked);
  }
}
