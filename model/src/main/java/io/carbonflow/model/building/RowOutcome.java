// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.RowKey;
import java.util.Map;
import java.util.Optional;

/// What became of a row of a table: either it can be predicted, or there is a reason why it cannot.
///
/// @param row the row; empty where it cannot be predicted
/// @param reason what is wrong with it, in one line; empty for nothing
/// @param kind what it has in common with others, as in [PredictionRows.Skipped]
/// @param isSubject whether it is one that could have been predicted, as in [PredictionRows.Skipped]
record RowOutcome(Optional<ModelRow> row, String reason, String kind, boolean isSubject) {
  /// What rows have in common that stand in an earlier table as they are.
  private static final String REPEATED = "the same row is in an earlier table";

  /// What rows have in common that an earlier table has with another content.
  private static final String TWICE = "an earlier table has the building and year with another content";

  /// What rows have in common of which a cell does not match its column's type.
  private static final String UNREADABLE = "a cell is missing or is not what its column holds";

  static RowOutcome of(ModelRow row) {
    return new RowOutcome(Optional.of(row), "", "", true);
  }

  /// One that is left out by a rule.
  static RowOutcome none(Rule rule, City city) {
    return none(rule, rule.description(city), city);
  }

  /// One that is left out by a rule.
  ///
  /// @param reason what is wrong with this row
  static RowOutcome none(Rule rule, String reason, City city) {
    return new RowOutcome(Optional.empty(), reason, rule.description(city), rule != Rule.BUILDING_TYPE);
  }

  private static RowOutcome none(String reason, String kind, boolean isSubject) {
    return new RowOutcome(Optional.empty(), reason, kind, isSubject);
  }

  static RowOutcome unreadable(Problem problem) {
    return none(problem.getMessage(), UNREADABLE, true);
  }

  /// This one, or none where an earlier table has the same row.
  ///
  /// @param earlier the rows of the tables before
  RowOutcome unlessRepeated(Map<RowKey, ModelRow> earlier) {
    return row.filter(one -> one.equals(earlier.get(one.key()))).isPresent() ? none(REPEATED, REPEATED, false) : this;
  }

  /// This one, or none where an earlier table has the building and year.
  ///
  /// @param earlier the rows of the tables before
  RowOutcome unlessKnown(Map<RowKey, ModelRow> earlier) {
    RowOutcome read = unlessRepeated(earlier);
    return read.row.filter(one -> earlier.containsKey(one.key())).isPresent() ? none(TWICE, TWICE, true) : read;
  }
}
