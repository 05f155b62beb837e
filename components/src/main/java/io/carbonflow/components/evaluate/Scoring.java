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

/// Scores models and their ensemble, in which each counts by [EstimatorName#weight].
///
/// @param given what the steps before have made
/// @param boxCox what each model, then the ensemble, predicts of the held-out rows on the Box-Cox scale, by its name
record Scoring(EvaluationInputs given, SequencedMap<String, double[]> boxCox) {
  /// The name of the ensemble among the models.
  static final String ENSEMBLE = "ensemble";

  /// Has each model predict the held-out rows, once: the ensemble is their mean.
  static Scoring of(EvaluationInputs given) {
    SequencedMap<String, double[]> labels = new LinkedHashMap<>();
    given.models().forEach(trained -> labels.put(
        trained.search().plan().estimator(), trained.model().predict(given.test().values())));
    labels.put(ENSEMBLE, together(given, labels));
    Scale scale = Scale.of(given.train());
    labels.replaceAll((_, predicted) -> scale.boxCox(predicted, given.test()));
    return new Scoring(given, labels);
  }

  /// The mean of the models to the last bit as [io.carbonflow.model.regressor.Mean] makes it.
  private static double[] together(EvaluationInputs given, Map<String, double[]> labels) {
    double[] sums = new double[given.test().rows()];
    double all = 0;
    for (Trained trained : given.models()) {
      double[] predicted = labels.get(trained.search().plan().estimator());
      for (int i = 0; i < sums.length; i++) {
        sums[i] += trained.weight() * predicted[i];
      }
      all += trained.weight();
    }
    double weights = all;
    return Arrays.stream(sums).map(sum -> sum / weights).toArray();
  }

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
    return contender(search.plan().estimator(), search.best().foldScores(), trials, search.trials());
  }

  /// The ensemble is cross-validated from the predictions that its members made for each row while
  /// they were fitted to other folds.
  private ModelScores ensemble() {
    double[] labels = labels();
    return contender(ENSEMBLE,
        given.folds().list().stream().map(fold -> r2(fold, labels)).toList(), new double[0], List.of());
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
    boxCox.forEach((name, scaled) -> predicted.put(name, tonnes(scaled)));
    return predicted;
  }

  private static double[] tonnes(double[] boxCox) {
    return DoubleStream.of(boxCox).map(BoxCox::inverse).toArray();
  }

  private ModelScores contender(String name, List<Double> foldR2, double[] trials, List<Trial> searched) {
    Matrix test = given.test();
    double[] predicted = boxCox.get(name);
    return new ModelScores(name, foldR2, Scores.of(BoxCox.of(test.tonnes()), predicted),
        Scores.of(test.tonnes(), tonnes(predicted)), trials, searched);
  }
}
