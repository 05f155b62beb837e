// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.components.prepare.PreparedRows;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.ProgressListener;
import io.carbonflow.learn.Search;
import io.carbonflow.learn.SearchFiles;
import io.carbonflow.learn.SearchPlan;
import io.carbonflow.learn.SearchResult;
import io.carbonflow.learn.Trial;
import io.carbonflow.learn.TrialsTable;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.StoredRegressor;

/// A search as a step's inputs ask for it: what it is made of, and how its result is kept.
final class PlannedSearch {
  private final Dataset train;
  private final OptionalInt landmarks;
  private final Search search;
  private final Context context;

  /// @param step the estimator whose hyperparameters are searched
  /// @param in the step's inputs
  /// @param context threads, log and progress
  PlannedSearch(TrainStep step, SearchInputs in, Context context) {
    this.context = context;
    train = TrainingData.of(PreparedRows.read(in.train().get().path()));
    new SearchMemory(train.rows(), in.folds().get(), context.workers().threads())
        .require(step.estimator(), "step " + step.estimator().name(), Runtime.getRuntime().maxMemory());
    landmarks = step.estimator().landmarks(train.rows());
    landmarks.ifPresent(count -> context.console().line(String.format(Locale.ROOT,
        "%,d training rows are too many for an exact fit: up to %,d of them stand for all", train.rows(), count)));
    var plan = new SearchPlan(step.estimator().name(), train.name(), in.search().get(),
        in.iterations().get(), in.folds().get(), in.seed().get(), in.halving().get());
    search = new Search(
        plan, step.estimator(), step.space(), train, context.workers(), this::tell);
  }

  /// The search's stages.
  Search stages() {
    return search;
  }

  /// How many training rows there are.
  int rows() {
    return train.rows();
  }

  /// What every train step does: all stages, then [#keep].
  void run(SearchOutputs out) throws InterruptedException {
    keep(search.run(), out);
  }

  /// Fits the best trial to all training rows and writes everything.
  void keep(SearchResult result, SearchOutputs out) throws InterruptedException {
    write(result, search.refit(result), out);
    context.console().line(verdict(result));
  }

  private void write(SearchResult result, Regressor model, SearchOutputs out) {
    double mean = result.best().mean();
    double deviation = result.best().deviation();
    SearchFiles.write(out.searchResult().get().path(), result);
    TrialsTable.write(out.trials().get().path(), result);
    AtomicFile.write(out.fittedModel().get().path(),
        stream -> stream.write(StoredRegressor.bytes(model)));
    String approximation = landmarks.isPresent() ? ", \"landmarks\": " + landmarks.getAsInt() : "";
    AtomicFile.write(out.searchMetrics().get().path(),
        "{\"cv_r2\": " + mean + ", \"cv_r2_sd\": " + deviation + approximation + "}\n");
    out.searchMetrics().logMetric("cv_r2", mean);
    out.searchMetrics().logMetric("cv_r2_sd", deviation);
    landmarks.ifPresent(count -> out.searchMetrics().logMetric("landmarks", count));
    out.cvR2().set(mean);
  }

  private void tell(ProgressListener.State state) {
    String note = state.best() == Double.NEGATIVE_INFINITY ? ""
        : String.format(Locale.ROOT, "R² %.3f", state.best());
    context.console().progress(state.model(), "fits", state.done(), state.total(), note);
  }

  private static String verdict(SearchResult result) {
    long complete = result.trials().stream()
        .filter(trial -> trial.state() == Trial.State.COMPLETE).count();
    return String.format(Locale.ROOT,
        "best trial of %d (%d on all folds): R² %.3f ± %.3f with %s", result.trials().size(),
        complete, result.best().mean(), result.best().deviation(),
        result.best().hyperparameters().words());
  }

}
