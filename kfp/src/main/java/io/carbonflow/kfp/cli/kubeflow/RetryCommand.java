// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.Run;
import io.carbonflow.kfp.step.Commands;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `retry`: has a run go on from the tasks that have failed.
final class RetryCommand implements KubeflowCommand {

  @Override
  public CommandSpec spec(Program program) {
    CommandSpec spec = Options.command("retry", "Runs the failed tasks of a run again, and those"
        + " after them.");
    Options.word(spec, "RUN", "The run's name or id.");
    Waiting.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, CliContext around) throws Exception {
    Optional<Waiting> waiting = Waiting.of(parsed);
    Run run = kubeflow.runs().meant(Options.word(parsed, 0));
    boolean moot = switch (run.state()) {
      case FAILED, CANCELED -> false;
      case CANCELING -> throw new Problem(Place.of("run " + run.name()), "is being stopped",
          "retry it when it has ended");
      case PENDING, RUNNING, PAUSED, SUCCEEDED, SKIPPED, UNKNOWN -> true;
    };
    if (!moot) {
      kubeflow.runs().retry(run);
    }
    new KeyValueLines(around.streams().out())
        .line("run", run.name())
        .line("id", run.id())
        .line("result", moot ? "nothing to retry, it is " + run.state() : "it goes on")
        .line("page", kubeflow.page(run));
    if (!moot) {
      // Argo keeps the node of an exit handler that has run.
      around.streams().err().println("An exit handler that has run does not run again: no message is"
          + " sent when the run ends now" + (waiting.isPresent() ? "."
              : "; " + kubeflow.hints().kubeflow("status " + run.id() + " --wait") + " follows it."));
    }
    return waiting.isEmpty() ? Commands.OK : waiting.get().follow(run, kubeflow, around);
  }
}
