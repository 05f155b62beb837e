// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.components.train.GatherScreenings.ScreeningsFile;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.LongRunning;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.learn.Search;
import io.carbonflow.learn.SearchFiles;
import io.carbonflow.learn.Trial;

/// The step `complete-trials`.
@About("Scores one shard of a search's best trials on all folds")
@LongRunning
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class CompleteTrials implements Step<CompleteTrials.In, CompleteTrials.Out> {

  /// What the step takes.
  public record In(
      ShardInputs shard,
      @About("the trials of all shards after the first fold, the best of them after the second")
      Value<ScreeningsFile> screenings) {}

  /// What the step gives.
  public record Out(
      @About("the shard's finalists and their scores") Output<CompletionFile> completion) {}

  /// Trials of a search after all folds, with their out-of-fold predictions.
  @FileName("completion.json")
  public record CompletionFile(Path path) implements Artifact.Plain {}

  @Override
  public void run(In in, Out out, Context context) throws InterruptedException {
    Shard shard = in.shard().part();
    Search stages =
        new PlannedSearch(in.shard().estimator().get().step(), in.shard().search(), context).stages();
    List<Trial> finalists = GatherTrials.standing(stages, in.screenings()).finalists();
    List<Trial> own = IntStream.of(shard.of(finalists.size())).mapToObj(finalists::get).toList();
    SearchFiles.write(out.completion().get().path(), stages.finish(own));
    context.console().line("%d of %d finalists scored on all folds"
        .formatted(own.size(), finalists.size()));
  }
}
