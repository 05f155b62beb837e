// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.Run;
import io.carbonflow.kfp.client.RunState;
import io.carbonflow.kfp.step.Commands;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `stop`: has a run stopped.
final class StopCommand implements KubeflowCommand {

  @Override
  public CommandSpec spec(Program program) {
    CommandSpec spec = Options.command("stop", "Stops a run. Tasks that have ended keep their"
        + " results.");
    Options.word(spec, "RUN", "The run's name or id.");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, CliContext around) throws Exception {
    Run run = kubeflow.runs().meant(Options.word(parsed, 0));
    boolean moot = run.state().isFinal() || run.state() == RunState.CANCELING;
    if (!moot) {
      kubeflow.runs().stop(run);
    }
    new KeyValueLines(around.streams().out())
        .line("run", run.name())
        .line("id", run.id())
        .line("result", moot ? "nothing to stop, it is " + run.stateInWords() : "it is being stopped");
    return Commands.OK;
  }
}
