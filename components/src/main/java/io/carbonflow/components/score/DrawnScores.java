// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.score;

import module java.base;
import io.carbonflow.learn.Scores;
import io.carbonflow.model.feature.BoxCox;

/// The scores that pages lead with, of any choice of some rows, as [Bootstrap] draws them. What all choices need is made
/// once. A choice is the positions of its rows, of which some may come several times.
public final class DrawnScores {
  private final ScoredRows rows;
  private final double[] actual;
  private final double[] predicted;
  private final double[] actualBoxCox;
  private final double[] predictedBoxCox;
  private final Optional<double[]> means;

  /// @param rows rows with known emissions
  public DrawnScores(ScoredRows rows) {
    this.rows = rows;
    actual = rows.actual();
    predicted = rows.predicted();
    actualBoxCox = BoxCox.of(actual);
    predictedBoxCox = BoxCox.of(predicted);
    means = rows.means();
  }

  /// R² on the scale on which models are compared.
  public double r2(int[] drawn) {
    return Scores.of(pick(actualBoxCox, drawn), pick(predictedBoxCox, drawn)).r2();
  }

  /// R² in tonnes.
  public double r2InTonnes(int[] drawn) {
    return Scores.of(pick(actual, drawn), pick(predicted, drawn)).r2();
  }

  /// The mean absolute error in tonnes.
  public double mae(int[] drawn) {
    return Scores.of(pick(actual, drawn), pick(predicted, drawn)).mae();
  }

  /// The predicted means added up, by what was measured.
  ///
  /// @throws NoSuchElementException if the model tells no means
  public double total(int[] drawn) {
    return sum(pick(means.orElseThrow(), drawn)) / sum(pick(actual, drawn));
  }

  /// The share of rows whose emissions lie within their interval; those without one count as outside.
  public double covered(int[] drawn) {
    return Arrays.stream(drawn).filter(row -> rows.predictions().get(row).interval()
        .filter(interval -> interval.contains(actual[row])).isPresent()).count() / (double) drawn.length;
  }

  private static double[] pick(double[] values, int[] drawn) {
    double[] picked = new double[drawn.length];
    for (int i = 0; i < drawn.length; i++) {
      picked[i] = values[drawn[i]];
    }
    return picked;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
