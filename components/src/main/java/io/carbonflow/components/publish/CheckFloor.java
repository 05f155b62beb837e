// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import com.google.auto.service.AutoService;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;

/// The step `check-floor`, the last one of a training. The step `publish` ends well whatever it
/// decides, because Kubeflow keeps no report of a step that fails; this one ends the run. It runs
/// after every training, and not under a condition: a group of tasks that ends with a condition that
/// does not hold is never complete on Kubeflow.
@About("Fails the run if the new model is below the floor")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class CheckFloor implements Step<CheckFloor.In, CheckFloor.Out> {

  /// What the step takes.
  public record In(
      @About("the decision about the new model") Value<Decision> decision,
      @About("the reason for the decision") Value<String> reason) {}

  /// The step gives nothing.
  public record Out() {}

  @Override
  public void run(In in, Out out, Context context) {
    if (in.decision().get() == Decision.BELOW_FLOOR) {
      throw new Problem(Place.of("verdict"), in.reason().get(),
          "see the report of the task before this one");
    }
    context.console().line("the model is not below the floor");
  }
}
