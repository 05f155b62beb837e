// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
  /// What rows have in common that stand in an earlier table as they are.
  private static final String REPEATED = "the same row is in an earlier table";

  /// What rows have in common that an earlier table has with another content.
  private static final String TWICE = "an earlier table has the building and year with another content";

  /// What rows have in common of which a cell is not what its column holds.
  private static final String UNREADABLE = "a cell is missing or is not what its column holds";

  /// A row that cannot be predicted.
  ///
  /// @param line where it begins in the file
  /// @param id the building's id; empty where the row has none
  /// @param reason what is wrong with it, in one line
  /// @param kind what it has in common with others that cannot be predicted: the reason without what
  ///     only this row has
  public record Skipped(long line, String id, String reason, String kind) {
    /// A row whose reason is one of a kind.
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

  /// How many rows could not be predicted, by what they have in common, the most first.
  public static SequencedMap<String, Long> reasons(List<Skipped> skipped) {
    SequencedMap<String, Long> reasons = new LinkedHashMap<>();
    skipped.stream().collect(Collectors.groupingBy(Skipped::kind, TreeMap::new, Collectors.counting()))
        .entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(reason -> reasons.put(reason.getKey(), reason.getValue()));
    return reasons;
  }

  /// Whether at least half of the rows that are a subject of the models could be predicted. Dwellings
  /// and campuses are none, unless there is nothing else; nor are rows that came twice.
  ///
  /// @param predicted how many could be
  /// @param skipped those that could not
  public static boolean areMost(int predicted, List<Skipped> skipped) {
    long subjects = predicted
        + skipped.stream().map(Skipped::kind).filter(kind ->
            !kind.equals(Rule.BUILDING_TYPE.description()) && !kind.equals(REPEATED)).count();
    return skipped.isEmpty() || 2L * predicted >= subjects && predicted > 0;
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
    return each(tables, (table, also) -> of(table, features, asPublished, also), Outcome::beside);
  }

  /// Reads tables one after the other.
  ///
  /// @param reader reads a table, and lets its second argument have the last word on each row
  /// @param beside says what becomes of a row beside those of the tables before
  private static List<PredictionRows> each(
      List<Table> tables, BiFunction<Table, UnaryOperator<Outcome>, PredictionRows> reader,
      BiFunction<Outcome, Map<RowKey, ModelRow>, Outcome> beside) {
    Map<RowKey, ModelRow> earlier = new HashMap<>();
    List<PredictionRows> all = new ArrayList<>();
    for (Table table : tables) {
      PredictionRows read = reader.apply(table, outcome -> beside.apply(outcome, earlier));
      read.rows().forEach(row -> earlier.putIfAbsent(row.key(), row));
      all.add(tables.size() == 1 ? read : read.in(table.source()));
    }
    return all;
  }

  /// The same with the table's name in each reason, as lines of several tables are told beside each other.
  private PredictionRows in(String source) {
    return new PredictionRows(rows, skipped.stream().map(row -> row.reason().startsWith(source) ? row
        : new Skipped(row.line(), row.id(), source + ": " + row.reason(), row.kind())).toList(),
        missing, reading);
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

  /// Reads a table of the city's of any year, a merged one, or a clean one; its columns tell
  /// which. A missing optional column is as one of which nothing is known.
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
    return of(table, features, asPublished, outcome -> outcome);
  }

  /// @param also has the last word on each row
  private static PredictionRows of(
      Table table, FeatureSet features, Set<TableFault> asPublished, UnaryOperator<Outcome> also) {
    Purpose purpose = Purpose.prediction(features);
    if (table.header().has(CleanCsv.AREA)) {
      CleanCsv.require(table, purpose);
      return read(table, Column.BUILDING_ID.title(),
          row -> also.apply(clean(row, purpose)), MissingColumn.ofClean(table, features));
    }
    Schema schema = Schema.of(table, purpose);
    Map<Row, Row> readable = readable(table, schema);
    Repairs repairs = Repairs.of(readable.values(), asPublished);
    List<ImpossibleRow> impossible = new ArrayList<>();
    PredictionRows read = read(table, schema.source(Column.BUILDING_ID), row -> {
      Row canonical = readable.get(row);
      return also.apply(raw(canonical == null ? schema.canonical(row) : canonical, repairs, purpose, impossible));
    }, MissingColumn.of(table, features));
    return new PredictionRows(
        read.rows, read.skipped, read.missing, new Reading(repairs.found(), impossible));
  }

  /// The rows of a table of which every cell can be read, in the one schema.
  private static Map<Row, Row> readable(Table table, Schema schema) {
    Map<Row, Row> rows = new IdentityHashMap<>();
    for (Row row : table.rows()) {
      try {
        rows.put(row, schema.canonical(row));
      } catch (Problem e) {
        continue; // it is told of when the row is read
      }
    }
    return rows;
  }

  /// Reads a table as [#of] does, for what was measured in it: rows without that are skipped too.
  ///
  /// @param features what the model knows of a building
  /// @throws Problem if the table lacks a column that cannot be done without, emissions among them
  static PredictionRows measured(Table table, FeatureSet features, Set<TableFault> asPublished) {
    return measured(table, features, asPublished, outcome -> outcome);
  }

  /// Reads many tables as [#measured(Table, FeatureSet, Set)] does, as those of one. A row that an earlier
  /// table has as it is is skipped.
  ///
  /// @throws Problem if a table lacks a column that cannot be done without, emissions among them
  static PredictionRows measured(List<Table> tables, FeatureSet features, Set<TableFault> asPublished) {
    return all(each(
        tables, (table, also) -> measured(table, features, asPublished, also), Outcome::unlessRepeated));
  }

  private static PredictionRows measured(
      Table table, FeatureSet features, Set<TableFault> asPublished, UnaryOperator<Outcome> also) {
    if (Schema.of(table).lacks(Column.EMISSIONS)) {
      table.require(List.of(Column.EMISSIONS.named()));
    }
    return of(table, features, asPublished, outcome -> also.apply(outcome.row()
        .flatMap(row -> unmeasured(row, features))
        .map(rule -> Outcome.none(rule.description(), rule.description())).orElse(outcome)));
  }

  /// Why what was measured of a row tells nothing; empty where it does.
  private static Optional<Rule> unmeasured(ModelRow row, FeatureSet features) {
    boolean metered = features == FeatureSet.METERED;
    return Double.isNaN(row.tonnes()) ? Optional.of(Rule.NO_EMISSIONS)
        : row.tonnes() <= -1 ? Optional.of(Rule.NEGATIVE_EMISSIONS)
        : metered && !(row.siteEnergy() > 0) ? Optional.of(Rule.NO_ENERGY)
        : Building.isBeyond(row.tonnes()) || metered && Building.isBeyond(row.siteEnergy())
            ? Optional.of(Rule.BEYOND)
        : row.impossible() ? Optional.of(Rule.IMPOSSIBLE) : Optional.empty();
  }

  /// Either a row, or the reason why there is none, and its kind.
  private record Outcome(Optional<ModelRow> row, String reason, String kind) {
    static Outcome of(ModelRow row) {
      return new Outcome(Optional.of(row), "", "");
    }

    static Outcome none(String reason, String kind) {
      return new Outcome(Optional.empty(), reason, kind);
    }

    /// This one, or none where an earlier table has the same row.
    Outcome unlessRepeated(Map<RowKey, ModelRow> earlier) {
      return row.filter(one -> one.equals(earlier.get(one.key()))).isPresent() ? none(REPEATED, REPEATED) : this;
    }

    /// This one, or none where an earlier table has the building and year.
    Outcome beside(Map<RowKey, ModelRow> earlier) {
      Outcome read = unlessRepeated(earlier);
      return read.row.filter(one -> earlier.containsKey(one.key())).isPresent() ? none(TWICE, TWICE) : read;
    }
  }

  private static PredictionRows read(
      Table table, String idColumn, Function<Row, Outcome> reader, List<MissingColumn> missing) {
    List<ModelRow> rows = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    for (Row row : table.rows()) {
      Outcome outcome;
      try {
        outcome = reader.apply(row);
      } catch (Problem problem) {
        outcome = Outcome.none(problem.getMessage(), UNREADABLE);
      }
      outcome.row().ifPresent(rows::add);
      if (outcome.row().isEmpty()) {
        skipped.add(new Skipped(row.start().line(), row.id(idColumn), outcome.reason(),
            outcome.kind()));
      }
    }
    return new PredictionRows(rows, skipped, missing);
  }

  private static Outcome raw(
      Row canonical, Repairs repairs, Purpose purpose, List<ImpossibleRow> impossible) {
    Row row = repairs.apply(canonical);
    Building building = Building.of(row);
    Optional<Rule> rule = repairs.against(canonical, building, purpose);
    if (rule.isPresent()) {
      return Outcome.none(rule.get().reason(building, purpose), rule.get().description());
    }
    Optional<String> why = repairs.impossible(row);
    why.ifPresent(text -> impossible.add(new ImpossibleRow(building.key(), building.inTrain(), text)));
    return Outcome.of(ModelRow.of(building, why.isPresent()));
  }

  private static Outcome clean(Row row, Purpose purpose) {
    ModelRow read = CleanCsv.row(row);
    boolean unknown = purpose.needsMeters() && Double.isNaN(read.emissionFactor());
    return unknown
        ? Outcome.none(Rule.NO_FUELS.description(), Rule.NO_FUELS.description())
        : Outcome.of(read);
  }
}
