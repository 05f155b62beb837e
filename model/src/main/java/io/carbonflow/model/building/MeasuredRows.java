// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.FeatureSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads tables for what was measured in them: rows without that are skipped, as are those that cannot be
/// predicted.
final class MeasuredRows {
  private final FeatureSet features;
  private final City city;
  private final RowReader reader;

  /// @param features what the model knows of a building
  /// @param asPublished the faults that are not read right
  /// @param city the city that the tables are of
  MeasuredRows(FeatureSet features, Set<TableFault> asPublished, City city) {
    this.features = features;
    this.city = city;
    reader = new RowReader(features, asPublished, city);
  }

  /// Reads a table.
  ///
  /// @throws Problem if it lacks a column that cannot be done without, emissions among them
  PredictionRows of(Table table) {
    return of(table, row -> row);
  }

  /// Reads many tables, as those of one. A row that an earlier table has as it is is skipped.
  ///
  /// @throws Problem if a table lacks a column that cannot be done without, emissions among them
  PredictionRows of(List<Table> tables) {
    return PredictionRows.all(RowReader.each(tables, this::of, RowOutcome::unlessRepeated));
  }

  private PredictionRows of(Table table, UnaryOperator<RowOutcome> also) {
    if (Schema.of(table, city).lacks(Column.EMISSIONS)) {
      table.require(List.of(city.named(Column.EMISSIONS)), Schema.whose(Purpose.prediction(features), city));
    }
    return reader.read(table, read ->
        also.apply(read.row().flatMap(this::unmeasured).map(rule -> RowOutcome.none(rule, city)).orElse(read)));
  }

  /// Why what was measured of a row tells nothing; empty where it does.
  private Optional<Rule> unmeasured(ModelRow row) {
    boolean metered = features == FeatureSet.METERED;
    return Double.isNaN(row.tonnes()) ? Optional.of(Rule.NO_EMISSIONS)
        : row.tonnes() <= -1 ? Optional.of(Rule.NEGATIVE_EMISSIONS)
        : metered && !(row.siteEnergy() > 0) ? Optional.of(Rule.NO_ENERGY)
        : Building.isBeyond(row.tonnes()) || metered && Building.isBeyond(row.siteEnergy())
            ? Optional.of(Rule.BEYOND)
        : row.impossible() ? Optional.of(Rule.IMPOSSIBLE) : Optional.empty();
  }
}
