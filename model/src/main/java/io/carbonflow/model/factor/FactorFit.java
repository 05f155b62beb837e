// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.factor;

import io.carbonflow.model.factor.KnownFactors.Source;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
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

  private final RelativeErrors errors;
  private final double[][] parts;

  private FactorFit(List<MeteredRow> rows) {
    List<MeteredRow> usable = rows.stream().filter(MeteredRow::isUsable).toList();
    // Times the reference's factors, so that what is looked for is near 1.
    errors = new RelativeErrors(usable.stream().mapToDouble(MeteredRow::tonnes).toArray(),
        usable.stream().map(row -> new double[] {row.electricity() * UNITS[0], row.gas() * UNITS[1],
            row.steam() * UNITS[2]}).toArray(double[][]::new));
    parts = usable.stream().map(row -> {
      double sum = row.electricity() + row.gas() + row.steam();
      return new double[] {row.electricity() / sum, row.gas() / sum, row.steam() / sum};
    }).toArray(double[][]::new);
  }

  /// Estimates the factors of one year.
  ///
  /// @param rows its rows; those of which something is not known, or negative, are left out
  /// @param others what is taken of a fuel that too few rows use
  public static KnownFactors of(List<MeteredRow> rows, FuelFactors others) {
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
  static KnownFactors compared(List<MeteredRow> rows, FuelFactors factors, Source source) {
    return new FactorFit(rows).compared(factors, source, List.of());
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
