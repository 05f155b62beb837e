// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What buildings used and emitted in their other years, and rows that are impossible by that.
final class OtherYears {
  /// With fewer other years nobody knows which of two is wrong.
  private static final int FEWEST = 2;
  /// How far a year may be from the ones beside it to be an ordinary one.
  private static final double ORDINARY = 3;

  private final Map<String, List<Meters>> buildings = new HashMap<>();

  /// @param rows all rows, read right otherwise
  OtherYears(List<Meters> rows) {
    rows.forEach(row ->
        buildings.computeIfAbsent(row.key().building(), first -> new ArrayList<>(2)).add(row));
    buildings.values().forEach(years -> years.sort(Comparator.comparingInt(row -> row.key().year())));
  }

  /// Why a row is impossible; empty for one that is possible.
  Optional<String> against(Meters row) {
    return against(row, Meters::site, "energy", "kBtu").or(() -> against(row, Meters::tonnes, "emissions", "t"));
  }

  /// By the median of the building's other years; of an even number the one nearer to the row. As little as a
  /// hundredth counts between two years of ordinary energy only: a building does not empty in one year and fill
  /// in the next.
  private Optional<String> against(Meters row, ToDoubleFunction<Meters> value, String what, String unit) {
    double own = value.applyAsDouble(row);
    if (!(own > 0) || buildings.getOrDefault(row.key().building(), List.of()).size() < FEWEST) {
      return Optional.empty(); // as most tables are of one year
    }
    double[] others = sorted(of(row), value);
    if (others.length < FEWEST) {
      return Optional.empty();
    }
    double upper = others[others.length / 2];
    double lower = others[(others.length - 1) / 2];
    boolean much = own >= ImpossibleRows.TIMES * upper;
    boolean little = own <= lower / ImpossibleRows.TIMES && isBetweenOrdinary(row);
    return !much && !little ? Optional.empty() : Optional.of(text(
        "its %s of %,.0f %s, %s the median of its other years, %,.0f", what, own, unit,
        much ? text("%,.0f times", own / upper) : text("1/%,.0f of", lower / own), much ? upper : lower));
  }

  private boolean isBetweenOrdinary(Meters row) {
    List<Meters> years = of(row);
    Optional<Meters> before = years.stream().filter(one -> one.key().year() < row.key().year())
        .reduce((first, second) -> second);
    Optional<Meters> after = years.stream().filter(one -> one.key().year() > row.key().year()).findFirst();
    double[] others = sorted(years, Meters::site);
    return others.length >= FEWEST && Stream.of(before, after).allMatch(year -> year.filter(one ->
        one.site() * ORDINARY > others[others.length / 2] && one.site() < others[others.length / 2] * ORDINARY)
        .isPresent());
  }

  private List<Meters> of(Meters row) {
    return buildings.getOrDefault(row.key().building(), List.of()).stream()
        .filter(one -> one.key().year() != row.key().year()).toList();
  }

  private static double[] sorted(List<Meters> rows, ToDoubleFunction<Meters> value) {
    return rows.stream().mapToDouble(value).filter(one -> one > 0).sorted().toArray();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
