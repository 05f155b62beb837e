// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.closegroup;

import com.google.auto.service.AutoService;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;

/// The step `close-group`. Kubeflow counts whether all tasks of a group have ended when a container
/// in it ends (`UpdateDAGExecutionsState` of backend/src/v2/metadata/client.go at 2.17, called by the
/// launcher alone). Where the last thing in a group is a condition that does not hold, no container
/// ends after it, and the group stays running forever. This step beside the condition is that
/// container.
@About("Does nothing, next to a condition; Kubeflow reports a group as running forever where the last"
    + " thing in it is a condition that does not hold")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class CloseGroup implements Step<CloseGroup.In, CloseGroup.Out> {

  /// What the step takes.
  public record In(@About("what the condition next to this step tests") Value<Boolean> holds) {}

  /// The step gives nothing.
  public record Out() {}

  @Override
  public void run(In in, Out out, Context context) {
    context.console().line(in.holds().get() ? "the condition holds" : "the condition does not hold");
  }
}
