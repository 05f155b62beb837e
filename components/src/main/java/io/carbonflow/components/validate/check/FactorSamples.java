// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.factor.FactorFit;
import io.carbonflow.model.factor.KnownFactors;
import io.carbonflow.model.factor.MeteredRow;

/// The rows of a year from which its factors are estimated, or a part of them where they are many.
final class FactorSamples {
  /// Of more rows every second, fourth, … is kept.
  private static final int MOST = 20_000;
  /// From fewer rows nothing is learned.
  private static final int FEWEST = 20;

  private final List<MeteredRow> samples = new ArrayList<>();
  private long offered;
  private int stride = 1;

  /// Takes a row, if its fuels and emissions are known.
  void take(MeteredRow row) {
    if (!(row.sum() > 0) || !(row.tonnes() > 0) || offered++ % stride != 0) {
      return;
    }
    samples.add(row);
    if (samples.size() > MOST) {
      stride *= 2;
      List<MeteredRow> kept =
          IntStream.range(0, samples.size()).filter(i -> i % 2 == 0).mapToObj(samples::get).toList();
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
    KnownFactors known = FactorFit.of(samples, FuelFactors.REFERENCE);
    FuelFactors factors = known.factors();
    double[] beyond = samples.stream().mapToDouble(row -> {
      double expected = row.tonnes(factors);
      return Math.max(0, Math.abs(row.tonnes() - expected) - half) / Math.max(row.tonnes(), expected);
    }).sorted().toArray();
    return Optional.of(new FittedFactors(year, known, beyond[beyond.length / 2]));
  }
}
