// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.check;

import module java.base;
import io.carbonflow.base.fault.Printable;

/// A heading, and lines whose cells stand below each other. Without lines there is no heading either.
final class Section {
  /// How wide a column is at most that others come after.
  private static final int WIDEST = 60;
  private static final Pattern COUNT = Pattern.compile("[\\d,]+");

  private final String heading;
  private final List<List<String>> rows = new ArrayList<>();

  Section(String heading) {
    this.heading = heading;
  }

  /// Adds a line.
  ///
  /// @param cells counts are set to the right
  Section line(Object... cells) {
    rows.add(Arrays.stream(cells).map(cell -> Printable.of(cell.toString())).toList());
    return this;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!rows.isEmpty()) {
      lines.add("");
      lines.add(heading);
      rows.forEach(row -> lines.add(line(row)));
    }
    return lines;
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder(" ");
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      String room = " ".repeat(Math.max(0, width(i) - cell.length()));
      line.append(' ').append(COUNT.matcher(cell).matches() ? room + cell : cell + room).append(' ');
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().filter(row -> row.size() > column).mapToInt(row -> row.get(column).length())
        .filter(width -> width <= WIDEST).max().orElse(0);
  }
}
