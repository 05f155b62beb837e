// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.factor;

import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.factor.KnownFactors.Source;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
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

  private final List<Fuel> fuels;
  private final double[] units;
  private final RelativeErrors errors;
  private final double[][] parts;

  private FactorFit(List<MeteredRow> rows) {
    List<MeteredRow> usable = rows.stream().filter(MeteredRow::isUsable).toList();
    fuels = Stream.concat(Fuel.EVERYWHERE.stream(), rows.stream().flatMap(row -> row.fuels().stream()))
        .distinct().sorted().toList();
    units = fuels.stream().mapToDouble(FuelFactors.REFERENCE::of).toArray();
    // Times the reference's factors, so that what is looked for is near 1.
    errors = new RelativeErrors(usable.stream().mapToDouble(MeteredRow::tonnes).toArray(),
        usable.stream().map(row -> numbers(fuel -> row.of(fuels.get(fuel)) * units[fuel])).toArray(double[][]::new));
    parts = usable.stream().map(row -> {
      double sum = row.sum();
      return numbers(fuel -> row.of(fuels.get(fuel)) / sum);
    }).toArray(double[][]::new);
  }

  /// Estimates the factors of one year.
  ///
  /// @param rows its rows; those of which something is not known, or negative, are left out
  /// @param others what is taken of a fuel that too few rows use
  public static KnownFactors of(List<MeteredRow> rows, FuelFactors others) {
    return of(rows, others, Map.of());
  }

  /// Estimates the factors of one year of which some are known.
  ///
  /// @param rows its rows; those of which something is not known, or negative, are left out
  /// @param others what is taken of a fuel that too few rows use
  /// @param given factors that are not looked for
  public static KnownFactors of(List<MeteredRow> rows, FuelFactors others, Map<Fuel, Double> given) {
    FactorFit fit = new FactorFit(rows);
    List<Fuel> assumed = fit.fuels.stream().filter(fuel -> !given.containsKey(fuel)).filter(fuel ->
        fit.count(row -> fit.parts[row][fit.fuels.indexOf(fuel)] >= USED) < LEAST_ROWS).toList();
    FuelFactors factors = others;
    for (Fuel fuel : fit.fuels) {
      factors = factors.with(fuel, given.getOrDefault(fuel, others.of(fuel)));
    }
    List<Integer> free = IntStream.range(0, fit.fuels.size()).boxed()
        .filter(f -> !assumed.contains(fit.fuels.get(f)) && !given.containsKey(fit.fuels.get(f))).toList();
    double[] found = fit.found(fit.scaled(factors), free);
    for (int f : free) {
      double exact = Math.min(FuelFactors.MOST, found[f] * fit.units[f]);
      factors = factors.with(fit.fuels.get(f), new BigDecimal(exact).round(DIGITS).doubleValue());
    }
    return fit.compared(factors, free.isEmpty() && assumed.isEmpty() ? Source.CITY : Source.ESTIMATED, assumed);
  }

  /// Some factors, with how well they fit the rows of a year.
  static KnownFactors compared(List<MeteredRow> rows, FuelFactors factors, Source source) {
    return new FactorFit(rows).compared(factors, source, List.of());
  }

  private double[] numbers(IntToDoubleFunction number) {
    return IntStream.range(0, fuels.size()).mapToDouble(number).toArray();
  }

  private double[] scaled(FuelFactors factors) {
    return numbers(fuel -> factors.of(fuels.get(fuel)) / units[fuel]);
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
