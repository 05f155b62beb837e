// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.PredictionRows.Skipped;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.EarlierYears;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What was measured of buildings before the year that is to be predicted. Of a building that has
/// several years the newest before the row's counts.
///
/// ```java
/// Bundle bundle = Bundle.load(Path.of("model.carbonflow"));
/// LastYear lastYear = bundle.lastYear(Csv.read(Path.of("2015.csv")));
/// bundle.predict(bundle.rows(Csv.read(Path.of("2016.csv"))), lastYear, Interval.LEVEL);
/// ```
public final class LastYear {
  /// Nothing is known of any building.
  public static final LastYear NONE = of(List.of());

  private static final String TWICE = "the building is there more than once in that year";

  private final String source;
  private final EarlierYears<ModelRow> measured;
  private final List<Skipped> skipped = new ArrayList<>();

  private LastYear(String source, PredictionRows read) {
    this.source = source;
    skipped.addAll(read.skipped());
    Set<RowKey> seen = new HashSet<>();
    Map<RowKey, ModelRow> once = new HashMap<>();
    for (ModelRow row : read.rows()) {
      if (seen.add(row.key())) {
        once.put(row.key(), row);
      } else {
        once.remove(row.key());
        skipped.add(new Skipped(0, row.key().building(), TWICE));
      }
    }
    measured = new EarlierYears<>(once);
  }

  /// Reads a table: an export of any year's form, a merged one or a clean one. A row that cannot be
  /// used, for want of emissions or of what a prediction needs, is skipped; so are two rows of one
  /// building and year.
  ///
  /// @param features what the model knows of a building
  /// @throws Problem if the table lacks a column that cannot be done without, emissions among them
  public static LastYear of(Table table, FeatureSet features) {
    return of(table, features, Set.of());
  }

  /// Reads a table as [#of(Table, FeatureSet)] does. An impossible row is skipped.
  ///
  /// @param asPublished the faults that are not read right
  /// @throws Problem if the table lacks a column that cannot be done without, emissions among them
  public static LastYear of(Table table, FeatureSet features, Set<TableFault> asPublished) {
    return of(table, features, asPublished, City.SEATTLE);
  }

  /// Reads a table of a city's as [#of(Table, FeatureSet, Set)] does one of Seattle's.
  ///
  /// @param asPublished the faults that are not read right
  /// @throws Problem if the table lacks a column that cannot be done without, emissions among them
  public static LastYear of(Table table, FeatureSet features, Set<TableFault> asPublished, City city) {
    return new LastYear(table.source(), new MeasuredRows(features, asPublished, city).of(table));
  }

  /// Reads many tables as [#of(Table, FeatureSet)] reads one. A row that an earlier table has as it is
  /// counts once.
  ///
  /// @param features what the model knows of a building
  /// @throws Problem if a table lacks a column that cannot be done without, emissions among them
  public static LastYear of(List<Table> tables, FeatureSet features) {
    return of(tables, features, Set.of());
  }

  /// Reads many tables as [#of(List, FeatureSet)] does. An impossible row is skipped.
  ///
  /// @param asPublished the faults that are not read right
  /// @throws Problem if a table lacks a column that cannot be done without, emissions among them
  public static LastYear of(List<Table> tables, FeatureSet features, Set<TableFault> asPublished) {
    return of(tables, features, asPublished, City.SEATTLE);
  }

  /// Reads tables of a city's as [#of(List, FeatureSet, Set)] does those of Seattle's.
  ///
  /// @param asPublished the faults that are not read right
  /// @throws Problem if a table lacks a column that cannot be done without, emissions among them
  public static LastYear of(List<Table> tables, FeatureSet features, Set<TableFault> asPublished, City city) {
    return new LastYear(tables.stream().map(Table::source).collect(Collectors.joining(", ")),
        new MeasuredRows(features, asPublished, city).of(tables));
  }

  /// That of rows of which emissions, and with meters the energy, are known.
  public static LastYear of(List<ModelRow> rows) {
    return new LastYear("last year", new PredictionRows(rows, List.of()));
  }

  /// The newest row of the same building of a year before; empty where none can be used.
  public Optional<ModelRow> before(RowKey key) {
    return measured.before(key);
  }

  /// The rows that cannot be used, each with its reason; those of a building that is there twice have
  /// no line.
  public List<Skipped> skipped() {
    return List.copyOf(skipped);
  }

  /// Checks that some year lies before one that is to be predicted.
  ///
  /// @throws Problem if no usable row of this table is of a year before that of any of these rows
  public void requireBefore(List<ModelRow> rows) {
    int newest = rows.stream().mapToInt(row -> row.key().year()).max().orElse(Integer.MAX_VALUE);
    measured.first().ifPresent(oldest -> {
      if (oldest >= newest) {
        throw new Problem(Place.of(source), "has no year before " + newest
            + ", the newest of the rows to predict: its first is " + oldest,
            "give the table of an earlier year");
      }
    });
  }
}
