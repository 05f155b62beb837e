// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import io.carbonflow.base.file.AtomicFile.Content;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Csv;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.total.Total;

/// `totals.csv`: a line for all predicted rows, then one for each value of a column.
final class TotalsCsv {
  private static final List<String> HEADER = List.of(
      "by", "value", "buildings", "total_tonnes", "lower_tonnes", "upper_tonnes");

  private TotalsCsv() {}

  /// The table; the header alone where the bundle has no means. The interval's ends are empty
  /// where there is none.
  static Content of(AddedUp totals) {
    return out -> Csv.write(out, HEADER, Stream.concat(
        totals.all().stream().map(all -> cells("", "", all)),
        totals.parts().entrySet().stream()
            .map(part -> cells(totals.by(), part.getKey(), part.getValue()))).toList());
  }

  private static List<String> cells(String by, String value, Total total) {
    return List.of(by, value, Integer.toString(total.buildings()), Cell.format(total.tonnes()),
        PredictionsCsv.end(total.interval(), Interval::lower),
        PredictionsCsv.end(total.interval(), Interval::upper));
  }
}
