// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.baseline;

import module java.base;
import io.carbonflow.learn.Folds;
import io.carbonflow.learn.Scores;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.BoxCox;

/// How well a baseline does where models are scored: on the same folds and the same held-out rows, as
/// far as it knows enough of them.
///
/// @param baseline which one
/// @param foldR2 R² of each fold of the training rows, on the Box-Cox scale
/// @param rows how many held-out rows it was scored on: those of which it knows enough
/// @param boxCox the scores on them, on the Box-Cox scale
/// @param tonnes the scores on them, in tonnes
public record BaselineScores(
    Baseline baseline, List<Double> foldR2, int rows, Scores boxCox, Scores tonnes) {

  /// Copies the list.
  public BaselineScores {
    foldR2 = List.copyOf(foldR2);
  }

  /// The mean of the folds' R².
  public double cvR2() {
    return foldR2.stream().mapToDouble(r2 -> r2).average().orElseThrow();
  }

  /// Scores all baselines of which enough is known.
  ///
  /// @param training the training rows, in the order in which the folds count them
  /// @param heldOut the held-out rows
  /// @param factors the emission factors of the years
  public static List<BaselineScores> of(
      List<ModelRow> training, List<ModelRow> heldOut, Folds folds, YearFactors factors) {
    return Stream.of(Baseline.values())
        .flatMap(baseline -> of(baseline, training, heldOut, folds, factors).stream()).toList();
  }

  private static Optional<BaselineScores> of(Baseline baseline, List<ModelRow> training,
      List<ModelRow> heldOut, Folds folds, YearFactors factors) {
    List<ModelRow> scored = heldOut.stream().filter(baseline::knows).toList();
    List<List<ModelRow>> parts = folds.list().stream()
        .map(fold -> at(training, fold.score()).stream().filter(baseline::knows).toList()).toList();
    if (scored.isEmpty() || parts.stream().anyMatch(List::isEmpty)) {
      return Optional.empty();
    }
    double[] predicted = predicted(baseline, training, scored, factors);
    return Optional.of(new BaselineScores(
        baseline,
        IntStream.range(0, parts.size()).mapToObj(f -> Scores.of(actual(parts.get(f)),
            predicted(baseline, at(training, folds.list().get(f).fit()), parts.get(f), factors)).r2())
            .toList(),
        scored.size(),
        Scores.of(actual(scored), predicted),
        Scores.of(scored.stream().mapToDouble(ModelRow::tonnes).toArray(),
            Arrays.stream(predicted).map(BoxCox::inverse).toArray())));
  }

  /// What a baseline that was fitted to some rows says of others, held as models are: not above the
  /// largest that it was fitted to.
  private static double[] predicted(
      Baseline baseline, List<ModelRow> fitted, List<ModelRow> rows, YearFactors factors) {
    ToDoubleFunction<ModelRow> prediction = baseline.fit(fitted, factors);
    double upper = Arrays.stream(actual(fitted)).max().orElseThrow();
    return rows.stream()
        .mapToDouble(row -> BoxCox.clamp(prediction.applyAsDouble(row), upper)).toArray();
  }

  private static double[] actual(List<ModelRow> rows) {
    return rows.stream().mapToDouble(ModelRow::boxCox).toArray();
  }

  private static List<ModelRow> at(List<ModelRow> rows, int[] places) {
    return Arrays.stream(places).mapToObj(rows::get).toList();
  }
}
