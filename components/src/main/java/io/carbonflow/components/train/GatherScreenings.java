// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.components.train.ScreenTrials.ScreeningFile;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.LongRunning;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.learn.Screening;
import io.carbonflow.learn.ScreeningResult;
import io.carbonflow.learn.Search;
import io.carbonflow.learn.SearchFiles;

/// The step `gather-screenings`: Kubeflow hands a list of files to a task, but never into a loop, so
/// what the next loop takes has to be one file. Which trials go on takes all of them, so it is found out here, too.
@About("Combines the shards of a search after the first fold, and scores the best trials on the second")
@LongRunning
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class GatherScreenings implements Step<GatherScreenings.In, GatherScreenings.Out> {

  /// What the step takes.
  public record In(
      SearchInputs search,
      @About("the estimator whose hyperparameters are searched") Value<EstimatorName> estimator,
      @About("the trials of each shard after the first fold")
      Value<List<ScreeningFile>> screenings) {}

  /// What the step gives.
  public record Out(
      @About("the trials of all shards after the first fold, the best of them after the second")
      Output<ScreeningsFile> allScreenings) {}

  /// All trials of a search after the first fold, the best of them after the second.
  @FileName("screenings.json")
  public record ScreeningsFile(Path path) implements Artifact.Plain {}

  @Override
  public void run(In in, Out out, Context context) throws InterruptedException {
    Search stages = new PlannedSearch(in.estimator().get().step(), in.search(), context).stages();
    List<Screening> shards = in.screenings().get().stream()
        .map(file -> SearchFiles.readScreening(file.path())).toList();
    ScreeningResult standing = stages.promote(stages.standing(shards));
    // Asked for before anything is written: if no trial is left, the step fails here.
    int finalists = standing.finalists().size();
    SearchFiles.write(out.allScreenings().get().path(), new Screening(standing.plan(), standing.screened()));
    context.console().line("%d trials of %d shards gathered; %d promoted to all folds".formatted(
        standing.screened().size(), shards.size(), finalists));
  }
}
