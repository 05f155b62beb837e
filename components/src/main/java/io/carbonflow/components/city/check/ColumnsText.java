// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.check;

import module java.base;
import io.carbonflow.base.table.NearName;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.MissingColumn;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.Source;
import io.carbonflow.model.city.Target;
import io.carbonflow.model.city.Unit;

/// What is reported about columns.
///
/// @param tables how many tables there are
record ColumnsText(City city, int tables, ColumnFinds finds) {
  /// What holds an address and degrees in some tables.
  private static final String LOCATION = "Location";
  /// Features that are known from other columns where one of theirs lacks.
  private static final String IN_PART = "known in part";

  List<String> lines() {
    Section found = new Section(finds.found().size() + " of the schema's " + city.schema().size()
        + " columns are found");
    finds.found().forEach((column, names) -> line(found, column, names));
    Section absent = new Section("Named in the file, but in no table");
    finds.absent().forEach(one -> absent.line(one.place(), one.column().title(), one.name()
        + one.similar().map(near -> " (" + near + " looks like it)").orElse("")));
    Section unread = new Section("Not read");
    finds.unread().forEach(unread::line);
    Section lacking = new Section("Missing feature columns");
    finds.lacking().stream().collect(Collectors.groupingBy(MissingColumn::feature, LinkedHashMap::new,
        Collectors.mapping(MissingColumn::name, Collectors.toList()))).forEach((feature, columns) ->
            lacking.line(feature, isUnknown(feature, columns) ? "not known of any row" : IN_PART,
                String.join(", ", columns)));
    return Stream.of(found, absent, unread, lacking).flatMap(section -> section.lines().stream()).toList();
  }

  /// Parts of a sum stand below each other.
  private void line(Section section, Column column, List<ColumnFinds.Found> found) {
    if (column == Column.EMISSIONS && city.target() == Target.SITE_ENERGY) {
      section.line(column.title(), "as " + Column.SITE_ENERGY.title() + ", which is predicted");
      return;
    }
    switch (city.column(column).source()) {
      case Source.SameAs same -> section.line(column.title(), "as " + same.column().title());
      case Source.SumOfFuels _ -> section.line(column.title(), "sum of the fuels");
      case Source.SumOf sum -> {
        List<String> parts = found.stream().flatMap(one -> one.names().stream()).distinct().toList();
        section.line(column.title(), parts.getFirst() + unit(column, sum.unit()) + share(found));
        parts.stream().skip(1).forEach(part -> section.line("", "+ " + part));
      }
      case Source.Named named ->
          section.line(column.title(), named(found) + unit(column, named.unit()) + share(found));
    }
  }

  /// The same name in other letter case or punctuation is reported once.
  private static String named(List<ColumnFinds.Found> found) {
    SequencedMap<String, String> names = new LinkedHashMap<>();
    found.forEach(one -> {
      String name = one.names().isEmpty() ? LOCATION : String.join(", else ", one.names());
      names.putIfAbsent(NearName.key(name), name);
    });
    return String.join("; ", names.values());
  }

  private String share(List<ColumnFinds.Found> found) {
    int with = found.stream().mapToInt(ColumnFinds.Found::tables).sum();
    return with == tables ? "" : " (in " + with + " of " + tables + " tables)";
  }

  /// The unit, where it could be another one.
  private static String unit(Column column, Optional<Unit> given) {
    Optional<Unit> own =
        column.anywhere() instanceof Content.Number number ? Unit.of(number.unit()) : Optional.empty();
    return own.map(unit -> given.filter(other -> other != unit)
        .map(other -> ", " + other.word() + " read as " + unit.word()).orElse(", " + unit.word())).orElse("");
  }

  private static boolean isUnknown(String feature, List<String> columns) {
    return Arrays.stream(FeatureGroup.values()).filter(group -> group.title().equals(feature))
        .allMatch(group -> group.columns().stream().map(Column::title).allMatch(columns::contains));
  }
}
