// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.client.Diagnosis;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.Run;
import io.carbonflow.kfp.client.RunState;
import io.carbonflow.kfp.client.RunStatus;
import io.carbonflow.kfp.client.RunWatch;
import io.carbonflow.kfp.client.Span;
import io.carbonflow.kfp.step.Commands;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The options `--wait` and `--timeout`: follows a run to its end, which decides the exit code.
///
/// @param limit how long, if there is a limit
record Waiting(Optional<Duration> limit) {
  private static final String WAIT = "--wait";
  private static final String TIMEOUT = "--timeout";

  static void addTo(CommandSpec spec) {
    Options.flag(spec, WAIT, "Follow the run to its end. Exit code 0 is for SUCCEEDED alone. Ctrl-C"
        + " ends the following, not the run.");
    Options.text(spec, TIMEOUT, "TIME", "With --wait: how long at most, such as 90m (default: no"
        + " limit).");
  }

  /// What the options say; empty if nothing is waited for.
  static Optional<Waiting> of(ParseResult parsed) {
    Optional<Duration> limit = Options.span(parsed, TIMEOUT);
    if (Options.flag(parsed, WAIT)) {
      return Optional.of(new Waiting(limit));
    }
    limit.ifPresent(_ -> {
      throw Options.wrong(parsed, TIMEOUT + ": has no meaning without " + WAIT);
    });
    return Optional.empty();
  }

  /// Follows a run.
  ///
  /// @return the exit code
  /// @throws Problem if it has ended otherwise than well, or not in time
  int follow(Run run, Kubeflow kubeflow, CliContext around) throws InterruptedException {
    PrintStream err = around.streams().err();
    Thread goodbye = Thread.ofPlatform().unstarted(() -> err.println(
        "Stopped watching. Run " + run.name() + " goes on: " + kubeflow.page(run)));
    Runtime.getRuntime().addShutdownHook(goodbye);
    RunStatus ended;
    try {
      ended = new RunWatch(kubeflow, err::println).until(run, limit);
    } finally {
      forget(goodbye);
    }
    String state = ended.stateInWords(around.clock().instant());
    new KeyValueLines(around.streams().out()).line("state", state)
        .line("duration", KeyValueLines.span(ended.duration()));
    if (ended.state() == RunState.SUCCEEDED) {
      return Commands.OK;
    }
    throw ended.state().isFinal() ? failure(ended, state, kubeflow, err)
        : new Problem(Place.of("run " + run.name()), "has not ended within "
            + limit.map(Span::of).orElseThrow() + " and goes on",
            "follow it: " + kubeflow.hints().kubeflow("status " + run.id() + " " + WAIT));
  }

  /// Why a run has ended otherwise than well; what was not run, and the end of the failed task's log,
  /// are shown before.
  private static Problem failure(RunStatus status, String state, Kubeflow kubeflow, PrintStream err)
      throws InterruptedException {
    Optional<Diagnosis> why = Diagnosis.of(status, kubeflow.logs());
    TaskLines.omitted(status).ifPresent(err::println);
    TaskLines.end(why).forEach(err::println);
    return new Problem(Place.of("run " + status.run().name()),
        "has ended as " + state + why.map(found -> "; task " + found.task() + " failed: "
            + found.message()).orElse(""), "see " + kubeflow.page(status.run()));
  }

  private static void forget(Thread goodbye) {
    try {
      Runtime.getRuntime().removeShutdownHook(goodbye);
    } catch (IllegalStateException _) {
      // The program is being ended, and the hook has its say.
    }
  }
}
