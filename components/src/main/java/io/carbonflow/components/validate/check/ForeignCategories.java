// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.model.building.Category;

/// Categories that the city's tables do not have. One that few rows of a year have may be a slip, and each
/// is reported; one that many have is how the year writes it, which is reported once.
final class ForeignCategories {
  private static final int MANY = 10;
  /// Of more different ones each row is reported.
  private static final int MOST = 10_000;

  private record Kind(int year, Category category, String value) {}

  private static final class Count {
    private long rows;
    private final List<RowLocation> first = new ArrayList<>();
  }

  private final Map<Kind, Count> counts = new LinkedHashMap<>();

  /// Takes a row that has one.
  void take(Category category, String value, RowLocation spot, Findings findings) {
    Kind kind = new Kind(spot.year(), category, value);
    if (counts.size() == MOST && !counts.containsKey(kind)) {
      findings.add(CellChecks.CATEGORY, spot, CellChecks.foreign(category, value, ""));
      return;
    }
    Count count = counts.computeIfAbsent(kind, _ -> new Count());
    if (++count.rows < MANY) {
      count.first.add(spot);
    }
  }

  /// Tells of all.
  void end(Findings findings) {
    counts.forEach((kind, count) -> {
      if (count.rows < MANY) {
        count.first.forEach(spot ->
            findings.add(CellChecks.CATEGORY, spot, CellChecks.foreign(kind.category(), kind.value(), "")));
      } else {
        findings.add(CellChecks.CATEGORY, RowLocation.of(kind.year()),
            CellChecks.foreign(kind.category(), kind.value(), ", in " + Counted.of(count.rows, "row")));
      }
    });
  }
}
