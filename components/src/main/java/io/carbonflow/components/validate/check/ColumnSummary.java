// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.model.building.Column;

/// What a column holds in a year.
///
/// @param column the column
/// @param year the year of the data
/// @param rows how many rows the year has
/// @param missing in how many of them the column has no value
/// @param distinct how many different values there are; -1 where they are too many to tell
/// @param numbers the numbers; empty for other columns, and where there are none
/// @param top the most frequent texts; empty for numbers
public record ColumnSummary(
    Column column,
    int year,
    long rows,
    long missing,
    long distinct,
    Optional<Numbers> numbers,
    List<Top> top) {

  /// Numbers of a column, for reading.
  ///
  /// @param min the least
  /// @param p01 what 1% are below
  /// @param p25 what a quarter is below
  /// @param median what half are below
  /// @param p75 what three quarters are below
  /// @param p99 what 99% are below
  /// @param max the greatest
  /// @param mean their mean
  public record Numbers(double min, double p01, double p25, double median, double p75, double p99,
      double max, double mean) {

    /// Hands over each with its name, in order.
    public void each(BiConsumer<String, Double> taker) {
      taker.accept("min", min);
      taker.accept("p01", p01);
      taker.accept("p25", p25);
      taker.accept("median", median);
      taker.accept("p75", p75);
      taker.accept("p99", p99);
      taker.accept("max", max);
      taker.accept("mean", mean);
    }
  }

  /// A text, and in how many rows it stands.
  public record Top(String value, long rows) {}
}
