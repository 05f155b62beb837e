// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.fail;

import com.google.auto.service.AutoService;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;

/// The step `fail`. A step that judges ends well, with its verdict as an output, because Kubeflow
/// keeps no report of one that fails. Where the verdict has to end the run and no later step takes
/// it as an input, as the clean step does, this step ends it, under a condition.
@About("Ends the run as failed")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Fail implements Step<Fail.In, Fail.Out> {

  /// What the step takes.
  public record In(@About("why the run fails") Value<String> reason) {}

  /// The step gives nothing.
  public record Out() {}

  @Override
  public void run(In in, Out out, Context context) {
    throw new Problem(Place.of("verdict"), in.reason().get(),
        "see the report of the task before this one");
  }
}
