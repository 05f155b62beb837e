// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.table.Header;
import io.carbonflow.base.table.NearName;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.FeatureSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A column that features are made of and that a table lacks. What it tells of counts as not known in
/// every row, so predictions differ from with it.
///
/// @param name the column's name
/// @param feature what it tells of, in words: `ENERGY STAR score`
/// @param similar a column of the table that is no other one of the schema and has nearly this name;
///     empty where there is none. It is not read
public record MissingColumn(String name, String feature, Optional<String> similar) {

  /// The columns that a table of Seattle's, or a merged one, lacks.
  ///
  /// @param features what the model knows of a building
  /// @throws io.carbonflow.base.fault.Problem if two columns that are read have the same letters and
  ///     digits in their names
  public static List<MissingColumn> of(Table table, FeatureSet features) {
    return of(table, features, City.SEATTLE);
  }

  /// The columns that a table of a city's, or a merged one, lacks, without those that the city does not have.
  ///
  /// @param features what the model knows of a building
  /// @throws io.carbonflow.base.fault.Problem if two columns that are read have the same letters and
  ///     digits in their names
  public static List<MissingColumn> of(Table table, FeatureSet features, City city) {
    Set<String> had = city.schema().stream().filter(city::has).map(Column::title).collect(Collectors.toSet());
    return all(table, features, city).stream()
        .filter(one -> had.contains(one.name()) || one.similar().isPresent()).toList();
  }

  /// The columns that a table lacks, those that the city does not have among them.
  ///
  /// @param features what the model knows of a building
  /// @throws io.carbonflow.base.fault.Problem as [#of(Table, FeatureSet, City)]
  public static List<MissingColumn> all(Table table, FeatureSet features, City city) {
    Schema schema = Schema.of(table, city);
    Set<String> known = ColumnNames.known(city);
    List<String> spare = table.header().names().stream().filter(n -> !known.contains(Column.key(n))).toList();
    Set<FeatureGroup> groups = Feature.of(features).stream().map(FeatureGroup::of)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FeatureGroup.class)));
    List<MissingColumn> missing = new ArrayList<>();
    for (FeatureGroup group : groups) {
      for (Column column : group.columns()) {
        if (city.schema().contains(column) && schema.lacks(column)) {
          missing.add(new MissingColumn(column.title(), group.title(), near(city.names(column), spare)));
        }
      }
    }
    return List.copyOf(missing);
  }

  /// The columns that a clean table lacks.
  ///
  /// @param features what the model knows of a building
  static List<MissingColumn> ofClean(Table table, FeatureSet features) {
    Header header = table.header();
    List<String> columns = CleanCsv.columns();
    List<String> spare = header.names().stream().filter(n -> !columns.contains(n)).toList();
    List<MissingColumn> needed = new ArrayList<>();
    Feature.of(features).stream().filter(feature -> !Fuel.isOnlyWhereNamed(feature)).forEach(feature ->
        needed.add(new MissingColumn(feature.column(), FeatureGroup.of(feature).title(),
            NearName.of(feature.column(), spare))));
    Stream.of(Category.NEIGHBORHOOD, Category.SECOND_USE, Category.THIRD_USE).forEach(category ->
        needed.add(new MissingColumn(category.column(), FeatureGroup.of(category).title(),
            NearName.of(category.column(), spare))));
    needed.add(new MissingColumn(Column.USES.title(), FeatureGroup.USES.title(),
        NearName.of(Column.USES.title(), spare)));
    return needed.stream()
        .filter(one -> !header.has(one.name()) && !one.name().equals(CleanCsv.REFERENCE)).toList();
  }

  private static Optional<String> near(List<String> names, List<String> spare) {
    return names.stream()
        .flatMap(name -> NearName.of(name, spare).stream()).findFirst();
  }

  /// What a table lacks and which features suffer from it, in one line; empty where it lacks nothing.
  ///
  /// @param missing what it lacks
  public static Optional<String> line(List<MissingColumn> missing) {
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<MissingColumn>> features = missing.stream().collect(
        Collectors.groupingBy(MissingColumn::feature, LinkedHashMap::new, Collectors.toList()));
    List<String> unknown = new ArrayList<>();
    List<String> part = new ArrayList<>();
    features.forEach((feature, columns) -> {
      boolean beyond = columns.stream().allMatch(one -> one.name().equals(Column.USES.title()));
      (beyond || isAll(columns) ? unknown : part).add(feature
          + (beyond ? " beyond the three largest" : "") + columns.stream()
              .map(MissingColumn::toString).collect(Collectors.joining(", ", " without ", "")));
    });
    return Optional.of("the table lacks " + (missing.size() == 1 ? "a column" : missing.size() + " columns")
        + " that features are made of" + listed("; not known of any row: ", unknown)
        + listed("; known in part: ", part));
  }

  private static String listed(String before, List<String> features) {
    return features.isEmpty() ? "" : before + String.join("; ", features);
  }

  /// Whether nothing else tells of a feature, in a table of the city's or in a clean one.
  private static boolean isAll(List<MissingColumn> columns) {
    List<String> names = columns.stream().map(MissingColumn::name).toList();
    return Arrays.stream(FeatureGroup.values())
        .filter(group -> group.title().equals(columns.getFirst().feature()))
        .anyMatch(group -> names.containsAll(group.columns().stream()
                .filter(column -> !Fuel.isOnlyWhereNamed(column)).map(Column::title).toList())
            || names.containsAll(group.features().stream()
                .filter(feature -> !Fuel.isOnlyWhereNamed(feature)).map(Feature::column).toList()));
  }

  /// The name, and what looks like it.
  @Override
  public String toString() {
    return name + similar.map(found -> " (" + found + " looks like it)").orElse("");
  }
}
