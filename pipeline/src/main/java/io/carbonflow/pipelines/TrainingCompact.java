// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.step.About;

/// The pipeline `training-compact`: [Training] in one container. For tables of this size Kubeflow
/// takes longer to start ten tasks than they take to run.
@About("Trains, compares and saves models of building emissions, all in one task")
@AutoService(Pipeline.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class TrainingCompact implements Pipeline<Training.Parameters, Training.Results> {

  @Override
  public void check(Training.Parameters p) {
    p.tables().check();
  }

  @Override
  public Optional<Duration> deadline() {
    return ResourceRequests.RUN;
  }

  @Override
  public Training.Results describe(Training.Parameters p, Dag dag) {
    return GuardedRun.guarded(dag, p.notice(), tasks -> Training.failingBelowFloor(
        tasks.task(new Training(), p, ResourceRequests.WHOLE), tasks));
  }
}
