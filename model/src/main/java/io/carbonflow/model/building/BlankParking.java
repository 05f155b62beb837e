// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.feature.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Buildings of which a year leaves both the parking and the floor area without it blank.
final class BlankParking {
  private final boolean asPublished;
  /// The parking of each building in the years that say so.
  private final Map<String, NavigableMap<Integer, Double>> known = new HashMap<>();

  private BlankParking(boolean asPublished) {
    this.asPublished = asPublished;
  }

  /// Looks at all rows.
  static BlankParking of(List<Meters> rows, boolean asPublished) {
    BlankParking parking = new BlankParking(asPublished);
    rows.stream().filter(row -> !Double.isNaN(row.parkingArea())).forEach(row -> parking.known
        .computeIfAbsent(row.key().building(), first -> new TreeMap<>()).put(row.key().year(), row.parkingArea()));
    return parking;
  }

  private static boolean isBlank(Meters row) {
    return Double.isNaN(row.parkingArea()) && Double.isNaN(row.buildingArea()) && row.totalArea() > 0;
  }

  /// A row as it is read.
  Meters apply(Meters row) {
    return !asPublished && isBlank(row) && hasNone(row.key()) ? row.withoutParking() : row;
  }

  /// By the last year before, or else the first one after.
  private boolean hasNone(RowKey key) {
    NavigableMap<Integer, Double> years = known.get(key.building());
    if (years == null) {
      return false;
    }
    Map.Entry<Integer, Double> before = years.lowerEntry(key.year());
    Map.Entry<Integer, Double> nearest = before == null ? years.higherEntry(key.year()) : before;
    return nearest != null && nearest.getValue() == 0;
  }

  /// What is reported about it.
  List<Repair> repairs(List<Meters> rows) {
    Map<Integer, int[]> years = new TreeMap<>();
    rows.stream().filter(BlankParking::isBlank).forEach(row -> {
      int[] counts = years.computeIfAbsent(row.key().year(), first -> new int[2]);
      counts[0]++;
      counts[1] += apply(row) == row ? 0 : 1;
    });
    List<Repair> repairs = new ArrayList<>();
    years.forEach((year, counts) -> {
      if (counts[1] > 0) {
        repairs.add(new Repair(TableFault.BLANK_PARKING, year, Column.PARKING_AREA, counts[1], String.format(
            Locale.ROOT, "it is blank in %,d rows with a total, and %,d of these buildings have no parking in the year"
                + " before or after", counts[0], counts[1]), true));
      }
    });
    return repairs;
  }
}
