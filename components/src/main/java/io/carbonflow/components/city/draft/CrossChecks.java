// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import module java.base;
import io.carbonflow.base.table.Row;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Energy;
import io.carbonflow.model.building.Schema;
import io.carbonflow.model.city.City;

/// Compares columns that tell of the same thing, as the draft reads them.
final class CrossChecks {
  /// Fewer rows tell nothing.
  private static final int FEWEST = 20;
  private static final double SAME = 1.02;
  /// Floor areas are not always those that intensities were made with.
  private static final double ALIKE = 1.15;
  private static final double THERM = 100;
  /// A table has one unit of area.
  private static final List<Column> AREAS = List.of(Column.TOTAL_AREA, Column.PARKING_AREA, Column.BUILDING_AREA,
      Column.LARGEST_USE_AREA, Column.SECOND_USE_AREA, Column.THIRD_USE_AREA);

  private final List<Row> rows;
  private final Matches matches;

  private CrossChecks(List<Row> rows, Matches matches) {
    this.rows = rows;
    this.matches = matches;
  }

  /// Notes what does not agree.
  ///
  /// @return the columns of the table that nothing reads
  static List<String> look(City city, Sample sample, Matches matches) {
    Schema schema = Schema.of(sample.table(), city);
    CrossChecks checks = new CrossChecks(
        sample.rows().stream().map(row -> schema.canonical(row, (_, _, _) -> { })).toList(), matches);
    checks.keys();
    checks.agree(Column.ELECTRICITY, Energy.KBTU_PER_KWH, SAME, Column.ELECTRICITY_KWH);
    checks.agree(Column.GAS, THERM, SAME, Column.GAS_THERMS);
    checks.agree(Column.SITE_ENERGY, 1, ALIKE, Column.SITE_INTENSITY, Column.BUILDING_AREA);
    checks.agree(Column.EMISSIONS, 1e-3, ALIKE, Column.EMISSIONS_INTENSITY, Column.BUILDING_AREA);
    return schema.unread();
  }

  private void keys() {
    Set<List<String>> seen = new HashSet<>();
    long again = rows.stream().filter(row -> !row.id(Column.BUILDING_ID.title()).isEmpty())
        .map(row -> List.of(row.id(Column.BUILDING_ID.title()), row.text(Column.DATA_YEAR.title())))
        .filter(key -> !seen.add(key)).count();
    if (again > 0) {
      matches.doubt(Column.BUILDING_ID, String.format(Locale.ROOT,
          "%,d of the rows have a building and year that another row has, too", again));
    }
  }

  /// Compares a column with the product of others, by the median of their ratio.
  private void agree(Column column, double times, double most, Column... factors) {
    double[] ratios = rows.stream().mapToDouble(row -> row.number(column.title()) / times
        / Arrays.stream(factors).mapToDouble(one -> row.number(one.title())).reduce(1, (a, b) -> a * b))
        .filter(ratio -> ratio > 0 && Double.isFinite(ratio)).sorted().toArray();
    if (ratios.length < FEWEST) {
      return;
    }
    double ratio = ratios[ratios.length / 2];
    if (ratio > most || ratio < 1 / most) {
      matches.doubt(column, String.format(Locale.ROOT, "is %.3g times what %s tell%s; a unit, or one of the columns,"
          + " is another one", ratio, Arrays.stream(factors).map(Column::title).collect(Collectors.joining(" and ")),
          factors.length == 1 ? "s" : ""));
      return;
    }
    matches.inUnit().add(column);
    matches.inUnit().addAll(List.of(factors));
    if (matches.inUnit().contains(Column.BUILDING_AREA)) {
      matches.inUnit().addAll(AREAS);
    }
  }
}
