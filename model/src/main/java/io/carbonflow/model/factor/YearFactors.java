// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.factor;

import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.FuelMix;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.factor.KnownFactors.Source;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// The factors of years. A model learns energy; these lead from it to tonnes.
///
/// ```java
/// Bundle bundle = Bundle.load(Path.of("model.carbonflow"));
/// PredictionRows rows = bundle.rows(Csv.read(Path.of("2019.csv")));
/// YearFactors own = YearFactors.estimated(rows.rows(), bundle.factors());
/// bundle.withFactors(own).predict(rows, Interval.LEVEL);
/// ```
///
/// @param years the factors of each year that they are known of, at least one
public record YearFactors(SortedMap<Integer, KnownFactors> years) {
  /// The reference's, of the years that they were estimated from. So every year has them.
  public static final YearFactors REFERENCE = of(FuelFactors.REFERENCE);

  private static final int FIRST = 1800;
  private static final int LAST = 9999;

  /// The factors that a year has.
  ///
  /// @param factors its own, or those that stand in
  /// @param from the year that they are of
  /// @param known whether that is the year itself
  public record Found(FuelFactors factors, int from, boolean known) {}

  /// Copies the map.
  ///
  /// @throws IllegalArgumentException if it is empty, or something in it is not a year
  public YearFactors {
    years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
    if (years.isEmpty() || years.firstKey() < FIRST || years.lastKey() > LAST) {
      throw new IllegalArgumentException("factors of the years " + years.keySet());
    }
  }

  /// A reference of any year.
  public static YearFactors of(FuelFactors reference) {
    return new YearFactors(new TreeMap<>(Map.of(
        2015, KnownFactors.of(reference, Source.REFERENCE), 2016, KnownFactors.of(reference, Source.REFERENCE))));
  }

  /// Estimates those of each year of some rows, of whatever side of a split.
  ///
  /// @param known what is taken of a fuel that too few rows of a year use, where no other year of these
  ///     rows tells it
  /// @throws IllegalArgumentException if there is no row
  public static YearFactors estimated(List<ModelRow> rows, YearFactors known) {
    return estimated(rows, known, year -> Map.of());
  }

  /// Estimates those of each year of some rows, of whatever side of a split, except for those that are known.
  ///
  /// @param known as above
  /// @param given the factors of a year that are not estimated
  /// @throws IllegalArgumentException if there is no row
  public static YearFactors estimated(
      List<ModelRow> rows, YearFactors known, IntFunction<Map<Fuel, Double>> given) {
    SortedMap<Integer, List<MeteredRow>> years = byYear(rows);
    FuelFactors before = years.isEmpty() ? FuelFactors.REFERENCE : known.of(years.firstKey()).factors();
    SortedMap<Integer, KnownFactors> found = estimated(years, before, given);
    FuelFactors told = toldLater(before, found);
    return new YearFactors(told.equals(before) ? found : estimated(years, told, given));
  }

  private static SortedMap<Integer, KnownFactors> estimated(SortedMap<Integer, List<MeteredRow>> years,
      FuelFactors before, IntFunction<Map<Fuel, Double>> given) {
    SortedMap<Integer, KnownFactors> found = new TreeMap<>();
    years.forEach((year, of) -> found.put(year, FactorFit.of(of,
        found.isEmpty() ? before : found.get(found.lastKey()).factors(), given.apply(year))));
    return found;
  }

  /// What stands in before the first year, with the factors of those fuels that too few rows of it use and more of a
  /// later one: these rows' own are nearer than those of a reference.
  private static FuelFactors toldLater(FuelFactors before, SortedMap<Integer, KnownFactors> found) {
    FuelFactors told = before;
    for (Fuel fuel : found.isEmpty() ? List.<Fuel>of() : found.firstEntry().getValue().assumed()) {
      Optional<KnownFactors> later =
          found.values().stream().filter(known -> !known.assumed().contains(fuel)).findFirst();
      if (later.isPresent()) {
        told = told.with(fuel, later.get().factors().of(fuel));
      }
    }
    return told;
  }

  /// The reference's for each year of some rows, with how well they fit these.
  ///
  /// @throws IllegalArgumentException if there is no row
  public static YearFactors reference(List<ModelRow> rows) {
    return reference(rows, FuelFactors.REFERENCE);
  }

  /// A city's reference for each year of some rows, with how well it fits these.
  ///
  /// @throws IllegalArgumentException if there is no row
  public static YearFactors reference(List<ModelRow> rows, FuelFactors reference) {
    SortedMap<Integer, KnownFactors> found = new TreeMap<>();
    byYear(rows).forEach((year, of) ->
        found.put(year, FactorFit.compared(of, reference, Source.REFERENCE)));
    return new YearFactors(found);
  }

  private static SortedMap<Integer, List<MeteredRow>> byYear(List<ModelRow> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> row.key().year(), TreeMap::new,
        Collectors.mapping(MeteredRow::of, Collectors.toList())));
  }

  /// Those of a year; where they are not known, those of the last known year before it, and where there is
  /// none, of the first after it.
  public Found of(int year) {
    SortedMap<Integer, KnownFactors> before = years.headMap(year + 1);
    int from = before.isEmpty() ? years.firstKey() : before.lastKey();
    return new Found(years.get(from).factors(), from, from == year);
  }

  /// Whether those of a year are known.
  public boolean knows(int year) {
    return years.containsKey(year);
  }

  /// The same, and those of a year as somebody gives them for predictions.
  public YearFactors given(int year, FuelFactors factors) {
    SortedMap<Integer, KnownFactors> all = new TreeMap<>(years);
    all.put(year, KnownFactors.of(factors, Source.GIVEN));
    return new YearFactors(all);
  }

  /// The same, and all that others know of years, given for predictions.
  public YearFactors given(YearFactors others) {
    YearFactors all = this;
    for (Map.Entry<Integer, KnownFactors> other : others.years.entrySet()) {
      all = all.given(other.getKey(), other.getValue().factors());
    }
    return all;
  }

  /// Whether every year has these factors, to the last bit.
  public boolean areAll(FuelFactors reference) {
    return years.values().stream().allMatch(known -> known.factors().equals(reference));
  }

  /// Whether they were estimated from rows, or known to the city, and not taken from the reference as they were asked to be.
  public boolean areEstimated() {
    return years.values().stream()
        .anyMatch(known -> known.source() == Source.ESTIMATED || known.source() == Source.CITY);
  }

  /// How many times the emissions of a year energy of a mix of fuels stands for in another year. 1 where
  /// either year is not known: then nobody can tell.
  public double ratio(FuelMix mix, int from, int to) {
    return knows(from) && knows(to) ? of(to).factors().of(mix) / of(from).factors().of(mix) : 1;
  }

  /// How many times what was learned of, at the most, energy of a mix stands for in a year whose factors
  /// were given: at least 1, and 1 where they were learned. What is held below the largest emissions of
  /// training rows is held below that many times them, for factors are known to change about buildings.
  public double rise(FuelMix mix, int year) {
    if (!knows(year) || years.get(year).source() != Source.GIVEN) {
      return 1;
    }
    double most = years.values().stream().filter(known -> known.source() != Source.GIVEN)
        .mapToDouble(known -> known.factors().of(mix)).max().orElse(Double.POSITIVE_INFINITY);
    return Math.max(1, of(year).factors().of(mix) / most);
  }
}
