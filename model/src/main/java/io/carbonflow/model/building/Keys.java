// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Row;
import io.carbonflow.model.feature.RowKey;
import java.util.HashMap;
import java.util.Map;

/// The buildings and years that have been read, each at most once.
final class Keys {
  private static final int LAST_YEAR = 9999;

  private final Map<RowKey, Place> seen = new HashMap<>();
  private final Map<String, Boolean> sides = new HashMap<>();

  /// The key of a canonical row.
  ///
  /// @throws Problem if the id is missing, or the year is missing or not a whole number
  static RowKey of(Row row) {
    String id = row.id(Column.BUILDING_ID.title());
    if (id.isEmpty()) {
      throw new Problem(row.place(Column.BUILDING_ID.title()), "the building has no id",
          "fill it in or remove the row");
    }
    return new RowKey(id, year(row));
  }

  /// The year of a canonical row.
  ///
  /// @throws Problem if it is missing or not a whole number
  static int year(Row row) {
    double year = row.number(Column.DATA_YEAR.title());
    if (!(year >= 1 && year <= LAST_YEAR && year == Math.rint(year))) {
      String text = row.text(Column.DATA_YEAR.title());
      throw new Problem(row.place(Column.DATA_YEAR.title()),
          text.isEmpty() ? "the year is missing" : text + " is not a year",
          "write it like 2016");
    }
    return (int) year;
  }

  /// Notes a canonical row and gives its key.
  ///
  /// @throws Problem if a row of the same building and year came before
  RowKey add(Row row) {
    RowKey key = of(row);
    Place place = row.place(Column.BUILDING_ID.title());
    Place earlier = seen.putIfAbsent(key, place);
    if (earlier != null) {
      throw twice(key, earlier, place, "");
    }
    return key;
  }

  /// That a building appears twice in a year.
  ///
  /// @param how what else is to be said of it
  static Problem twice(RowKey key, Place earlier, Place place, String how) {
    boolean sameFile = earlier.source().equals(place.source());
    return new Problem(place,
        "building " + key.building() + " of " + key.year() + " is already in "
            + (sameFile ? "line " + earlier.line() : earlier) + how,
        "remove one of the rows, or give a table of another year");
  }

  /// Notes a row that has been split and gives its key.
  ///
  /// @throws Problem as [#add], and if the row has no split or its building is on the other side
  ///     elsewhere
  RowKey addSplit(Row row) {
    RowKey key = add(row);
    boolean inTrain = Split.of(row);
    if (sides.computeIfAbsent(key.building(), first -> inTrain) != inTrain) {
      throw new Problem(row.place(Column.IN_TRAIN),
          "building " + key.building() + " is both learned from and held out",
          "run the merge step again, it keeps all years of a building on one side");
    }
    return key;
  }
}
