// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns the merged table into the rows that models learn from and are scored on. Each row is
/// looked at alone.
public final class CleanTable {
  private CleanTable() {}

  /// The rows that were kept, in the order of the table, and what became of the others.
  public record Result(List<ModelRow> rows, CleanReport report) {}

  /// Cleans a merged table.
  ///
  /// @throws Problem if a column is missing, a cell is not what its column holds, a building comes
  ///     twice in a year, has no split or two, or no row is left
  public static Result of(Table merged) {
    Schema schema = Schema.of(merged, Purpose.TRAINING);
    merged.require(List.of(Column.IN_TRAIN));
    Keys keys = new Keys();
    List<ModelRow> kept = new ArrayList<>();
    var counts = new CleanReport.Counts();
    for (Row raw : merged.rows()) {
      Row row = schema.canonical(raw);
      keys.addSplit(row);
      Building building = Building.of(row);
      Optional<Rule> rule = Rule.against(building, Purpose.TRAINING);
      counts.add(building.key(), rule);
      if (rule.isEmpty()) {
        kept.add(ModelRow.of(building));
      }
    }
    CleanReport report = counts.report();
    if (kept.isEmpty()) {
      throw new Problem(merged.place(), "no row is left: " + report.reasons(),
          "give tables with buildings to learn from");
    }
    return new Result(List.copyOf(kept), report);
  }
}
