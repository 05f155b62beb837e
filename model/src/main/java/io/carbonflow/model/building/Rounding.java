// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

/// The steps to which a feature is rounded before models see it, in its unit.
enum Rounding {
  /// None: a value stays as it is.
  NONE(0) {
    @Override
    double nearest(double value) {
      return value;
    }
  },
  /// Of parts of the energy, which are held within 0 and 1. What tables round is a twentieth of it.
  FUEL(0.001) {
    @Override
    double nearest(double value) {
      return super.nearest(Math.clamp(value, 0, 1));
    }
  },
  /// Of parts of the floor area.
  SHARE(0.01),
  /// Of logarithms of floor areas: about one percent.
  LOGARITHM(0.01),
  /// Of latitude and longitude: 111 and 75 meters in Seattle, a block.
  DEGREES(0.001),
  /// Of the logarithm of a median intensity: about a quarter.
  QUARTER(0.25);

  private final double size;

  Rounding(double size) {
    this.size = size;
  }

  /// The distance of two steps; 0 for none.
  double size() {
    return size;
  }

  /// The nearest whole multiple, the even one of two as near, as the double nearest to it: 412 times
  /// `0.001` would be another one than `0.412`. NaN for NaN.
  double nearest(double value) {
    double steps = Math.rint(1 / size);
    return Math.rint(value * steps) / steps + 0.0;
  }
}
