// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import com.google.auto.service.AutoService;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.RunVariable;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;

/// A pipeline for tests whose task is told what its run is called.
@About("Signs with the run's name")
public final class Signed implements Pipeline<Signed.Parameters, Signed.Sign.Out> {

  /// The pipeline takes nothing.
  public record Parameters() {}

  @Override
  public Sign.Out describe(Parameters p, Dag dag) {
    return dag.task(new Sign(), new Sign.In(
        new Value.OfRun(RunVariable.NAME), new Value.OfRun(RunVariable.ID)));
  }

  /// Signs.
  @About("Signs")
  @AutoService(Step.class)
  @SuppressWarnings("rawtypes")
  public static final class Sign implements Step<Sign.In, Sign.Out> {
    /// What the run is called.
    public record In(@About("the run's name") Value<String> name, @About("its id") Value<String> id) {}

    /// Both.
    public record Out(@About("both") Output<String> signature) {}

    @Override
    public void run(In in, Out out, Context context) {
      out.signature().set(in.name().get() + " " + in.id().get());
    }
  }
}
