package io.carbonflow.components.evaluate;

import io.carbonflow.feature.BoxCox;
import io.carbonflow.feature.Matrix;
import io.carbonflow.feature.Scale;
import io.carbonflow.learn.OutOfFold;
import io.carbonflow.learn.Scores;
import io.carbonflow.learn.SearchResult;
import io.carbonflow.learn.Spread;
import io.carbonflow.learn.Trial;
import io.carbonflow.regressor.Mean;
import io.carbonflow.regressor.Regressor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Scores models and their equal-weight ensemble.
final class Scoring {
  /// The name of the ensemble among the models.
  static final String ENSEMBLE = "ensemble";

  private Scoring() {}

  /// Scores all on the held-out rows.
  ///
  /// @param types the property type of each held-out row
  static Evaluation of(
      Matrix train, Matrix test, List<String> types, List<Trained> models) {
    List<Contender> contenders = new ArrayList<>();
    for (Trained trained : models) {
      Trial best = trained.search().bestTrial();
      contenders.add(contender(trained.search().estimator(), best.foldR2(), trained.model(),
          progress(trained.search()), train, test));
    }
    double[] outOfFold = OutOfFold.mean(
        models.stream().map(trained -> trained.search().outOfFold()).toList());
    contenders.add(contender(ENSEMBLE,
        OutOfFold.r2(train, models.getFirst().search().plan(), outOfFold),
        new Mean(models.stream().map(Trained::model).toList()), new double[0], train, test));
    double[] actual = DoubleStream.of(test.tonnes()).map(BoxCox::of).toArray();
    List<TypeErrors> errors = TypeErrors.of(types, test.tonnes(), DoubleStream.of(
        Evaluation.best(contenders).predicted()).map(BoxCox::inverse).toArray());
    return new Evaluation(train.features(), models.getFirst().search().plan().seed(),
        train.rows(), test.rows(), actual, errors, contenders);
  }

  private static Contender contender(String name, List<Double> foldR2, Regressor model,
      double[] trials, Matrix train, Matrix test) {
    Scale scale = Scale.of(train);
    double[] labels = model.predict(test.values());
    double[] boxCox = IntStream.range(0, test.rows())
        .mapToDouble(i -> scale.boxCox(labels[i], test.offset()[i])).toArray();
    double[] tonnes = DoubleStream.of(boxCox).map(BoxCox::inverse).toArray();
    double[] actual = DoubleStream.of(test.tonnes()).map(BoxCox::of).toArray();
    Spread folds = Spread.of(foldR2);
    return new Contender(name, folds.mean(), folds.sd(), Scores.of(actual, boxCox),
        Scores.of(test.tonnes(), tonnes), boxCox, trials);
  }

  private static double[] progress(SearchResult search) {
    return search.trials().stream()
        .mapToDouble(trial ->
            trial.state() == Trial.State.COMPLETE ? trial.r2().mean() : Double.NaN)
        .toArray();
  }
}
