// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.components.baseline.Backtest;
import io.carbonflow.components.baseline.BaselineScores;
import io.carbonflow.components.validate.check.Checks;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.FeatureSet;

/// The comparison of all models on buildings that none of them saw.
///
/// @param features what was known of the buildings
/// @param seed the run's seed
/// @param trainRows how many rows the models were fitted to
/// @param testRows how many rows they are scored on
/// @param coverage how often its intervals are right; empty where it has none, for there were too
///     few training buildings
/// @param totals what the best model's predictions of them add up to
/// @param contenders the models in the order of the pipeline, then the ensemble
/// @param baselines baselines, on the same rows
/// @param backtest how well the best model predicts each year when it was trained on those before;
///     empty where there are no two years
/// @param lastYear how well the best model predicts held-out rows from their building's last year;
///     empty where too few have one
/// @param factors the emission factors of each year, with how well they fit training rows
/// @param possible the scores in tonnes without impossible rows; empty where none is
public record Evaluation(
    FeatureSet features,
    long seed,
    int trainRows,
    int testRows,
    Optional<Coverage> coverage,
    HeldOutTotals totals,
    List<ModelScores> contenders,
    List<BaselineScores> baselines,
    Optional<Backtest> backtest,
    Optional<HeldOutLastYear> lastYear,
    YearFactors factors,
    Optional<PossibleRows> possible) {

  /// Copies the lists.
  public Evaluation {
    baselines = List.copyOf(baselines);
    contenders = List.copyOf(contenders);
  }

  /// Of held-out rows of which none is impossible.
  public Evaluation(FeatureSet features, long seed, int trainRows, int testRows, Optional<Coverage> coverage,
      HeldOutTotals totals, List<ModelScores> contenders, List<BaselineScores> baselines,
      Optional<Backtest> backtest, Optional<HeldOutLastYear> lastYear, YearFactors factors) {
    this(features, seed, trainRows, testRows, coverage, totals, contenders, baselines, backtest, lastYear,
        factors, Optional.empty());
  }

  /// What is to be said of impossible rows; empty if there are none.
  public Optional<String> withoutImpossible() {
    return possible.map(rows -> rows.sentence(best().name()));
  }

  /// The best by cross-validated R²; the earlier one of equals. The held-out rows have no say.
  public ModelScores best() {
    return best(contenders);
  }

  /// The models that are too good to be true on the held-out rows.
  public List<ModelScores> tooGood() {
    return contenders.stream()
        .filter(c -> c.boxCox().r2() > Checks.HELD_OUT_R2.limit()).toList();
  }

  /// A warning of the models that are too good to be true; empty if there are none.
  public Optional<String> warning() {
    return tooGood().isEmpty() ? Optional.empty() : Optional.of(tooGood().stream()
        .map(c -> String.format(Locale.ROOT, "%s (%.3f)", c.title(), c.boxCox().r2()))
        .collect(Collectors.joining(", ", "Too good to be true: the held-out R² of ",
            String.format(Locale.ROOT, " is above %s. Look for a feature that is made from the"
                + " target, and for held-out rows that are copies of training rows, before these"
                + " models are used.", Checks.HELD_OUT_R2.limitText().orElseThrow()))));
  }

  static ModelScores best(List<ModelScores> contenders) {
    return contenders.stream()
        .max(Comparator.comparingDouble(ModelScores::cvR2)
            .thenComparingInt(c -> -contenders.indexOf(c)))
        .orElseThrow();
  }

  /// The baselines that a model has to beat and does not, by R² on the held-out rows.
  public List<BaselineScores> notBeaten(ModelScores model) {
    return baselines.stream()
        .filter(one -> one.baseline().hasToBeBeaten())
        .filter(one -> model.boxCox().r2() <= one.boxCox().r2()).toList();
  }

  /// What is to be said of models that do not beat a baseline; empty if there are none.
  public Optional<String> notBeaten() {
    List<String> sentences = contenders.stream().filter(c -> !notBeaten(c).isEmpty())
        .map(c -> c.title() + " does not beat " + notBeaten(c).stream()
            .map(one -> String.format(Locale.ROOT, "“%s” (R² %.3f against %.3f)",
                one.baseline().title(), c.boxCox().r2(), one.boxCox().r2()))
            .collect(Collectors.joining(" or ")) + ".").toList();
    return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
  }

  /// The best of the models by themselves, without the ensemble.
  public ModelScores bestSingle() {
    return best(contenders.stream().filter(c -> c.trials().length > 0).toList());
  }
}
