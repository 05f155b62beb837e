// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.verify;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.PipelineDeclaration;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.run.JvmLauncher;
import io.carbonflow.kfp.run.LocalRunner;
import io.carbonflow.kfp.run.TaskFailure;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.whole.WholePipeline;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.pipelines.Training;

/// Trains a bundle again, in this JVM.
///
/// @param workers the threads that compute
/// @param consoles makes the console of a task from its name
public record Retraining(Workers workers, Function<String, Console> consoles) {
  private static final String PROGRAM = "carbonflow";

  /// Runs the whole training: tables, searches, choice, intervals. Nothing is published.
  ///
  /// @param parameters those of the pipeline `training`
  /// @param folder where the run is
  /// @return the bundle that it gives
  /// @throws Problem if a task fails
  /// @throws InterruptedException if the thread is interrupted
  public Bundle run(Map<String, String> parameters, Path folder) throws InterruptedException {
    var programs = WholePipeline.programs(PROGRAM, Declaration.all(), List.<PipelineDeclaration>of());
    try {
      LocalRunner.Results results = new LocalRunner(new JvmLauncher(programs, workers), consoles)
          .run(Compiler.compileAsTask(new Training(), StepImage.local(PROGRAM)), parameters, folder, false);
      return Bundle.load(results.artifacts().get("bundle").path());
    } catch (TaskFailure e) {
      throw new Problem(e.getMessage(), e);
    }
  }
}
