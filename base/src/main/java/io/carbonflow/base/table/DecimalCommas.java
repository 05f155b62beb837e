// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds the columns whose numbers are written with a decimal comma, `1.234,5`, in a table that has
/// something else than commas between its columns. All numbers of a column are written in one way: a
/// column that holds `12,5` and no `12.5` has commas. One such as `1,234`, which can be read in
/// either way, is read as the table's other columns are, and with a comma where none of these tells.
final class DecimalCommas {
  private final List<Numbers> columns = new ArrayList<>();

  /// The numbers of a column.
  private static final class Numbers {
    private boolean commas = true;
    private boolean points = true;
    private boolean hasComma;
    private boolean hasPoint;

    private void take(String cell) {
      if ((!commas && !points) || Cell.isMissing(cell)) {
        return;
      }
      String text = cell.strip();
      points = points && Cell.isNumber(text);
      commas = commas && Cell.isNumber(Cell.withPoint(text));
      hasComma = hasComma || text.indexOf(',') >= 0;
      hasPoint = hasPoint || text.indexOf('.') >= 0;
    }

    private boolean isOpen() {
      return commas && points && (hasComma || hasPoint);
    }
  }

  /// Looks at a row.
  void take(List<String> cells) {
    for (int i = columns.size(); i < cells.size(); i++) {
      columns.add(new Numbers());
    }
    for (int i = 0; i < cells.size(); i++) {
      columns.get(i).take(cells.get(i));
    }
  }

  /// The positions of the columns, from 0.
  Set<Integer> positions() {
    boolean commas = columns.stream().anyMatch(column -> column.commas && !column.points);
    boolean points = columns.stream().anyMatch(column -> column.points && !column.commas);
    return IntStream.range(0, columns.size()).filter(i -> {
      Numbers column = columns.get(i);
      return column.commas && !column.points
          || column.isOpen() && !points && (commas || column.hasComma);
    }).boxed().collect(Collectors.toUnmodifiableSet());
  }
}
