// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.components.train.CompleteTrials.CompletionFile;
import io.carbonflow.components.train.GatherScreenings.ScreeningsFile;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.LongRunning;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.learn.FullCrossValidation;
import io.carbonflow.learn.ScreeningResult;
import io.carbonflow.learn.Search;
import io.carbonflow.learn.SearchFiles;

/// The step `gather-trials`.
@About("Combines the shards of a search and fits the best trial, as a single train step would")
@LongRunning
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class GatherTrials implements Step<GatherTrials.In, SearchOutputs> {

  /// What the step takes.
  public record In(
      SearchInputs search,
      @About("the estimator whose hyperparameters are searched") Value<EstimatorName> estimator,
      @About("the trials of all shards after the first fold, the best of them after the second")
      Value<ScreeningsFile> screenings,
      @About("the finalists of all shards after all folds")
      Value<List<CompletionFile>> completions) {}

  @Override
  public void run(In in, SearchOutputs out, Context context) throws InterruptedException {
    var planned = new PlannedSearch(in.estimator().get().step(), in.search(), context);
    ScreeningResult standing = standing(planned.stages(), in.screenings());
    planned.keep(standing.result(in.completions().get().stream()
        .map(file -> completion(file.path(), planned.rows())).toList()), out);
  }

  private static FullCrossValidation completion(Path file, int rows) {
    FullCrossValidation completion = SearchFiles.readCompletion(file);
    for (FullCrossValidation.Finalist finalist : completion.finalists()) {
      int labels = finalist.outOfFold().length;
      if (labels > 0 && labels != rows) {
        throw new Problem(Place.of(file), "has predictions of " + labels
            + " training rows where there are " + rows,
            "name the training rows that the shards were given");
      }
    }
    return completion;
  }

  /// All trials after the first fold, the best of them after the second.
  static ScreeningResult standing(Search stages, Value<ScreeningsFile> screenings) {
    return stages.standing(List.of(SearchFiles.readScreening(screenings.get().path())));
  }
}
