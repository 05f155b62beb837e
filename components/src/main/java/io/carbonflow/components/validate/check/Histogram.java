// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.model.building.Column;

/// How many rows of a year have a number of a column in each of some ranges; of very many rows those that were kept for
/// quantiles.
///
/// @param column the column
/// @param isLogarithmic whether each range is as many times as wide as the one before; else all are as wide, by a whole
///     number
/// @param edges where the ranges begin, and where the last ends; a number at an edge is in the range above
/// @param years how many numbers of each year are in each range, as parts of all its numbers, from 0 to 1
/// @param zeros the part of each year's numbers that are 0, which a logarithmic scale has no place for; 0 for other
///     scales
public record Histogram(Column column, boolean isLogarithmic, List<Double> edges, SortedMap<Integer, List<Double>> years,
    SortedMap<Integer, Double> zeros) {
  /// Ranges of each, at most.
  private static final int BINS = 24;
  /// The part of numbers at each end for which the picture is not made wider.
  private static final double TAIL = 0.005;

  /// What is larger, or nearer to 0 on a logarithmic scale, is a slip that no picture has room for.
  private static final double MOST = 1e12;
  private static final double LEAST = 1e-6;

  /// Columns in the order in which they are shown: what is predicted, what it comes from, what a building is like.
  private static final List<Column> SHOWN = List.of(Column.EMISSIONS, Column.EMISSIONS_INTENSITY, Column.SITE_ENERGY,
      Column.SITE_INTENSITY, Column.ELECTRICITY, Column.GAS, Column.STEAM, Column.TOTAL_AREA, Column.PARKING_AREA,
      Column.YEAR_BUILT, Column.FLOORS, Column.ENERGY_STAR_SCORE);

  /// Those of whole numbers that are spread evenly rather than by powers of ten.
  private static final Set<Column> EVEN = EnumSet.of(Column.YEAR_BUILT, Column.FLOORS, Column.ENERGY_STAR_SCORE);

  /// Copies the collections.
  public Histogram {
    edges = List.copyOf(edges);
    years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
    zeros = Collections.unmodifiableSortedMap(new TreeMap<>(zeros));
  }

  /// Those of the columns that are shown.
  ///
  /// @param numbers of a column, the numbers of each year, sorted
  static List<Histogram> of(Function<Column, SortedMap<Integer, double[]>> numbers) {
    return SHOWN.stream().flatMap(column -> of(column, numbers.apply(column)).stream()).toList();
  }

  /// That of a column; empty where there is nothing to see.
  private static Optional<Histogram> of(Column column, SortedMap<Integer, double[]> numbers) {
    boolean isLogarithmic = !EVEN.contains(column);
    double[] all = numbers.values().stream().flatMapToDouble(Arrays::stream)
        .filter(value -> Math.abs(value) <= MOST && (!isLogarithmic || value >= LEAST)).sorted().toArray();
    if (all.length == 0) {
      return Optional.empty();
    }
    double least = all[(int) (TAIL * (all.length - 1))];
    double greatest = all[(int) Math.ceil((1 - TAIL) * (all.length - 1))];
    if (!(least < greatest)) {
      return Optional.empty();
    }
    List<Double> edges = isLogarithmic ? IntStream.rangeClosed(0, BINS)
        .mapToObj(i -> least * StrictMath.pow(greatest / least, (double) i / BINS)).toList()
        : even(Math.floor(least), Math.floor(greatest) + 1);
    SortedMap<Integer, List<Double>> years = new TreeMap<>();
    SortedMap<Integer, Double> zeros = new TreeMap<>();
    numbers.forEach((year, values) -> {
      if (values.length > 0) {
        years.put(year, parts(values, edges));
        zeros.put(year, !isLogarithmic ? 0
            : Arrays.stream(values).filter(value -> value == 0).count() / (double) values.length);
      }
    });
    return Optional.of(new Histogram(column, isLogarithmic, edges, years, zeros));
  }

  /// Ranges that hold as many whole numbers each.
  private static List<Double> even(double least, double end) {
    double width = Math.ceil((end - least) / BINS);
    int bins = (int) Math.ceil((end - least) / width);
    return IntStream.rangeClosed(0, bins).mapToObj(i -> least + i * width).toList();
  }

  /// What is greater than the last edge by rounding alone is in the last range.
  private static List<Double> parts(double[] values, List<Double> edges) {
    double[] counts = new double[edges.size() - 1];
    for (double value : values) {
      if (value >= edges.getFirst() && value <= Math.nextUp(edges.getLast())) {
        int at = Collections.binarySearch(edges, value);
        counts[Math.min(counts.length - 1, at >= 0 ? at : -at - 2)]++;
      }
    }
    return Arrays.stream(counts).mapToObj(count -> count / values.length).toList();
  }
}
