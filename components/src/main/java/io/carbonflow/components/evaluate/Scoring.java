package io.carbonflow.components.evaluate;

import io.carbonflow.building.Category;
import io.carbonflow.building.ModelRow;
import io.carbonflow.components.score.TypeErrors;
import io.carbonflow.feature.BoxCox;
import io.carbonflow.feature.Matrix;
import io.carbonflow.feature.Scale;
import io.carbonflow.interval.Intervals;
import io.carbonflow.learn.Folds;
import io.carbonflow.learn.Scores;
import io.carbonflow.learn.SearchPlan;
import io.carbonflow.learn.SearchResult;
import io.carbonflow.learn.Trial;
import io.carbonflow.regressor.Mean;
import io.carbonflow.regressor.Regressor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Scores models and their equal-weight ensemble.
///
/// @param train the prepared training rows
/// @param test the prepared held-out rows
record Scoring(Matrix train, Matrix test) {
  /// The name of the ensemble among the models.
  static final String ENSEMBLE = "ensemble";

  /// Scores all on the held-out rows: the models in their order, then the ensemble.
  List<Contender> contenders(List<Trained> models) {
    return Stream.concat(models.stream().map(this::single), Stream.of(ensemble(models))).toList();
  }

  /// What a model, or the ensemble, predicted of each training row while it was fitted to others.
  OutOfFold outOfFold(String name, List<Trained> models) {
    double[] labels = models.stream().map(Trained::search)
        .filter(search -> search.plan().estimator().equals(name))
        .map(SearchResult::outOfFold).findFirst().orElseGet(() -> labels(models));
    return OutOfFold.of(train, labels, folds(models));
  }

  /// The comparison.
  ///
  /// @param heldOut the held-out rows as they were before they were prepared
  /// @param intervals how far predictions of the best model may be off; empty if nothing tells
  Evaluation evaluation(List<ModelRow> heldOut, List<Trained> models,
      List<Contender> contenders, Optional<Intervals> intervals) {
    double[] predicted = Evaluation.best(contenders).predictedTonnes();
    List<String> types =
        heldOut.stream().map(row -> row.category(Category.PRIMARY_TYPE)).toList();
    double[] areas = heldOut.stream().mapToDouble(ModelRow::area).toArray();
    return new Evaluation(train.features(), models.getFirst().search().plan().seed(),
        train.rows(), test.rows(), BoxCox.of(test.tonnes()),
        TypeErrors.of(types, test.tonnes(), predicted),
        intervals.map(made -> Coverage.of(made, test, predicted, areas)), contenders);
  }

  private Contender single(Trained trained) {
    SearchResult search = trained.search();
    double[] trials = search.trials().stream()
        .mapToDouble(t -> t.state() == Trial.State.COMPLETE ? t.mean() : Double.NaN).toArray();
    return contender(search.plan().estimator(), search.best().mean(), search.best().deviation(),
        trained.model(), trials);
  }

  /// The ensemble is cross-validated from the predictions that its members made for each row while
  /// they were fitted to other folds.
  private Contender ensemble(List<Trained> models) {
    double[] labels = labels(models);
    double[] r2 = folds(models).list().stream().mapToDouble(fold -> r2(fold, labels)).toArray();
    double mean = Arrays.stream(r2).average().orElseThrow();
    double variance = Arrays.stream(r2).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    return contender(ENSEMBLE, mean, Math.sqrt(variance),
        new Mean(models.stream().map(Trained::model).toList()), new double[0]);
  }

  private double[] labels(List<Trained> models) {
    return IntStream.range(0, train.rows())
        .mapToDouble(row -> models.stream()
            .mapToDouble(trained -> trained.search().outOfFold()[row]).average().orElseThrow())
        .toArray();
  }

  private Folds folds(List<Trained> models) {
    SearchPlan plan = models.getFirst().search().plan();
    return Folds.of(train, plan.folds(), plan.seed());
  }

  private double r2(Folds.Fold fold, double[] labels) {
    Scale scale = Scale.of(train.subset(fold.fit()));
    Matrix scored = train.subset(fold.score());
    double[] predicted = IntStream.range(0, fold.score().length)
        .mapToDouble(i -> scale.boxCox(labels[fold.score()[i]], scored.offset()[i])).toArray();
    return Scores.of(BoxCox.of(scored.tonnes()), predicted).r2();
  }

  private Contender contender(
      String name, double cvR2, double cvSd, Regressor model, double[] trials) {
    Scale scale = Scale.of(train);
    double[] labels = model.predict(test.values());
    double[] predicted = IntStream.range(0, test.rows())
        .mapToDouble(i -> scale.boxCox(labels[i], test.offset()[i])).toArray();
    double[] tonnes = DoubleStream.of(predicted).map(BoxCox::inverse).toArray();
    return new Contender(name, cvR2, cvSd, Scores.of(BoxCox.of(test.tonnes()), predicted),
        Scores.of(test.tonnes(), tonnes), predicted, trials);
  }
}
