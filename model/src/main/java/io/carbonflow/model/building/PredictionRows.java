// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.FeatureSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
/// @param missing the columns that features of the model are made of and that the table lacks
/// @param reading how the rows were read: faults of the whole table, and rows that are impossible
public record PredictionRows(
    List<ModelRow> rows, List<Skipped> skipped, List<MissingColumn> missing, Reading reading) {
  /// A row that cannot be predicted.
  ///
  /// @param line where it begins in the file
  /// @param id the building's id; empty where the row has none
  /// @param reason what is wrong with it, in one line
  /// @param kind what it has in common with others that cannot be predicted: the reason without what
  ///     only this row has
  /// @param isSubject whether it is of the kinds that are modeled, as far as is known, and no other table has it
  public record Skipped(long line, String id, String reason, String kind, boolean isSubject) {
    /// A row that could have been predicted.
    public Skipped(long line, String id, String reason, String kind) {
      this(line, id, reason, kind, true);
    }

    /// One whose reason is one of a kind.
    public Skipped(long line, String id, String reason) {
      this(line, id, reason, reason);
    }
  }

  /// Copies the lists.
  public PredictionRows {
    rows = List.copyOf(rows);
    skipped = List.copyOf(skipped);
    missing = List.copyOf(missing);
  }

  /// Rows that were read as they are.
  public PredictionRows(List<ModelRow> rows, List<Skipped> skipped, List<MissingColumn> missing) {
    this(rows, skipped, missing, Reading.PLAIN);
  }

  /// Rows of a table that lacks no column.
  public PredictionRows(List<ModelRow> rows, List<Skipped> skipped) {
    this(rows, skipped, List.of());
  }

  /// Reads a table of the city's of any year, a merged one, or a clean one; its columns tell
  /// which. A missing optional column counts as unknown.
  ///
  /// @param features what the model that predicts them knows of a building
  /// @throws Problem if the table lacks a column that cannot be done without; all are named
  public static PredictionRows of(Table table, FeatureSet features) {
    return of(table, features, Set.of());
  }

  /// Reads a table as [#of(Table, FeatureSet)] does.
  ///
  /// @param asPublished the faults that are not read right
  /// @throws Problem if the table lacks a column that cannot be done without; all are named
  public static PredictionRows of(Table table, FeatureSet features, Set<TableFault> asPublished) {
    return of(table, features, asPublished, City.SEATTLE);
  }

  /// Reads a table of a city's as [#of(Table, FeatureSet)] does one of Seattle's.
  ///
  /// @param asPublished the faults that are not read right
  /// @throws Problem if the table lacks a column that cannot be done without; all are named
  public static PredictionRows of(Table table, FeatureSet features, Set<TableFault> asPublished, City city) {
    return new RowReader(features, asPublished, city).read(table, row -> row);
  }

  /// Reads many tables, each as [#of(Table, FeatureSet)] does. The same building and year in another
  /// table is skipped there, whether it has the same content or another.
  ///
  /// @param features what the model that predicts them knows of a building
  /// @return the rows of each table, in the order of the tables
  /// @throws Problem if a table lacks a column that cannot be done without; all are named
  public static List<PredictionRows> of(List<Table> tables, FeatureSet features) {
    return of(tables, features, Set.of());
  }

  /// Reads tables as [#of(List, FeatureSet)] does.
  ///
  /// @param asPublished the faults that are not read right
  /// @throws Problem if a table lacks a column that cannot be done without; all are named
  public static List<PredictionRows> of(
      List<Table> tables, FeatureSet features, Set<TableFault> asPublished) {
    return of(tables, features, asPublished, City.SEATTLE);
  }

  /// Reads tables of a city's as [#of(List, FeatureSet)] does those of Seattle's.
  ///
  /// @param asPublished the faults that are not read right
  /// @throws Problem if a table lacks a column that cannot be done without; all are named
  public static List<PredictionRows> of(
      List<Table> tables, FeatureSet features, Set<TableFault> asPublished, City city) {
    return RowReader.each(tables, new RowReader(features, asPublished, city)::read, RowOutcome::unlessKnown);
  }

  /// The rows of many tables as those of one.
  ///
  /// @param tables what was read of each
  public static PredictionRows all(List<PredictionRows> tables) {
    return new PredictionRows(tables.stream().flatMap(table -> table.rows().stream()).toList(),
        tables.stream().flatMap(table -> table.skipped().stream()).toList(),
        tables.stream().flatMap(table -> table.missing().stream()).distinct().toList(),
        new Reading(tables.stream().flatMap(table -> table.reading().repairs().stream()).toList(),
            tables.stream().flatMap(table -> table.reading().impossible().stream()).toList()));
  }

  /// How many rows could not be predicted, by what they have in common, the most first.
  public static SequencedMap<String, Long> reasons(List<Skipped> skipped) {
    SequencedMap<String, Long> reasons = new LinkedHashMap<>();
    skipped.stream().collect(Collectors.groupingBy(Skipped::kind, TreeMap::new, Collectors.counting()))
        .entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(reason -> reasons.put(reason.getKey(), reason.getValue()));
    return reasons;
  }

  /// Whether at least half of the rows that are a subject of the models could be predicted. Dwellings
  /// and campuses are none, unless there is nothing else; nor are rows that appeared twice.
  ///
  /// @param predicted how many could be
  /// @param skipped those that could not
  public static boolean areMost(int predicted, List<Skipped> skipped) {
    long subjects = predicted + skipped.stream().filter(Skipped::isSubject).count();
    return skipped.isEmpty() || 2L * predicted >= subjects && predicted > 0;
  }

  /// The same with the table's name in each reason, as lines of several tables are reported beside each other.
  PredictionRows in(String source) {
    return new PredictionRows(rows, skipped.stream().map(row -> row.reason().startsWith(source) ? row
        : new Skipped(row.line(), row.id(), source + ": " + row.reason(), row.kind(), row.isSubject())).toList(),
        missing, reading);
  }
}
