// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import module java.base;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.city.Unit;

/// Which columns of a table are probably which of the one schema's.
///
/// @param found what was found
/// @param doubts what is doubtful in that, by column
/// @param more columns that are added to the one that was found
/// @param inUnit columns of which others show that they are in the schema's unit
record Matches(SequencedMap<Column, ColumnProfile> found, Map<Column, List<String>> doubts,
    Map<Column, List<ColumnProfile>> more, Set<Column> inUnit) {
  private static final double NEARLY_ALL = 0.95;
  /// A table may have several columns of each.
  private static final Set<Column> SEVERAL = EnumSet.of(Column.OIL, Column.OTHER_FUEL);

  /// Finds them.
  static Matches of(List<ColumnProfile> columns) {
    Matches matches = new Matches(new TreeMap<>(), new EnumMap<>(Column.class),
        new EnumMap<>(Column.class), EnumSet.noneOf(Column.class));
    for (boolean isSure : List.of(true, false)) {
      ColumnPatterns.ALL.stream().filter(pattern -> !matches.found.containsKey(pattern.column()))
          .forEach(pattern -> matches.look(pattern, isSure, columns));
    }
    matches.settleKinds();
    matches.settleArea();
    matches.second(Column.ELECTRICITY, Column.ELECTRICITY_KWH, Unit.KWH, columns);
    matches.second(Column.GAS, Column.GAS_THERMS, Unit.THERMS, columns);
    ColumnPatterns.ALL.stream().filter(pattern -> SEVERAL.contains(pattern.column()))
        .forEach(pattern -> matches.addMore(pattern, columns));
    return matches;
  }

  private void look(ColumnPattern pattern, boolean isSure, List<ColumnProfile> columns) {
    Column column = pattern.column();
    Optional<Unit> own = unit(column);
    columns.stream().filter(one -> !found.containsValue(one) && pattern.rank(one.parts().key(), isSure) >= 0
            && fits(column, one))
        .min(Comparator.<ColumnProfile>comparingInt(one -> pattern.rank(one.parts().key(), isSure))
            .thenComparing(one -> !one.parts().unit().equals(own)))
        .ifPresent(one -> {
          found.put(column, one);
          if (!isSure) {
            doubt(column, "guessed from its name");
          }
        });
  }

  /// Whether a column can hold what another one does.
  private static boolean fits(Column column, ColumnProfile one) {
    return switch (column) {
      case DATA_YEAR -> one.isNumeric() && one.within(1990, 2099) >= NEARLY_ALL;
      case YEAR_BUILT -> one.isNumeric() && one.within(1000, 2099) >= NEARLY_ALL / 2;
      case LATITUDE -> one.isNumeric() && one.within(-90, 90) >= NEARLY_ALL;
      case LONGITUDE -> one.isNumeric() && one.within(-180, 180) >= NEARLY_ALL;
      case ENERGY_STAR_SCORE -> one.isNumeric() && one.within(0, 100) >= NEARLY_ALL;
      default -> one.filled() > 0 && isIn(column, one)
          && (!(column.anywhere() instanceof Content.Number) || one.isNumeric());
    };
  }

  /// Whether its unit, if it tells one, can be the column's.
  private static boolean isIn(Column column, ColumnProfile one) {
    return one.parts().unit().map(unit -> unit(column).filter(own -> own.alike().contains(unit)).isPresent())
        .orElse(true);
  }

  /// The unit of a column's numbers, where it could be another one.
  static Optional<Unit> unit(Column column) {
    return column.anywhere() instanceof Content.Number number ? Unit.of(number.unit()) : Optional.empty();
  }

  /// One column that names kinds of buildings is what they are for.
  private void settleKinds() {
    if (!found.containsKey(Column.PRIMARY_TYPE) && !found.containsKey(Column.LARGEST_USE)) {
      move(Column.BUILDING_TYPE, Column.PRIMARY_TYPE);
    }
  }

  private void settleArea() {
    if (!found.containsKey(Column.TOTAL_AREA)) {
      move(Column.BUILDING_AREA, Column.TOTAL_AREA);
    }
  }

  private void move(Column from, Column to) {
    if (found.containsKey(from)) {
      found.put(to, found.remove(from));
      Optional.ofNullable(doubts.remove(from)).ifPresent(moved -> doubts.put(to, moved));
    }
  }

  /// The same meter in a unit of which the schema has a column, too.
  private void second(Column meter, Column other, Unit unit, List<ColumnProfile> columns) {
    Optional.ofNullable(found.get(meter)).filter(one -> !one.parts().unit().equals(Optional.of(unit)))
        .flatMap(first -> columns.stream().filter(one -> one.parts().key().equals(first.parts().key())
            && one.parts().unit().equals(Optional.of(unit)) && one.isNumeric()).findFirst())
        .ifPresent(one -> found.put(other, one));
  }

  /// Takes all other columns of a kind of fuel, in the same unit.
  private void addMore(ColumnPattern pattern, List<ColumnProfile> columns) {
    Optional.ofNullable(found.get(pattern.column())).ifPresent(first -> columns.stream()
        .filter(one -> !found.containsValue(one) && one.parts().unit().equals(first.parts().unit()) && one.isNumeric()
            && Math.max(pattern.rank(one.parts().key(), true), pattern.rank(one.parts().key(), false)) >= 0)
        .forEach(one -> more.computeIfAbsent(pattern.column(), _ -> new ArrayList<>()).add(one)));
  }

  /// Notes what is doubtful.
  void doubt(Column column, String why) {
    doubts.computeIfAbsent(column, _ -> new ArrayList<>()).add(why);
  }

  /// The unit that a column is taken to be in, as neither its name nor another column tells one.
  Optional<Unit> guessed(Column column) {
    return Optional.ofNullable(found.get(column))
        .filter(one -> one.parts().unit().isEmpty() && !inUnit.contains(column)).flatMap(_ -> unit(column));
  }
}
