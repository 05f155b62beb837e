// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import module java.base;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;

/// The rows of a table that are looked at, and what its columns hold in them.
///
/// @param table the table with these rows alone
/// @param all how many rows the table has
/// @param columns its columns that have a name
record Sample(Table table, int all, List<ColumnProfile> columns) {
  /// How many rows are looked at, at most. Of a longer table they are taken at even distances, for many are in order
  /// of years or places.
  static final int MOST = 5000;
  private static final int LONGEST = 200;

  static Sample of(Table table) {
    List<Row> rows = table.rows();
    int size = Math.min(MOST, rows.size());
    List<Row> some = IntStream.range(0, size).mapToObj(i -> rows.get((int) ((long) i * rows.size() / size))).toList();
    return new Sample(new Table(table.source(), table.header(), some), rows.size(),
        table.header().names().stream().filter(Sample::isName).map(name -> ColumnProfile.of(name, some))
            .toList());
  }

  /// Others cannot stand in a file of a city.
  private static boolean isName(String name) {
    return !name.isBlank() && name.length() <= LONGEST && name.indexOf('\n') < 0 && Printable.of(name).equals(name);
  }

  /// The rows that are looked at.
  List<Row> rows() {
    return table.rows();
  }

  /// How many were looked at, in words.
  String words() {
    return all == rows().size() ? String.format(Locale.ROOT, "all %,d rows", all)
        : String.format(Locale.ROOT, "%,d of %,d rows", rows().size(), all);
  }
}
