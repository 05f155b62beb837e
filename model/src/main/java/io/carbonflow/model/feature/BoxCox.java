// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

import java.util.Arrays;

/// The scale on which models are compared: the Box-Cox transform of tonnes + 1 with λ = −0.1, as in
/// the pipeline that this one replaces (Box and Cox, 1964, doi:10.1111/j.2517-6161.1964.tb00553.x).
///
/// `y = ((tonnes + 1)^λ − 1) / λ`. It rises from −∞ at −1 tonne to a pole at 10, so a prediction on
/// this scale is held within [#FLOOR] and the largest value seen in training before it is inverted.
public final class BoxCox {
  /// λ.
  public static final double LAMBDA = -0.1;

  /// The least prediction that is inverted, −0.84 tonnes.
  public static final double FLOOR = -2;

  /// What no transform of emissions reaches.
  static final double POLE = -1 / LAMBDA;

  private BoxCox() {}

  /// The transform of emissions in tonnes; −∞ for −1 tonne and less.
  public static double of(double tonnes) {
    return tonnes <= -1
        ? Double.NEGATIVE_INFINITY
        : Math.expm1(LAMBDA * Math.log1p(tonnes)) / LAMBDA;
  }

  /// The transform of each of some emissions.
  public static double[] of(double[] tonnes) {
    return Arrays.stream(tonnes).map(BoxCox::of).toArray();
  }

  /// Emissions in tonnes of a transformed value; infinite from the pole at 10 upwards.
  public static double inverse(double transformed) {
    double inner = 1 + LAMBDA * transformed;
    return inner <= 0 ? Double.POSITIVE_INFINITY : Math.expm1(Math.log(inner) / LAMBDA);
  }

  /// Holds a prediction within the range that can be inverted.
  ///
  /// @param upper the largest transformed value of the training rows
  public static double clamp(double transformed, double upper) {
    return Math.clamp(transformed, FLOOR, upper);
  }
}
