// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.city.City;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Rows that no building can have: by its other years, by its use, and by its own fuels. What stands empty
/// is none, nor is a data center. What a large part of a year has is none either: that is a column in another
/// unit, and no slip.
final class ImpossibleRows {
  /// A slip of two digits. The greatest change of a real building in six years of Seattle is 55 ×.
  static final double TIMES = 100;
  /// kBtu per square foot that no use has; the greatest of the tables is a data center's 959.
  static final double MOST_INTENSITY = 10_000;
  /// As little as no building uses that has a meter.
  static final double LEAST_INTENSITY = 0.1;
  /// Fewer rows, of a use or a year, have no median to go by.
  private static final int FEWEST = 10;
  /// The part of the energy that most of it is.
  private static final double MOSTLY = 0.7;
  /// Tonnes that are too few to matter, such as those that are rounded to 0.
  private static final double FEW_TONNES = 1;
  /// More rows than these, and a greater part of a year's, are not slips.
  private static final int MOST_SLIPS = 10;
  private static final double SLIPS = 0.05;

  /// What a row is judged by.
  private enum Ground { OTHER_YEARS, INTENSITY, USE, EMISSIONS, FUELS }

  private static final Ground[] GROUNDS = Ground.values();

  private final OtherYears otherYears;
  private final Map<String, Double> byUse;
  /// How far all of a year is off the reference's factors: the city's change.
  private final Map<Integer, Double> factors;
  /// What so many rows of a year have that it is not a slip.
  private final Map<Integer, Set<Ground>> columns;

  /// What energy of fuels stands for, except for how far all of a year is off it.
  private final FuelFactors reference;

  /// @param rows all rows, read right otherwise
  ImpossibleRows(List<Meters> rows, City city) {
    reference = city.reference().orElseGet(() -> told(rows, city));
    otherYears = new OtherYears(rows);
    byUse = medians(rows, Meters::use, Meters::intensity);
    factors = medians(rows, row -> row.key().year(), this::factor);
    columns = columns(rows);
  }

  /// The median of each group of rows that is large enough to have one.
  private static <K> Map<K, Double> medians(
      List<Meters> rows, Function<Meters, K> group, ToDoubleFunction<Meters> value) {
    Map<K, List<Double>> values = new HashMap<>();
    for (Meters row : rows) {
      double one = value.applyAsDouble(row);
      if (one > 0 && Double.isFinite(one)) {
        values.computeIfAbsent(group.apply(row), first -> new ArrayList<>()).add(one);
      }
    }
    Map<K, Double> medians = new HashMap<>();
    values.forEach((key, some) -> {
      if (some.size() >= FEWEST) {
        medians.put(key, some.stream().sorted().skip(some.size() / 2).findFirst().orElseThrow());
      }
    });
    return medians;
  }

  private Map<Integer, Set<Ground>> columns(List<Meters> rows) {
    Map<Integer, List<Meters>> years = rows.stream().filter(Meters::subject)
        .collect(Collectors.groupingBy(row -> row.key().year()));
    Map<Integer, Set<Ground>> found = new HashMap<>();
    years.forEach((year, of) -> found.put(year, Arrays.stream(Ground.values()).filter(ground -> {
      long broken = of.stream().filter(row -> against(ground, row).isPresent()).count();
      return broken >= MOST_SLIPS && broken > SLIPS * of.size();
    }).collect(Collectors.toUnmodifiableSet())));
    return found;
  }

  /// Why a row is impossible; empty for one that is possible.
  Optional<String> against(Meters row) {
    Set<Ground> usual = columns.getOrDefault(row.key().year(), Set.of());
    for (Ground ground : GROUNDS) {
      Optional<String> why = usual.contains(ground) ? Optional.empty() : against(ground, row);
      if (why.isPresent()) {
        return why;
      }
    }
    return Optional.empty();
  }

  private Optional<String> against(Ground ground, Meters row) {
    return switch (ground) {
      case OTHER_YEARS -> otherYears.against(row);
      case INTENSITY -> intensity(row);
      case USE -> use(row);
      case EMISSIONS -> emissions(row);
      case FUELS -> fuels(row);
    };
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

  /// What a city that gives no reference has about, by the rows of which a fuel is most of the energy: near enough to
  /// tell what is a hundred times off.
  private static FuelFactors told(List<Meters> rows, City city) {
    FuelFactors told = FuelFactors.REFERENCE;
    for (Fuel fuel : city.fuels()) {
      double[] alone = rows.stream().filter(row -> row.tonnes() > FEW_TONNES)
          .filter(row -> row.energy().of(fuel) > MOSTLY * row.energy().fuels())
          .mapToDouble(row -> row.tonnes() / row.energy().fuels()).sorted().toArray();
      if (alone.length >= FEWEST) {
        told = told.with(fuel, Math.min(FuelFactors.MOST, alone[alone.length / 2]));
      }
    }
    return told;
  }

  private double expected(Meters row) {
    return reference.tonnes(row.energy());
  }

  private double factor(Meters row) {
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
