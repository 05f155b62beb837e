// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import module java.base;
import io.carbonflow.base.table.NearName;
import io.carbonflow.components.validate.check.Figures;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.city.Unit;

/// The part of a draft that says what columns are called.
record DraftColumns(Sample sample, Matches matches) {
  private static final List<Column> AREAS =
      List.of(Column.TOTAL_AREA, Column.BUILDING_AREA, Column.PARKING_AREA, Column.LARGEST_USE_AREA);
  /// Without these no model is trained.
  private static final Map<Column, String> NEEDED = new EnumMap<>(Map.of(
      Column.BUILDING_ID, "tells buildings apart", Column.DATA_YEAR, "holds the year of the data as a number",
      Column.TOTAL_AREA, "holds the floor area"));

  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of("", "columns:"));
    List<String> plain = new ArrayList<>();
    for (Column column : Column.values()) {
      List<String> said = said(column);
      if (said.isEmpty() && matches.found().containsKey(column) && doubts(column).isEmpty()) {
        plain.add(matches.found().get(column).name());
      }
      doubts(column).forEach(doubt -> lines.add("  # CHECK: " + doubt));
      if (said.isEmpty() && !matches.found().containsKey(column) && NEEDED.containsKey(column)) {
        lines.add("  # CHECK: no column was found that " + NEEDED.get(column) + ": " + column.title());
      }
      lines.addAll(said);
    }
    if (!plain.isEmpty()) {
      lines.addAll(1, YamlText.comment("# Found by their own names, so that they need no line: ", plain));
    }
    if (lines.stream().noneMatch(line -> line.startsWith("  ") && !line.startsWith("  #"))) {
      lines.set(lines.indexOf("columns:"), "columns: {}");
    }
    return lines;
  }

  private List<String> doubts(Column column) {
    return Stream.concat(matches.doubts().getOrDefault(column, List.of()).stream().map(YamlText::line),
        matches.guessed(column).stream().map(unit -> "its name tells no unit, so it is taken for " + unit.word()))
        .toList();
  }

  /// The lines of a column; none where it is found by its title, or not at all.
  private List<String> said(Column column) {
    if (column == Column.SITE_ENERGY && !matches.found().containsKey(column)) {
      return sum();
    }
    Optional<Column> same = same(column);
    if (same.isPresent()) {
      return lines(column, new ArrayList<>(List.of("same as: " + same.get().title())), same.get());
    }
    ColumnProfile one = matches.found().get(column);
    return one == null ? List.of() : named(column, one);
  }

  private List<String> named(Column column, ColumnProfile one) {
    List<String> fields = new ArrayList<>();
    List<String> more = matches.more().getOrDefault(column, List.of()).stream().map(ColumnProfile::name).toList();
    if (!more.isEmpty()) {
      fields.add("sum of: " + YamlText.of(Stream.concat(Stream.of(one.name()), more.stream()).toList()));
    } else if (Fuel.isOnlyWhereNamed(column) || !NearName.key(one.name()).equals(NearName.key(column.title()))) {
      fields.add("name: " + YamlText.of(one.name()));
    }
    one.parts().unit().or(() -> matches.guessed(column)).filter(unit ->
        !Optional.of(unit).equals(Matches.unit(column)) || matches.guessed(column).isPresent())
        .ifPresent(unit -> fields.add("unit: " + unit.word()));
    return lines(column, fields, column);
  }

  /// @param measured the column of which the greatest number tells a limit
  private List<String> lines(Column column, List<String> fields, Column measured) {
    ColumnProfile one = matches.found().get(measured);
    if (AREAS.contains(column) && one != null && one.numbers().length > 0) {
      double greatest = one.numbers()[one.numbers().length - 1]
          * one.parts().unit().map(unit -> unit.in(Unit.FT2)).orElse(1.0);
      fields.add("possible to: " + rounded(2 * greatest));
      fields.add("source: the table goes up to " + Figures.number(Math.rint(greatest)) + " ft²");
    }
    return fields.isEmpty() ? List.of() : YamlText.field(column.title(), fields);
  }

  /// Up to one digit: `2e7`.
  private static String rounded(double number) {
    BigDecimal digit =
        new BigDecimal(Math.max(1, number)).round(new MathContext(1, RoundingMode.UP)).stripTrailingZeros();
    return digit.unscaledValue() + "e" + -digit.scale();
  }

  /// What a column is that the table lacks and another one tells.
  private Optional<Column> same(Column column) {
    return matches.found().containsKey(column) ? Optional.empty() : switch (column) {
      case PRIMARY_TYPE -> first(Column.LARGEST_USE);
      case LARGEST_USE -> first(Column.PRIMARY_TYPE);
      case BUILDING_AREA -> first(Column.TOTAL_AREA);
      case LARGEST_USE_AREA -> first(Column.BUILDING_AREA, Column.TOTAL_AREA);
      default -> Optional.empty();
    };
  }

  private Optional<Column> first(Column... columns) {
    return Arrays.stream(columns).filter(matches.found()::containsKey).findFirst();
  }

  /// Site energy that is not a column of the table.
  private List<String> sum() {
    return Arrays.stream(Fuel.values()).map(Fuel::column).noneMatch(matches.found()::containsKey)
        ? List.of("  # CHECK: no column was found that holds the site energy, or a fuel: "
            + Column.SITE_ENERGY.title())
        : List.of("  # CHECK: are these all fuels, and is none of them in another?",
            "  " + Column.SITE_ENERGY.title() + ": {sum of: fuels}");
  }
}
