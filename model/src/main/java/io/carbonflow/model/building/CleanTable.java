// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.city.City;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns the merged table into the rows that models learn from and are scored on. Rows are read through
/// [Repairs], which look at all of them; apart from that each row is looked at alone.
public final class CleanTable {
  private CleanTable() {}

  /// The rows that were kept, in the order of the table, what became of the others, and how they were read.
  public record Result(List<ModelRow> rows, CleanReport report, Reading reading) {
    /// Of rows that were read as they are.
    public Result(List<ModelRow> rows, CleanReport report) {
      this(rows, report, Reading.PLAIN);
    }
  }

  /// Cleans a merged table, in which nothing is taken as published that can be read right.
  ///
  /// @throws Problem as [#of(Table, Set)]
  public static Result of(Table merged) {
    return of(merged, Set.of());
  }

  /// Cleans a merged table. An impossible row is kept, and marked, where it is held out.
  ///
  /// @param asPublished the faults that are not read right
  /// @throws Problem if a column is missing, a cell does not match its column's type, a building appears
  ///     twice in a year, has no split or two, or no row is left
  public static Result of(Table merged, Set<TableFault> asPublished) {
    return of(merged, asPublished, City.SEATTLE);
  }

  /// Cleans a merged table of a city's, as [#of(Table, Set)] does one of Seattle's.
  ///
  /// @throws Problem as there
  public static Result of(Table merged, Set<TableFault> asPublished, City city) {
    Result result = look(merged, asPublished, city);
    if (result.rows().isEmpty()) {
      throw new Problem(merged.place(), "no row is left: " + result.report().reasons(),
          "give tables with buildings to learn from");
    }
    return result;
  }

  /// What [#of(Table, Set, City)] gives, of a table of which no row may be left.
  ///
  /// @throws Problem as there, except for that
  public static Result look(Table merged, Set<TableFault> asPublished, City city) {
    Schema schema = Schema.of(merged, Purpose.TRAINING, city);
    merged.require(List.of(Column.IN_TRAIN));
    Keys keys = new Keys();
    List<Row> rows = new ArrayList<>();
    for (Row raw : merged.rows()) {
      Row row = schema.canonical(raw);
      keys.addSplit(row);
      rows.add(row);
    }
    Repairs repairs = Repairs.of(rows, asPublished, city);
    List<ModelRow> kept = new ArrayList<>();
    List<ImpossibleRow> impossible = new ArrayList<>();
    var counts = new CleanReport.Counts(city);
    for (Row published : rows) {
      Row row = repairs.apply(published);
      Building building = Building.of(row, city);
      Optional<Rule> rule = repairs.against(published, building, Purpose.TRAINING);
      Optional<String> why = rule.filter(one -> one != Rule.NO_FUELS).isPresent() ? Optional.empty()
          : repairs.impossible(row); // fuels of an impossible sum lack one as soon as one is blank
      why.ifPresent(text -> impossible.add(new ImpossibleRow(building.key(), building.inTrain(), text)));
      Optional<Rule> dropped = why.filter(text -> building.inTrain()).map(text -> Rule.IMPOSSIBLE).or(() -> rule);
      counts.add(building.key(), dropped);
      if (dropped.isEmpty()) {
        kept.add(ModelRow.of(building, why.isPresent(), city, row.text(Column.PROPERTY_NAME.title())));
      }
    }
    return new Result(List.copyOf(kept), counts.report(), new Reading(repairs.found(), impossible));
  }
}
