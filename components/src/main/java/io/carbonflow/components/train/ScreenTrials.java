// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.LongRunning;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.learn.Screening;
import io.carbonflow.learn.Search;
import io.carbonflow.learn.SearchFiles;

/// The step `screen-trials`.
@About("Scores one shard of a search's trials on the first fold")
@LongRunning
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class ScreenTrials implements Step<ShardInputs, ScreenTrials.Out> {

  /// What the step gives.
  public record Out(@About("the shard's trials and their scores") Output<ScreeningFile> screening) {}

  /// Some trials of a search after the first fold: those of one shard.
  @FileName("screening.json")
  public record ScreeningFile(Path path) implements Artifact.Plain {}

  @Override
  public void run(ShardInputs in, Out out, Context context) throws InterruptedException {
    Shard shard = in.part();
    Search stages = new PlannedSearch(in.estimator().get().step(), in.search(), context).stages();
    Screening screening = stages.screen(shard.of(stages.trials()));
    SearchFiles.write(out.screening().get().path(), screening);
    context.console().line("%d of %d trials scored on the first fold"
        .formatted(screening.trials().size(), stages.trials()));
  }
}
