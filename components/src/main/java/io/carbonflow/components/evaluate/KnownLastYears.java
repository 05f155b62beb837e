// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.ScoresBySize;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.feature.EarlierYear;
import io.carbonflow.model.feature.EarlierYears;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.interval.LastYearErrors;

/// What is predicted of training rows from their buildings' last years, by a model that was fitted to
/// other buildings: all years of a building are in one fold, so what the model says of either year it
/// says without having seen the building.
///
/// @param train the training rows
/// @param labels what was predicted of each row while it was held out; NaN where that has no label
/// @param far from which distance on two years cannot be compared
/// @param types the property type of each row
/// @param ratio how many times a year's emissions they would be in another year
record KnownLastYears(Matrix train, double[] labels, double far, List<String> types, YearRatio ratio) {

  /// How many times the emissions of one year the energy of a property type stands for in another, by its
  /// mean fuels.
  @FunctionalInterface
  interface YearRatio {
    /// The ratio; 1 where the factors of both years are the same.
    double of(String type, int from, int to);
  }

  /// Copies the list.
  KnownLastYears {
    types = List.copyOf(types);
  }

  /// @param rows what was predicted of the training rows while they were held out
  static KnownLastYears of(OutOfFold rows, double far, YearRatio ratio) {
    Matrix train = rows.train();
    return new KnownLastYears(train, IntStream.range(0, train.rows()).mapToDouble(
        i -> train.features().label(rows.predicted()[i], train.offset()[i])).toArray(), far, rows.types(), ratio);
  }

  /// How far such predictions were off; empty where there are too few buildings to tell.
  Optional<LastYearErrors> errors() {
    int[] before = before();
    int[] known = IntStream.range(0, before.length).filter(i -> before[i] >= 0)
        .filter(i -> predicted(i, before[i]) > -1).toArray();
    if (known.length == 0) {
      return Optional.empty();
    }
    Matrix rows = train.subset(known);
    double[] predicted =
        Arrays.stream(known).mapToDouble(i -> predicted(i, before[i])).toArray();
    int column = train.columns().indexOf(Feature.LOG_AREA.column());
    ScoresBySize scores = new ScoresBySize(
        IntStream.range(0, known.length).mapToDouble(
            i -> Math.abs(Intervals.residual(rows.tonnes()[i], predicted[i]))).toArray(),
        Arrays.stream(rows.values()).mapToDouble(row -> row[column]).toArray(),
        rows.keys().stream().map(RowKey::building).toList(),
        Dataset.equalWeights(known.length));
    if (!(Arrays.stream(predicted).sum() > 0 && Arrays.stream(rows.tonnes()).sum() > 0)) {
      return Optional.empty();
    }
    double[] edges = scores.edges();
    LastYearErrors errors = LastYearErrors.of(
        column, edges, scores.groups(edges), rows.tonnes(), predicted);
    return errors.highestLevel() < Interval.LEVEL ? Optional.empty() : Optional.of(errors);
  }

  private double predicted(int row, int before) {
    return train.features().tonnes(labels[row], train.offset()[row],
        EarlierYear.of(train, before, labels[before], train.values()[row], far).times(ratio.of(
            types.get(before), train.keys().get(before).year(), train.keys().get(row).year())));
  }

  /// The place of the newest earlier row of each row's building; −1 where there is none.
  private int[] before() {
    EarlierYears<Integer> places = EarlierYears.places(train.keys());
    return train.keys().stream().mapToInt(key -> places.before(key).orElse(-1)).toArray();
  }
}
