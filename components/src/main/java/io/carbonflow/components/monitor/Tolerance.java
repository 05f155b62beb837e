// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.kfp.step.NamedNumbers;
import io.carbonflow.kfp.step.Text;

/// The least changes that matter, as `r2=0.02,mae=0.2`: what is smaller is not an alarm, however many rows
/// make it certain. What is left out is as in [#DEFAULT].
///
/// @param text what was given
public record Tolerance(String text) implements Text {
  /// The tolerance where none is given.
  public static final String DEFAULT = "r2=0.02,mae=0.2,coverage=0.05,drift=0.1,movement=0.25";

  /// Refuses what is not a tolerance.
  ///
  /// @throws IllegalArgumentException if a part is not one of the names in [#DEFAULT] with a number
  ///     from 0 to 10, or is there twice
  public Tolerance {
    parts(text);
  }

  /// By how much R² has to be less, on the Box-Cox scale.
  public double r2() {
    return part("r2");
  }

  /// The share by which the mean absolute error has to be larger.
  public double mae() {
    return part("mae");
  }

  /// By how much the share of rows within their intervals has to be less.
  public double coverage() {
    return part("coverage");
  }

  /// How far apart two distributions have to be, from 0 to 1.
  public double drift() {
    return part("drift");
  }

  /// The share by which all buildings may use more than before, or as many times less, for it to be a year's movement.
  /// From one of Seattle's years to the next it was 8% at most.
  public double movement() {
    return part("movement");
  }

  private double part(String name) {
    return parts(text).getOrDefault(name, parts(DEFAULT).get(name));
  }

  private static Map<String, Double> parts(String text) {
    return NamedNumbers.parse(text, "a tolerance such as " + DEFAULT,
        List.of("r2", "mae", "coverage", "drift", "movement"), 0, 10);
  }
}
