// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.LastYear;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.EarlierYear;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.interval.LevelIntervals;
import io.carbonflow.model.total.Totals;
import io.carbonflow.model.transform.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Emissions of prepared rows in tonnes, each by the method that what is known of it allows.
///
/// @param bundle the model
/// @param now the rows
/// @param labels what the model predicts of each
/// @param earlier of each row what is known of the building's last year; empty where nothing is
record Forecast(Bundle bundle, Matrix now, double[] labels, List<Optional<EarlierYear>> earlier) {

  static Forecast of(Bundle bundle, List<ModelRow> rows, LastYear lastYear) {
    Matrix now = bundle.transformer().apply(rows);
    List<Optional<ModelRow>> before =
        rows.stream().map(row -> lastYear.before(row.key())).toList();
    Matrix then = bundle.transformer().apply(before.stream().flatMap(Optional::stream).toList());
    double[] predicted = bundle.regressor().predict(then.values());
    TrainingRows training = bundle.trainingRows();
    double far = training.rows().length == 0 ? Double.POSITIVE_INFINITY : training.far();
    List<Optional<EarlierYear>> earlier = new ArrayList<>();
    int place = 0;
    for (int i = 0; i < now.rows(); i++) {
      earlier.add(before.get(i).isEmpty() ? Optional.empty() : Optional.of(
          EarlierYear.of(then, place, predicted[place], now.values()[i], far).times(
              bundle.transformer().yearRatio(before.get(i).get(), rows.get(i).key().year()))));
      place += before.get(i).isPresent() ? 1 : 0;
    }
    return new Forecast(bundle, now, bundle.regressor().predict(now.values()), earlier);
  }

  /// The predictions of the rows.
  ///
  /// @param rows the rows as they were before they were prepared
  /// @param level that of the intervals
  /// @throws Problem if the model gives no number for a row
  List<Prediction> predictions(List<ModelRow> rows, double level) {
    Optional<LevelIntervals> model = bundle.intervals().map(made -> made.at(level));
    Optional<LevelIntervals> lastYear = bundle.lastYearErrors().map(made -> made.at(level));
    double[] expected = bundle.intervals().map(made -> Intervals.expected(made.spread(), now.values()))
        .orElseGet(() -> new double[labels.length]);
    LikeRows like = new LikeRows(bundle.trainingRows());
    return IntStream.range(0, labels.length).mapToObj(i -> prediction(i, rows.get(i), expected[i],
        method(i) == Method.MODEL ? model : lastYear, outside(i, rows.get(i), like))).toList();
  }

  /// @param expected the absolute residual that is to be expected of the row, if there are intervals
  private Prediction prediction(int i, ModelRow row, double expected, Optional<LevelIntervals> intervals,
      List<Outside> outside) {
    double tonnes = bundle.number(tonnes(i, row), row.key());
    OptionalDouble mean = number(mean(i, row, tonnes), row);
    return new Prediction(row.key(), tonnes, intervals.map(made -> made.of(now.values()[i], tonnes, expected)), outside, mean,
        mean.isEmpty() ? mean : number(deviation(i, mean.getAsDouble(), expected), row), method(i));
  }

  private OptionalDouble number(OptionalDouble value, ModelRow row) {
    value.ifPresent(one -> bundle.number(one, row.key()));
    return value;
  }

  /// A year that no training row had is no reason by itself: each new table would be of such rows.
  private List<Outside> outside(int i, ModelRow row, LikeRows like) {
    List<Outside> single = bundle.transformer().seen().outside(row);
    Optional<Outside> together = bundle.trainingRows().outside(now.values()[i], bundle.transformer(), like);
    if (single.isEmpty() && together.isEmpty()) {
      return List.of(); // as most are
    }
    List<Outside> found = Stream.concat(single.stream(), together.stream()).toList();
    return found.stream().allMatch(one -> one.what().equals(FeatureGroup.YEAR.title()))
        ? List.of() : found;
  }

  private Method method(int row) {
    return earlier.get(row).isPresent() ? Method.ofLastYear(bundle.scale().features()) : Method.MODEL;
  }

  /// The model's own prediction is held below the largest that it was fitted to. What was measured of
  /// the building itself may be above that, and be so again.
  private double tonnes(int i, ModelRow row) {
    double offset = now.offset()[i];
    return earlier.get(i)
        .map(known -> bundle.scale().features().tonnes(labels[i], offset, known))
        .orElseGet(() -> bundle.scale().raised(bundle.transformer().rise(row)).tonnes(labels[i], offset));
  }

  /// For sums. Of a row that is predicted from its last year the factors of the model say nothing.
  ///
  /// @param tonnes what is predicted of the row
  private OptionalDouble mean(int i, ModelRow row, double tonnes) {
    return method(i) == Method.MODEL
        ? map(bundle.totals(), made -> made.means().mean(row.category(Category.PRIMARY_TYPE), tonnes))
        : map(bundle.lastYearErrors(), made -> made.mean(tonnes));
  }

  /// About the mean.
  private OptionalDouble deviation(int i, double mean, double expected) {
    return method(i) == Method.MODEL
        ? map(bundle.totals().flatMap(Totals::spread).filter(spread -> bundle.intervals().isPresent()),
            made -> made.deviation(expected, mean))
        : map(bundle.lastYearErrors(), made -> made.deviation(mean));
  }

  private static <T> OptionalDouble map(Optional<T> known, ToDoubleFunction<T> number) {
    return known.isPresent() ? OptionalDouble.of(number.applyAsDouble(known.get())) : OptionalDouble.empty();
  }
}
