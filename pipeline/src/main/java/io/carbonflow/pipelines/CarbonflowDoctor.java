// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import io.carbonflow.components.fail.Fail;
import io.carbonflow.components.notify.Notice;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Value;

/// The pipeline of the doctor's test message. It fails on purpose: the message goes the way that the
/// message of a failure goes. It is not a service, as it is neither compiled to a file nor uploaded.
@About("Fails on purpose, to test the webhook")
public final class CarbonflowDoctor
    implements Pipeline<CarbonflowDoctor.Parameters, CarbonflowDoctor.Results> {

  /// A run has no parameters.
  public record Parameters() {}

  /// A run gives nothing.
  public record Results() {}

  @Override
  public Results describe(Parameters p, Dag dag) {
    return GuardedRun.guarded(dag, Value.of(Notice.ALWAYS), tasks -> {
      tasks.task("test-message", new Fail(), new Fail.In(Value.of("this is a test message of"
          + " ./carbonflow kubeflow doctor, and nothing is wrong")), ResourceRequests.TINY);
      return new Results();
    });
  }
}
