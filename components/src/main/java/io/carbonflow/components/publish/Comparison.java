// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import module java.base;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Split;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.BoxCox;

/// Two models on the same rows, of buildings that neither was trained on.
///
/// @param challenger the new model's predictions
/// @param champion the published model's predictions
public record Comparison(ScoredRows challenger, ScoredRows champion) {

  /// Sums over rows, of which those of a building can be taken away.
  private record Sums(double rows, double actual, double squares, double gain) {
    Sums plus(Sums other, double sign) {
      return new Sums(rows + sign * other.rows, actual + sign * other.actual,
          squares + sign * other.squares, gain + sign * other.gain);
    }

    /// The difference of both R²: by how much the errors' squares sum up to less, as a part of the
    /// variance.
    double difference() {
      return gain / (squares - actual * actual / rows);
    }
  }

  /// Compares two models on those rows whose buildings are held out from both. Of a year whose emission
  /// factors only the new one knows, both have these: what is compared is what was learned of buildings.
  ///
  /// @return empty if there are none
  static Optional<Comparison> of(Bundle challenger, Bundle champion, List<ModelRow> rows) {
    List<ModelRow> shared = rows.stream()
        .filter(row -> isHeldOut(row, challenger) && isHeldOut(row, champion)).toList();
    return shared.isEmpty() ? Optional.empty() : Optional.of(new Comparison(
        ScoredRows.of(challenger, shared), ScoredRows.of(knowing(champion, challenger.factors()), shared)));
  }

  private static Bundle knowing(Bundle champion, YearFactors factors) {
    Bundle knowing = champion;
    if (champion.usesFactors()) {
      for (var year : factors.years().entrySet()) {
        knowing = champion.factors().knows(year.getKey()) ? knowing
            : knowing.withFactors(year.getKey(), year.getValue().factors());
      }
    }
    return knowing;
  }

  /// Whether a model was trained without this row's building. The split is by a hash of the
  /// building's id, so this is known of buildings that came later, too.
  public static boolean isHeldOut(ModelRow row, Bundle model) {
    return !Split.inTrain(row.key().building(), model.provenance().splitSeed());
  }

  /// How many buildings both are compared on.
  public int buildings() {
    return challenger.buildings();
  }

  /// The new model's R² less the published one's, on the Box-Cox scale.
  public double difference() {
    return challenger.boxCox().r2() - champion.boxCox().r2();
  }

  /// The standard error of [#difference] by the jackknife, leaving out one building at a time (Efron
  /// and Stein 1981, doi:10.1214/aos/1176345462); NaN for fewer than two buildings.
  public double standardError() {
    Map<String, Sums> byBuilding = new TreeMap<>();
    for (int i = 0; i < challenger.rows().size(); i++) {
      byBuilding.merge(challenger.rows().get(i).key().building(), sums(i), (a, b) -> a.plus(b, 1));
    }
    Sums all = byBuilding.values().stream().reduce(new Sums(0, 0, 0, 0), (a, b) -> a.plus(b, 1));
    double[] without = byBuilding.values().stream()
        .mapToDouble(one -> all.plus(one, -1).difference()).toArray();
    double mean = 0;
    for (double one : without) {
      mean += one / without.length;
    }
    double squares = 0;
    for (double one : without) {
      squares += (one - mean) * (one - mean);
    }
    return without.length < 2 ? Double.NaN
        : Math.sqrt(squares * (without.length - 1) / without.length);
  }

  private Sums sums(int row) {
    double actual = BoxCox.of(challenger.rows().get(row).tonnes());
    double ours = actual - BoxCox.of(challenger.predictions().get(row).tonnes());
    double theirs = actual - BoxCox.of(champion.predictions().get(row).tonnes());
    return new Sums(1, actual, actual * actual, theirs * theirs - ours * ours);
  }
}
