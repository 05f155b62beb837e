// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.Optional;

/// What the numbers of a column lie between, both ends included, and how bad it is where one does
/// not: an error where the number would reach a model as it is, a warning where it is taken as not
/// known or as the limit.
///
/// @param least negative infinity for none
/// @param below how bad a smaller number is
/// @param greatest infinity for none
/// @param above how bad a greater number is
public record Limits(double least, Severity below, double greatest, Severity above) {
  /// Any number will do.
  public static final Limits NONE = likely(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  /// Less than nothing is doubtful.
  static final Limits NOT_NEGATIVE = likely(0, Double.POSITIVE_INFINITY);

  /// Beyond these no building is, and a model would see it.
  static Limits possible(double least, double greatest) {
    return new Limits(least, Severity.ERROR, greatest, Severity.ERROR);
  }

  /// Beyond these a number is doubtful, and no model sees it as it is.
  static Limits likely(double least, double greatest) {
    return new Limits(least, Severity.WARNING, greatest, Severity.WARNING);
  }

  /// How bad a number is; empty for one between the limits and for NaN.
  public Optional<Severity> against(double number) {
    return number < least ? Optional.of(below)
        : number > greatest ? Optional.of(above) : Optional.empty();
  }
}
