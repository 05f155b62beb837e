// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.building.KnownFactors.Source;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Estimates the factors of a year from its rows: those by which the fuels' energy makes the emissions. The
/// sum of absolute relative errors is made small, as by regression on the median, so that rows that are
/// wrong do not move the result, however wrong they are: an error counts as a part of the emissions or of
/// what the factors make of the fuels, whichever is more, and so as 1 at the most ([RelativeErrors]). Site
/// energy has no say: tables have exchanged it with another column.
public final class FactorFit {
  /// So many rows have to use a fuel for its factor to be estimated.
  public static final int LEAST_ROWS = 10;
  /// A row uses a fuel that is this part of its energy.
  private static final double USED = 0.05;
  private static final double MUCH = 0.25;
  private static final double NEARLY_ALL = 0.9;

  private static final int PASSES = 4;
  /// As exact as the data: residuals are about 4e-5. So what is shown is what is used.
  private static final MathContext DIGITS = new MathContext(5);

  private static final Fuel[] FUELS = Fuel.values();
  private static final double[] UNITS =
      Arrays.stream(FUELS).mapToDouble(FuelFactors.REFERENCE::of).toArray();

  /// A row of which all is known that factors are estimated from.
  ///
  /// @param tonnes emissions in tonnes
  /// @param electricity energy in kBtu, as the others
  public record Metered(double tonnes, double electricity, double gas, double steam) {
    /// Of a building; NaN where something is not known.
    public static Metered of(Building building) {
      Energy energy = building.energy();
      return new Metered(building.tonnes(), energy.electricity(), energy.gas(), energy.steam());
    }

    /// Of a clean row, by the fuels' parts in its site energy; NaN where something is not known.
    public static Metered of(ModelRow row) {
      FuelMix mix = FuelMix.of(row);
      return new Metered(row.tonnes(), mix.electricity() * row.siteEnergy(), mix.gas() * row.siteEnergy(),
          mix.steam() * row.siteEnergy());
    }

    boolean isUsable() {
      return tonnes > 0 && electricity >= 0 && gas >= 0 && steam >= 0
          && electricity + gas + steam > 0 && tonnes + electricity + gas + steam < Double.POSITIVE_INFINITY;
    }
  }

  private final RelativeErrors errors;
  private final double[][] parts;

  private FactorFit(List<Metered> rows) {
    List<Metered> usable = rows.stream().filter(Metered::isUsable).toList();
    // Times the reference's factors, so that what is looked for is near 1.
    errors = new RelativeErrors(usable.stream().mapToDouble(Metered::tonnes).toArray(),
        usable.stream().map(row -> new double[] {row.electricity() * UNITS[0], row.gas() * UNITS[1],
            row.steam() * UNITS[2]}).toArray(double[][]::new));
    parts = usable.stream().map(row -> {
      double sum = row.electricity() + row.gas() + row.steam();
      return new double[] {row.electricity() / sum, row.gas() / sum, row.steam() / sum};
    }).toArray(double[][]::new);
  }

  /// Estimates the factors of each year of some rows, of whatever side of a split.
  ///
  /// @param known what is taken of a fuel that too few rows of a year use, where no earlier year of these
  ///     rows tells it
  /// @throws IllegalArgumentException if there is no row
  public static YearFactors of(List<ModelRow> rows, YearFactors known) {
    FuelFactors[] last = {null};
    return years(rows, (year, of) -> {
      KnownFactors found = of(of, last[0] == null ? known.of(year).factors() : last[0]);
      last[0] = found.factors();
      return found;
    });
  }

  /// Estimates the factors of one year.
  ///
  /// @param rows its rows; those of which something is not known, or negative, are left out
  /// @param others what is taken of a fuel that too few rows use
  public static KnownFactors of(List<Metered> rows, FuelFactors others) {
    FactorFit fit = new FactorFit(rows);
    List<Fuel> assumed = Arrays.stream(FUELS)
        .filter(fuel -> fit.count(row -> fit.parts[row][fuel.ordinal()] >= USED) < LEAST_ROWS).toList();
    List<Integer> free = Arrays.stream(FUELS).filter(fuel -> !assumed.contains(fuel)).map(Fuel::ordinal).toList();
    double[] found = fit.found(scaled(others), free);
    FuelFactors factors = others;
    for (Fuel fuel : FUELS) {
      if (!assumed.contains(fuel)) {
        double exact = Math.min(FuelFactors.MOST, found[fuel.ordinal()] * UNITS[fuel.ordinal()]);
        factors = factors.with(fuel, new BigDecimal(exact).round(DIGITS).doubleValue());
      }
    }
    return fit.compared(factors, Source.ESTIMATED, assumed);
  }

  /// Some factors, with how well they fit the rows of a year.
  static KnownFactors compared(List<Metered> rows, FuelFactors factors, Source source) {
    return new FactorFit(rows).compared(factors, source, List.of());
  }

  static YearFactors years(List<ModelRow> rows, BiFunction<Integer, List<Metered>, KnownFactors> year) {
    SortedMap<Integer, KnownFactors> found = new TreeMap<>();
    rows.stream().collect(Collectors.groupingBy(row -> row.key().year(), TreeMap::new,
        Collectors.mapping(Metered::of, Collectors.toList())))
        .forEach((key, of) -> found.put(key, year.apply(key, of)));
    return new YearFactors(found);
  }

  private static double[] scaled(FuelFactors factors) {
    return Arrays.stream(FUELS).mapToDouble(fuel -> factors.of(fuel) / UNITS[fuel.ordinal()]).toArray();
  }

  private KnownFactors compared(FuelFactors factors, Source source, List<Fuel> assumed) {
    double[] sizes = errors.sizes(scaled(factors));
    return sizes.length == 0 ? new KnownFactors(factors, source, 0, 0, 0, assumed)
        : new KnownFactors(factors, source, sizes.length, sizes[sizes.length / 2],
            (double) Arrays.stream(sizes).filter(size -> size <= KnownFactors.NEAR).count() / sizes.length,
            assumed);
  }

  private long count(IntPredicate wanted) {
    return IntStream.range(0, parts.length).filter(wanted).count();
  }

  /// Rows that are wrong may be most of those of which a fuel is nearly all: so there are several starts.
  private double[] found(double[] others, List<Integer> free) {
    return Stream.of(others, start(others, free, NEARLY_ALL), start(others, free, MUCH))
        .map(start -> errors.least(start, free))
        .min(Comparator.comparingDouble(errors::sum)).orElseThrow();
  }

  /// For each fuel the median, over rows that have at least a part of it, of what the others leave.
  private double[] start(double[] from, List<Integer> free, double part) {
    double[] factors = from.clone();
    for (int pass = 0; pass < PASSES; pass++) {
      for (int f : free) {
        double least = count(row -> parts[row][f] >= part) >= LEAST_ROWS ? part : USED;
        double[] told = IntStream.range(0, parts.length).filter(row -> parts[row][f] >= least)
            .mapToDouble(row -> errors.alone(row, f, factors)).sorted().toArray();
        factors[f] = Math.max(0, told[told.length / 2]);
      }
    }
    return factors;
  }
}
