// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.components.baseline.Backtest;
import io.carbonflow.components.baseline.BaselineScores;
import io.carbonflow.components.provenance.Origin;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.transform.Transformer;

/// Which model is best, and all that is found out about it.
///
/// @param evaluation the comparison of all models
/// @param choice the best one and how to fit it
/// @param model it as train-best will save it
/// @param heldOut what it predicts of the held-out rows
/// @param outOfFold what it predicted of each training row while it was fitted to others
/// @param calibrated what was learned from that
record Judgment(
    Evaluation evaluation,
    ChosenModel choice,
    Bundle model,
    ScoredRows heldOut,
    OutOfFold outOfFold,
    Calibrated calibrated) {

  /// Compares what was trained.
  ///
  /// @throws InterruptedException if the thread is interrupted
  static Judgment of(EvaluationInputs given, Workers workers, Console console)
      throws InterruptedException {
    Scoring scoring = Scoring.of(given);
    List<ModelScores> contenders = scoring.contenders();
    String best = Evaluation.best(contenders).name();
    OutOfFold outOfFold = scoring.outOfFold(best);
    Calibrated calibrated = outOfFold.calibrate(workers, given.transformer()::yearRatio);
    ChosenModel choice = ChosenModel.of(best, given.models(), given.train(), given.transformer());
    List<Regressor> fitted =
        ChosenModel.among(given.models(), best).stream().map(Trained::model).toList();
    Bundle model = choice.bundle(fitted, given.train(), given.transformer(), calibrated,
        Origin.of(given.sources(), given.seed(), given.train().rows(), choice.searches()), given.city());
    ScoredRows heldOut = ScoredRows.of(model, given.heldOut());
    Evaluation evaluation = new Evaluation(given.train().features(), given.seed(),
        given.train().rows(), given.test().rows(), coverage(model, heldOut, given),
        HeldOutTotals.of(model, heldOut), contenders,
        BaselineScores.of(given.training(), given.heldOut(), given.folds(), model.factors()),
        backtest(choice, given, workers, console), HeldOutLastYear.of(model, given.heldOut()),
        model.factors(), PossibleRows.of(heldOut, scoring.predicted()));
    return new Judgment(evaluation, choice, model, heldOut, outOfFold, calibrated);
  }

  private static Optional<Coverage> coverage(Bundle model, ScoredRows heldOut, EvaluationInputs given) {
    double[] areas = given.heldOut().stream().mapToDouble(ModelRow::area).toArray();
    return model.intervals()
        .map(made -> Coverage.of(made, given.test(), heldOut.predicted(), areas));
  }

  /// A question besides, which must not end a run: hyperparameters that were found on more rows may not
  /// suit those of one year.
  private static Optional<Backtest> backtest(
      ChosenModel choice, EvaluationInputs given, Workers workers, Console console)
      throws InterruptedException {
    try {
      return Backtest.of(
          Stream.concat(given.training().stream(), given.heldOut().stream()).toList(),
          rows -> Transformer.fit(given.train().features(), rows, given.rowsFile(),
              _ -> given.transformer().factors(), Optional.of(given.transformer().reference())),
          train -> choice.together(choice.fit(train, workers)));
    } catch (IllegalArgumentException e) {
      console.line("how well each year is predicted from those before is left out: on some of them alone"
          + " the best model " + e.getMessage());
      return Optional.empty();
    }
  }
}
