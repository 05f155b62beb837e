// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.components.validate.check.Figures;
import io.carbonflow.components.validate.check.Movement;

/// How the buildings of a year moved together: a cold winter or a pandemic moves nearly all of them, and is
/// not a fault of a model.
///
/// @param year the year of new rows
/// @param since the year that most of them were last measured in; 0 where no earlier year is known
/// @param buildings how many buildings it comes from
/// @param lower what a quarter of the factors is below, by which buildings use more: 0.79 is 21% less
/// @param median what half of them is below
/// @param upper what three quarters of them are below
/// @param types the medians of property types of many buildings
/// @param usual whether it is no more than a year's movement, and so is taken out
/// @param bias the factor by which the emissions of the row in the middle are more than the model says
/// @param spread the middle half of these factors, as the upper end divided by the lower one
/// @param spreadBefore the same of the rows that the model was judged on
/// @param odd buildings that did otherwise than all, by more than [CommonMoves#FAR]
record CommonMove(int year, int since, int buildings, double lower, double median, double upper,
    SortedMap<String, Double> types, boolean usual, double bias, double spread, double spreadBefore,
    List<String> odd) {
  private static final int EXAMPLES = 5;

  /// Copies the map and the list.
  CommonMove {
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    odd = List.copyOf(odd);
  }

  /// The factor by which a building of a type uses more than it did.
  double of(String type) {
    return types.getOrDefault(type, median);
  }

  /// In words.
  String text() {
    String moved = since == 0
        ? MonitoringSummary.text("%d: no earlier year of its buildings is known; the median of %,d buildings emits %s compared"
            + " with the model's prediction", year, buildings, Figures.change(median))
        : year + ": energy " + new Movement(since, year, buildings, lower, median, upper).text();
    return moved + (usual ? "" : "; that is more than a year usually changes, and scores are not adjusted for it")
        + (odd.isEmpty() ? "." : MonitoringSummary.text("; in addition, %s changed by more than a factor of %.0f: %s%s.",
            Counted.of(odd.size(), "building"), CommonMoves.FAR,
            String.join(", ", odd.subList(0, Math.min(EXAMPLES, odd.size()))),
            odd.size() > EXAMPLES ? MonitoringSummary.text(" and %,d more", odd.size() - EXAMPLES) : ""));
  }
}
