// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Rows that no building can have: by its other years, by its use, and by its own fuels. What stands empty
/// is none, nor is a data center. What a large part of a year has is none either: that is a column in another
/// unit, and no slip.
final class ImpossibleRows {
  /// A slip of two digits. The greatest change of a real building in six years of Seattle is 55 ×.
  private static final double TIMES = 100;
  /// kBtu per square foot that no use has; the greatest of the tables is a data center's 959.
  static final double MOST_INTENSITY = 10_000;
  /// As little as no building uses that has a meter.
  static final double LEAST_INTENSITY = 0.1;
  /// Fewer rows, of a use or a year, have no median to go by.
  private static final int FEWEST = 10;
  /// How far a year may be from the ones beside it to be an ordinary one.
  private static final double ORDINARY = 3;
  /// With fewer other years nobody knows which of two is wrong.
  private static final int FEWEST_OTHERS = 2;
  /// Tonnes that are too few to matter, such as those that are rounded to 0.
  private static final double FEW_TONNES = 1;
  /// More rows than these, and a greater part of a year's, are no slips.
  private static final int MOST_SLIPS = 10;
  private static final double SLIPS = 0.05;

  /// What a row is judged by.
  private enum Ground { OTHER_YEARS, INTENSITY, USE, EMISSIONS, FUELS }

  private final Map<String, List<Meters>> buildings = new HashMap<>();
  private final Map<String, Double> byUse = new HashMap<>();
  private final Map<Integer, Double> factors = new HashMap<>();
  private final Map<Integer, Map<Ground, Boolean>> isColumn = new HashMap<>();

  /// @param rows all rows, read right otherwise
  ImpossibleRows(List<Meters> rows) {
    rows.forEach(row ->
        buildings.computeIfAbsent(row.key().building(), first -> new ArrayList<>(2)).add(row));
    buildings.values().forEach(years -> years.sort(Comparator.comparingInt(row -> row.key().year())));
    medians(rows, Meters::use, Meters::intensity, FEWEST, byUse);
    medians(rows, row -> row.key().year(), ImpossibleRows::factor, FEWEST, factors);
    Map<Integer, Map<Ground, int[]>> counts = new TreeMap<>();
    rows.stream().filter(Meters::subject).forEach(row -> {
      Map<Ground, int[]> year = counts.computeIfAbsent(row.key().year(), first -> new EnumMap<>(Ground.class));
      for (Ground ground : Ground.values()) {
        int[] count = year.computeIfAbsent(ground, first -> new int[2]);
        count[0]++;
        count[1] += against(ground, row).isPresent() ? 1 : 0;
      }
    });
    counts.forEach((year, grounds) -> grounds.forEach((ground, count) ->
        isColumn.computeIfAbsent(year, first -> new EnumMap<>(Ground.class))
            .put(ground, count[1] >= MOST_SLIPS && count[1] > SLIPS * count[0])));
  }

  private static <K> void medians(List<Meters> rows, Function<Meters, K> group,
      ToDoubleFunction<Meters> value, int fewest, Map<K, Double> into) {
    Map<K, List<Double>> values = new HashMap<>();
    rows.stream().filter(row -> value.applyAsDouble(row) > 0 && Double.isFinite(value.applyAsDouble(row)))
        .forEach(row -> values.computeIfAbsent(group.apply(row), first -> new ArrayList<>())
            .add(value.applyAsDouble(row)));
    values.forEach((key, some) -> {
      if (some.size() >= fewest) {
        into.put(key, some.stream().sorted().skip(some.size() / 2).findFirst().orElseThrow());
      }
    });
  }

  /// Why a row is impossible; empty for one that is possible.
  Optional<String> against(Meters row) {
    return Arrays.stream(Ground.values())
        .filter(ground -> !isColumn.getOrDefault(row.key().year(), Map.of()).getOrDefault(ground, false))
        .flatMap(ground -> against(ground, row).stream()).findFirst();
  }

  private Optional<String> against(Ground ground, Meters row) {
    return switch (ground) {
      case OTHER_YEARS -> otherYears(row, Meters::site, "energy", "kBtu")
          .or(() -> otherYears(row, Meters::tonnes, "emissions", "t"));
      case INTENSITY -> intensity(row);
      case USE -> use(row);
      case EMISSIONS -> emissions(row);
      case FUELS -> fuels(row);
    };
  }

  /// By the median of the building's other years; of an even number the one nearer to the row. As little as a
  /// hundredth counts between two years of ordinary energy only: a building does not empty in one year and fill
  /// in the next.
  private Optional<String> otherYears(Meters row, ToDoubleFunction<Meters> value, String what, String unit) {
    double own = value.applyAsDouble(row);
    double[] others = buildings.getOrDefault(row.key().building(), List.of()).stream()
        .filter(one -> one.key().year() != row.key().year()).mapToDouble(value).filter(one -> one > 0).sorted()
        .toArray();
    if (!(own > 0) || others.length < FEWEST_OTHERS) {
      return Optional.empty();
    }
    double upper = others[others.length / 2];
    double lower = others[(others.length - 1) / 2];
    boolean much = own >= TIMES * upper;
    boolean little = own <= lower / TIMES && isBetweenOrdinary(row);
    return !much && !little ? Optional.empty() : Optional.of(text(
        "its %s of %,.0f %s, %s the median of its other years, %,.0f", what, own, unit,
        much ? text("%,.0f times", own / upper) : text("1/%,.0f of", lower / own), much ? upper : lower));
  }

  private boolean isBetweenOrdinary(Meters row) {
    List<Meters> years = buildings.get(row.key().building()).stream()
        .filter(one -> one.key().year() != row.key().year()).toList();
    Optional<Meters> before = years.stream().filter(one -> one.key().year() < row.key().year())
        .reduce((first, second) -> second);
    Optional<Meters> after = years.stream().filter(one -> one.key().year() > row.key().year()).findFirst();
    double[] others = years.stream().mapToDouble(Meters::site).filter(one -> one > 0).sorted().toArray();
    return others.length >= FEWEST_OTHERS && Stream.of(before, after).allMatch(year -> year.filter(one ->
        one.site() * ORDINARY > others[others.length / 2] && one.site() < others[others.length / 2] * ORDINARY)
        .isPresent());
  }

  private static Optional<String> intensity(Meters row) {
    double intensity = row.intensity();
    return intensity > MOST_INTENSITY || intensity > 0 && intensity < LEAST_INTENSITY
        ? Optional.of(text("its energy of %,.0f kBtu, %s kBtu per ft² of its uses, which no use has", row.site(),
            figure(intensity))) : Optional.empty();
  }

  private Optional<String> use(Meters row) {
    double median = byUse.getOrDefault(row.use(), Double.NaN);
    return row.intensity() > TIMES * median
        ? Optional.of(text("its energy of %,.0f kBtu, %,.0f kBtu per ft² and %,.0f times the median of its use, %.3g",
            row.site(), row.intensity(), row.intensity() / median, median)) : Optional.empty();
  }

  /// By the factors of the reference, and how far all of the year is off them: the city's change.
  private Optional<String> emissions(Meters row) {
    double expected = expected(row) * factors.getOrDefault(row.key().year(), 1.0);
    boolean far = row.tonnes() >= TIMES * expected || row.tonnes() > 0 && row.tonnes() <= expected / TIMES;
    return far && Math.abs(row.tonnes() - expected) > FEW_TONNES && expected > 0
        ? Optional.of(text("its emissions of %,.1f t, %s times what its fuels give, %,.1f t", row.tonnes(),
            figure(row.tonnes() / expected), expected)) : Optional.empty();
  }

  private static double expected(Meters row) {
    Energy energy = row.energy();
    return energy.electricity() * EmissionFactor.ELECTRICITY + energy.gas() * EmissionFactor.GAS
        + energy.steam() * EmissionFactor.STEAM;
  }

  private static double factor(Meters row) {
    return row.tonnes() > FEW_TONNES ? row.tonnes() / expected(row) : Double.NaN;
  }

  private static Optional<String> fuels(Meters row) {
    double fuels = row.energy().fuels();
    double times = row.site() / fuels;
    return row.site() > 0 && fuels > 0 && (times >= TIMES || times <= 1 / TIMES)
        ? Optional.of(text("its energy of %,.0f kBtu, %s times that of its fuels, %,.0f", row.site(),
            figure(times), fuels)) : Optional.empty();
  }

  private static String figure(double value) {
    return value >= 1 ? text("%,.0f", value) : text("%.2g", value);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
