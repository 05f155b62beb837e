// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.model.building.Energy;

/// The rows of a year, and the factors that most of them agree on: those with the least sum of relative
/// residuals, found fuel by fuel as weighted medians, so that wrong rows do not matter unless they are
/// most. A residual is relative to what is measured or to what is expected, whichever is more.
final class FactorSamples {
  /// Of more rows every second, fourth, … is kept.
  private static final int MOST = 20_000;
  /// From fewer rows nothing is learned.
  private static final int FEWEST = 20;
  private static final int ROUNDS = 30;
  /// The part of a row's energy from which a fuel is nearly all of it.
  private static final double ALONE = 0.99;

  private record Sample(double[] fuels, double tonnes) {
    double expected(double[] factors) {
      return IntStream.range(0, fuels.length).mapToDouble(i -> fuels[i] * factors[i]).sum();
    }

    double off(double[] factors) {
      return Math.abs(tonnes - expected(factors));
    }
  }

  private record Weighted(double value, double weight) {}

  private final List<Sample> samples = new ArrayList<>();
  private long offered;
  private int stride = 1;

  /// Takes a row, if its fuels and emissions are known.
  void take(Energy energy, double tonnes) {
    if (!energy.fuelsAreKnown() || !(energy.fuels() > 0) || !(tonnes > 0) || offered++ % stride != 0) {
      return;
    }
    samples.add(new Sample(new double[] {energy.electricity(), energy.gas(), energy.steam()}, tonnes));
    if (samples.size() > MOST) {
      stride *= 2;
      List<Sample> kept = IntStream.range(0, samples.size()).filter(i -> i % 2 == 0).mapToObj(samples::get).toList();
      samples.clear();
      samples.addAll(kept);
    }
  }

  /// The factors; empty for too few rows.
  ///
  /// @param half half a unit of the last decimal of the emissions
  Optional<FittedFactors> fit(int year, double half) {
    if (samples.size() < FEWEST) {
      return Optional.empty();
    }
    FittedFactors reference = FittedFactors.REFERENCE;
    double[] factors = {reference.electricity(), reference.gas(), reference.steam()};
    for (int fuel = 0; fuel < factors.length; fuel++) {
      factors[fuel] = median(fuel, factors, ALONE, 0).orElse(factors[fuel]);
    }
    double[] before;
    int round = 0;
    do {
      before = factors.clone();
      for (int fuel = 0; fuel < factors.length; fuel++) {
        factors[fuel] = median(fuel, factors, 0, 1).orElse(factors[fuel]);
      }
    } while (!Arrays.equals(before, factors) && ++round < ROUNDS);
    return Optional.of(new FittedFactors(year, samples.size(), factors[0], factors[1], factors[2],
        residual(factors, 0), residual(factors, half)));
  }

  /// The factor of a fuel that leaves the least of what the other fuels leave.
  ///
  /// @param least the part of a row's energy that the fuel has at least
  /// @param others 1 to take off what the others give, 0 to leave it
  private OptionalDouble median(int fuel, double[] factors, double least, int others) {
    double[] rest = factors.clone();
    rest[fuel] = 0;
    List<Weighted> found = samples.stream()
        .filter(one -> one.fuels[fuel] > 0 && one.fuels[fuel] >= least * Arrays.stream(one.fuels).sum())
        .map(one -> new Weighted((one.tonnes - others * one.expected(rest)) / one.fuels[fuel],
            one.fuels[fuel] / Math.max(one.tonnes, one.expected(factors))))
        .sorted(Comparator.comparingDouble(Weighted::value)).toList();
    double half = found.stream().mapToDouble(Weighted::weight).sum() / 2;
    double sum = 0;
    for (Weighted one : found) {
      sum += one.weight();
      if (sum >= half) {
        return found.size() >= FEWEST || least == 0 ? OptionalDouble.of(Math.max(0, one.value())) : OptionalDouble.empty();
      }
    }
    return OptionalDouble.empty();
  }

  private double residual(double[] factors, double hidden) {
    double[] parts = samples.stream()
        .mapToDouble(one -> Math.max(0, one.off(factors) - hidden) / one.tonnes).sorted().toArray();
    return parts[parts.length / 2];
  }
}
