// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.learn.Folds;
import io.carbonflow.learn.Scores;
import io.carbonflow.learn.SearchResult;
import io.carbonflow.learn.Trial;
import io.carbonflow.model.feature.BoxCox;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.regressor.Mean;
import io.carbonflow.model.regressor.Regressor;

/// Scores models and their ensemble, in which each counts by [EstimatorName#weight].
///
/// @param given what the steps before have made
record Scoring(EvaluationInputs given) {
  /// The name of the ensemble among the models.
  static final String ENSEMBLE = "ensemble";

  /// Scores all on the held-out rows: the models in their order, then the ensemble.
  List<ModelScores> contenders() {
    return Stream.concat(given.models().stream().map(this::single), Stream.of(ensemble())).toList();
  }

  /// What a model, or the ensemble, predicted of each training row while it was fitted to others.
  OutOfFold outOfFold(String name) {
    double[] labels = given.models().stream().map(Trained::search)
        .filter(search -> search.plan().estimator().equals(name))
        .map(SearchResult::outOfFold).findFirst().orElseGet(this::labels);
    return OutOfFold.of(given.train(), given.training(), labels, given.folds());
  }

  private ModelScores single(Trained trained) {
    SearchResult search = trained.search();
    double[] trials = search.trials().stream()
        .mapToDouble(t -> t.state() == Trial.State.COMPLETE ? t.mean() : Double.NaN).toArray();
    return contender(search.plan().estimator(), search.best().foldScores(), trained.model(), trials);
  }

  /// The ensemble is cross-validated from the predictions that its members made for each row while
  /// they were fitted to other folds.
  private ModelScores ensemble() {
    double[] labels = labels();
    return contender(ENSEMBLE,
        given.folds().list().stream().map(fold -> r2(fold, labels)).toList(),
        together(), new double[0]);
  }

  private Regressor together() {
    return new Mean(given.models().stream().map(Trained::model).toList(),
        given.models().stream().map(Trained::weight).toList());
  }

  private double[] labels() {
    double all = given.models().stream().mapToDouble(Trained::weight).sum();
    return IntStream.range(0, given.train().rows())
        .mapToDouble(row -> given.models().stream()
            .mapToDouble(trained -> trained.weight() * trained.search().outOfFold()[row]).sum() / all)
        .toArray();
  }

  private double r2(Folds.Fold fold, double[] labels) {
    Scale scale = Scale.of(given.train().subset(fold.fit()));
    Matrix scored = given.train().subset(fold.score());
    double[] predicted = scale.boxCox(
        IntStream.of(fold.score()).mapToDouble(row -> labels[row]).toArray(), scored);
    return Scores.of(BoxCox.of(scored.tonnes()), predicted).r2();
  }

  /// What each contender predicts of the held-out rows in tonnes, by its name.
  SequencedMap<String, double[]> predicted() {
    SequencedMap<String, double[]> predicted = new LinkedHashMap<>();
    given.models().forEach(trained ->
        predicted.put(trained.search().plan().estimator(), tonnes(boxCox(trained.model()))));
    predicted.put(ENSEMBLE, tonnes(boxCox(together())));
    return predicted;
  }

  private double[] boxCox(Regressor model) {
    return Scale.of(given.train()).boxCox(model.predict(given.test().values()), given.test());
  }

  private static double[] tonnes(double[] boxCox) {
    return DoubleStream.of(boxCox).map(BoxCox::inverse).toArray();
  }

  private ModelScores contender(
      String name, List<Double> foldR2, Regressor model, double[] trials) {
    Matrix test = given.test();
    double[] predicted = boxCox(model);
    return new ModelScores(name, foldR2, Scores.of(BoxCox.of(test.tonnes()), predicted),
        Scores.of(test.tonnes(), tonnes(predicted)), trials);
  }
}
