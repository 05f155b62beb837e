// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds the columns whose numbers are written with a decimal comma, `1.234,5`, in a table that has
/// something else than commas between its columns. All numbers of a column are written in one way: a
/// column that holds `12,5` and no `12.5` has commas.
///
/// A column of which each number can be read in either way, such as `183,588`, has decimal commas if
/// each has one and no other column has decimal points: no fractions have three digits now and none
/// then. One of `183.588` alone has commas, and points between thousands, if others have commas and
/// none points.
final class DecimalCommas {
  private static final Pattern NO_THOUSANDS = Pattern.compile("[+-]?0\\d*,.*");
  private static final Pattern ZERO = Pattern.compile("[+-]?0+");

  private final List<Numbers> columns = new ArrayList<>();

  /// The numbers of a column.
  private static final class Numbers {
    private boolean commas = true;
    private boolean points = true;
    private boolean hasComma;
    private boolean hasPoint;
    private boolean hasPlain;

    private void take(String cell) {
      if ((!commas && !points) || Cell.isMissing(cell)) {
        return;
      }
      String text = cell.strip();
      points = points && isNumber(text);
      commas = commas && isNumber(Cell.withPoint(text));
      boolean comma = text.indexOf(',') >= 0;
      boolean point = text.indexOf('.') >= 0;
      hasComma = hasComma || comma;
      hasPoint = hasPoint || point;
      hasPlain = hasPlain || !comma && !point && !ZERO.matcher(text).matches();
    }

    /// No thousands begin with a zero.
    private static boolean isNumber(String text) {
      return Cell.isNumber(text) && !NO_THOUSANDS.matcher(text).matches();
    }

    /// Whether it has decimal commas.
    ///
    /// @param others whether other columns surely have
    /// @param otherPoints whether other columns surely have decimal points
    private boolean hasCommas(boolean others, boolean otherPoints) {
      boolean open = points && !otherPoints
          && (hasComma && !hasPlain || !hasComma && hasPoint && others);
      return commas && (!points || open);
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
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).hasCommas(commas, points))
        .boxed().collect(Collectors.toUnmodifiableSet());
  }
}
