// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.permutation;

import module java.base;

/// How much smaller the R² of the second group is than that of the first, each by its own mean.
///
/// @param units the sums of each unit's rows
public record SquaredErrors(List<Unit> units) implements Statistic {

  /// Sums over the rows of a unit.
  ///
  /// @param rows how many they are
  /// @param actual the sum of the actual values
  /// @param squares the sum of their squares
  /// @param errors the sum of the squared errors
  public record Unit(double rows, double actual, double squares, double errors) {

    /// The sums of rows.
    public static Unit of(double[] actual, double[] predicted) {
      Unit sums = new Unit(0, 0, 0, 0);
      for (int i = 0; i < actual.length; i++) {
        double error = actual[i] - predicted[i];
        sums = sums.plus(new Unit(1, actual[i], actual[i] * actual[i], error * error));
      }
      return sums;
    }

    private Unit plus(Unit other) {
      return new Unit(rows + other.rows, actual + other.actual, squares + other.squares,
          errors + other.errors);
    }

    private double r2() {
      return 1 - errors / (squares - actual * actual / rows);
    }
  }

  /// Copies the list.
  public SquaredErrors {
    units = List.copyOf(units);
  }

  @Override
  public double of(boolean[] second) {
    Unit first = new Unit(0, 0, 0, 0);
    Unit other = first;
    for (int i = 0; i < second.length; i++) {
      if (second[i]) {
        other = other.plus(units.get(i));
      } else {
        first = first.plus(units.get(i));
      }
    }
    return first.r2() - other.r2();
  }
}
