// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.PredictionRows.Skipped;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Reads the rows of tables that are predicted, or that tell what was measured before.
final class RowReader {
  private final FeatureSet features;
  private final Purpose purpose;
  private final Set<TableFault> asPublished;
  private final City city;

  /// @param features what the model knows of a building
  /// @param asPublished the faults that are not read right
  /// @param city the city that the tables are of
  RowReader(FeatureSet features, Set<TableFault> asPublished, City city) {
    this.features = features;
    this.city = city;
    this.asPublished = asPublished;
    purpose = Purpose.prediction(features);
  }

  /// Reads tables one after the other.
  ///
  /// @param reader reads a table, and lets its second argument have the last word on each row
  /// @param beside says what becomes of a row beside those of the tables before
  static List<PredictionRows> each(
      List<Table> tables, BiFunction<Table, UnaryOperator<RowOutcome>, PredictionRows> reader,
      BiFunction<RowOutcome, Map<RowKey, ModelRow>, RowOutcome> beside) {
    Map<RowKey, ModelRow> earlier = new HashMap<>();
    List<PredictionRows> all = new ArrayList<>();
    for (Table table : tables) {
      PredictionRows read = reader.apply(table, row -> beside.apply(row, earlier));
      read.rows().forEach(row -> earlier.putIfAbsent(row.key(), row));
      all.add(tables.size() == 1 ? read : read.in(table.source()));
    }
    return all;
  }

  /// Reads a table of the city's of any year, a merged one, or a clean one; its columns tell which.
  ///
  /// @param also has the last word on each row
  /// @throws Problem if the table lacks a column that cannot be done without; all are named
  PredictionRows read(Table table, UnaryOperator<RowOutcome> also) {
    return table.header().has(CleanCsv.AREA) ? readClean(table, also) : readRaw(table, also);
  }

  private PredictionRows readClean(Table table, UnaryOperator<RowOutcome> also) {
    CleanCsv.require(table, purpose);
    return rows(table, Column.BUILDING_ID.title(),
        row -> also.apply(clean(row)), MissingColumn.ofClean(table, features));
  }

  private RowOutcome clean(Row row) {
    ModelRow read = CleanCsv.row(row);
    boolean unknown = purpose.needsMeters() && Double.isNaN(read.emissionFactor());
    return unknown ? RowOutcome.none(Rule.NO_FUELS, city) : RowOutcome.of(read);
  }

  private PredictionRows readRaw(Table table, UnaryOperator<RowOutcome> also) {
    Schema schema = Schema.of(table, purpose, city);
    IdentityHashMap<Row, Row> readable = readable(table, schema);
    Repairs repairs = Repairs.of(readable.values(), asPublished, city);
    List<ImpossibleRow> impossible = new ArrayList<>();
    PredictionRows read = rows(table, schema.source(Column.BUILDING_ID), row -> {
      Row canonical = readable.get(row);
      return also.apply(raw(canonical == null ? schema.canonical(row) : canonical, repairs, impossible));
    }, MissingColumn.of(table, features, city));
    return new PredictionRows(
        read.rows(), read.skipped(), read.missing(), new Reading(repairs.found(), impossible));
  }

  /// The rows of a table of which every cell can be read, in the one schema.
  private static IdentityHashMap<Row, Row> readable(Table table, Schema schema) {
    IdentityHashMap<Row, Row> rows = new IdentityHashMap<>();
    for (Row row : table.rows()) {
      try {
        rows.put(row, schema.canonical(row));
      } catch (Problem e) {
        // it is reported when the row is read
      }
    }
    return rows;
  }

  private RowOutcome raw(Row canonical, Repairs repairs, List<ImpossibleRow> impossible) {
    Row row = repairs.apply(canonical);
    Building building = Building.of(row, city);
    Optional<Rule> rule = repairs.against(canonical, building, purpose);
    if (rule.isPresent()) {
      return RowOutcome.none(rule.get(), rule.get().reason(building, purpose, city), city);
    }
    Optional<String> why = repairs.impossible(row);
    why.ifPresent(text -> impossible.add(new ImpossibleRow(building.key(), building.inTrain(), text)));
    return RowOutcome.of(
        ModelRow.of(building, why.isPresent(), city, row.text(Column.PROPERTY_NAME.title())));
  }

  private static PredictionRows rows(
      Table table, String idColumn, Function<Row, RowOutcome> reader, List<MissingColumn> missing) {
    List<ModelRow> rows = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    for (Row row : table.rows()) {
      RowOutcome read = read(row, reader);
      read.row().ifPresentOrElse(rows::add, () -> skipped.add(
          new Skipped(row.start().line(), row.id(idColumn), read.reason(), read.kind(), read.isSubject())));
    }
    return new PredictionRows(rows, skipped, missing);
  }

  private static RowOutcome read(Row row, Function<Row, RowOutcome> reader) {
    try {
      return reader.apply(row);
    } catch (Problem problem) {
      return RowOutcome.unreadable(problem);
    }
  }
}
