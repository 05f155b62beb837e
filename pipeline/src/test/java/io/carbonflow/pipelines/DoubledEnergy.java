// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;

/// A table in which every building uses twice the energy, in all its units, and emits twice as much.
final class DoubledEnergy {
  private static final Pattern MEASURED =
      Pattern.compile(".*\\((kBtu|kWh|therms)\\)|TotalGHGEmissions");

  private DoubledEnergy() {}

  /// Writes it.
  ///
  /// @return the copy
  static Path of(Path file, Path copy) {
    Table table = Csv.read(file);
    List<String> names = table.header().names();
    List<List<String>> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      List<String> cells = new ArrayList<>(row.cells());
      for (int i = 0; i < cells.size(); i++) {
        if (MEASURED.matcher(names.get(i)).matches() && cells.get(i).matches("[0-9.]+")) {
          cells.set(i, Double.toString(2 * Double.parseDouble(cells.get(i))));
        }
      }
      rows.add(cells);
    }
    Csv.write(copy, names, rows);
    return copy;
  }
}
