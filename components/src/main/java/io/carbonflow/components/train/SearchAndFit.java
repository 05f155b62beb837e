package io.carbonflow.components.train;

import io.carbonflow.feature.Matrix;
import io.carbonflow.feature.MatrixCsv;
import io.carbonflow.file.WholeFile;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Progress;
import io.carbonflow.learn.Search;
import io.carbonflow.learn.SearchJson;
import io.carbonflow.learn.SearchPlan;
import io.carbonflow.learn.SearchResult;
import io.carbonflow.learn.Trial;
import io.carbonflow.regressor.Regressor;
import io.carbonflow.regressor.StoredRegressor;
import io.carbonflow.step.Context;
import io.carbonflow.step.ParameterType;
import io.carbonflow.table.Csv;
import java.util.Locale;
import java.util.stream.Collectors;

/// What every train step does: search, then fit the best trial to all training rows.
///
/// @param estimator what is trained
/// @param in the step's inputs
/// @param out its outputs
/// @param context threads, log and progress
record SearchAndFit(Estimator estimator, SearchInputs in, SearchOutputs out, Context context) {

  void run() throws InterruptedException {
    Matrix train = MatrixCsv.read(Csv.read(in.train().get().path()));
    SearchPlan plan = new SearchPlan(in.search().get(), in.iterations().get(), in.folds().get(),
        in.seed().get(), in.halving().get());
    SearchResult result =
        new Search(estimator, train, plan, context.workers(), progress()).run();
    Trial best = result.bestTrial();
    Regressor model = context.workers().one(
        () -> Estimators.fit(estimator, best.chosen(), train, plan.seed()));
    write(result, model);
    context.console().line(String.format(Locale.ROOT,
        "best of %d trials (%d on all folds): R² %.3f ± %.3f with %s", result.trials().size(),
        result.trials().stream().filter(t -> t.state() == Trial.State.COMPLETE).count(),
        best.r2().mean(), best.r2().sd(), words(best)));
  }

  private void write(SearchResult result, Regressor model) {
    Trial best = result.bestTrial();
    SearchJson.write(result, out.result().get().path());
    SearchJson.writeTrials(result, out.trials().get().path());
    WholeFile.write(out.model().get().path(), stream -> stream.write(StoredRegressor.bytes(model)));
    WholeFile.write(out.metrics().get().path(), String.format(Locale.ROOT,
        "{\"cv_r2\": %s, \"cv_r2_sd\": %s}%n", best.r2().mean(), best.r2().sd()));
    out.metrics().note("cv_r2", best.r2().mean());
    out.metrics().note("cv_r2_sd", best.r2().sd());
    out.cvR2().set(best.r2().mean());
  }

  private Progress progress() {
    return (done, total, best) -> context.console().progress(estimator.name(), done, total,
        best == Double.NEGATIVE_INFINITY ? "" : String.format(Locale.ROOT, "R² %.3f", best));
  }

  private static String words(Trial trial) {
    return trial.chosen().values().entrySet().stream()
        .map(entry -> entry.getKey() + " " + (entry.getValue() instanceof Double number
            ? String.format(Locale.ROOT, "%.4g", number)
            : ParameterType.format(entry.getValue())))
        .collect(Collectors.joining(", "));
  }
}
