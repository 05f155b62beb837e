// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.feature.FeatureSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The rows of a table that can be predicted, and those that cannot. One bad row never ends the
/// batch.
///
/// ```java
/// Bundle bundle = Bundle.load(Path.of("model.carbonflow"));
/// PredictionRows rows = bundle.rows(Csv.read(Path.of("2016.csv")));
/// rows.skipped().forEach(row -> System.err.println(row.line() + ": " + row.reason()));
/// ```
///
/// @param rows in the order of the table
/// @param skipped in the order of the table
public record PredictionRows(List<ModelRow> rows, List<Skipped> skipped) {

  /// A row that cannot be predicted.
  ///
  /// @param line where it begins in the file
  /// @param id the building's id; empty where the row has none
  /// @param reason what is wrong with it, in one line
  public record Skipped(long line, String id, String reason) {}

  /// Copies the lists.
  public PredictionRows {
    rows = List.copyOf(rows);
    skipped = List.copyOf(skipped);
  }

  /// Reads a table of the city's of either year, a merged one, or a clean one; its columns tell
  /// which. A missing optional column is as one of which nothing is known.
  ///
  /// @param features what the model that predicts them knows of a building
  /// @throws Problem if the table lacks a column that cannot be done without; all are named
  public static PredictionRows of(Table table, FeatureSet features) {
    Purpose purpose = Purpose.prediction(features);
    if (table.header().has(CleanCsv.AREA)) {
      CleanCsv.require(table, purpose);
      return read(table, Column.BUILDING_ID.title(), row -> clean(row, purpose));
    }
    Schema schema = Schema.of(table, purpose);
    return read(table, schema.source(Column.BUILDING_ID),
        row -> raw(schema.canonical(row), purpose));
  }

  /// Either a row, or the reason why there is none.
  private record Outcome(Optional<ModelRow> row, String reason) {}

  private static PredictionRows read(
      Table table, String idColumn, Function<Row, Outcome> reader) {
    List<ModelRow> rows = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    for (Row row : table.rows()) {
      Outcome outcome;
      try {
        outcome = reader.apply(row);
      } catch (Problem problem) {
        outcome = new Outcome(Optional.empty(), problem.getMessage());
      }
      outcome.row().ifPresent(rows::add);
      if (outcome.row().isEmpty()) {
        skipped.add(new Skipped(row.start().line(), row.id(idColumn), outcome.reason()));
      }
    }
    return new PredictionRows(rows, skipped);
  }

  private static Outcome raw(Row canonical, Purpose purpose) {
    Building building = Building.of(canonical);
    Optional<Rule> rule = Rule.against(building, purpose);
    return rule.isPresent()
        ? new Outcome(Optional.empty(), rule.get().description())
        : new Outcome(Optional.of(ModelRow.of(building)), "");
  }

  private static Outcome clean(Row row, Purpose purpose) {
    ModelRow read = CleanCsv.row(row);
    boolean unknown = purpose.needsMeters() && Double.isNaN(read.emissionFactor());
    return unknown
        ? new Outcome(Optional.empty(), Rule.NO_FUELS.description())
        : new Outcome(Optional.of(read), "");
  }
}
