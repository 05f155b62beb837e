// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Experiment;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.step.Commands;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `runs`: the newest runs.
final class RunsCommand implements KubeflowCommand {
  private static final String LIMIT = "--limit";
  private static final int USUAL = 20;

  @Override
  public CommandSpec spec(Program program) {
    CommandSpec spec = Options.command("runs", "Lists runs, the newest first.");
    Options.text(spec, Options.EXPERIMENT, "NAME", "Those of one experiment only.");
    Options.text(spec, LIMIT, "N", "How many at most (default: " + USUAL + ").");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, CliContext around) throws Exception {
    int limit = Options.value(parsed, LIMIT, text -> whole(text, 1, 100_000)).orElse(USUAL);
    Optional<String> name = Options.text(parsed, Options.EXPERIMENT);
    Optional<Experiment> experiment = name.isEmpty() ? Optional.empty()
        : kubeflow.experiments().find(name.get());
    if (name.isPresent() && experiment.isEmpty()) {
      throw new Problem(Place.of(kubeflow.settings().endpoint()),
          "there is no experiment " + name.get(), "check its name");
    }
    new KeyValueLines(around.streams().out()).table(List.of("NAME", "STATE", "CREATED", "DURATION", "ID"),
        kubeflow.runs().newest(experiment, limit).stream().map(run -> List.of(run.name(),
            run.stateInWords(), KeyValueLines.time(run.created()), KeyValueLines.span(run.duration()),
            run.id())).toList());
    return Commands.OK;
  }

  /// A whole number within limits.
  ///
  /// @throws IllegalArgumentException if the text is none
  static int whole(String text, int least, int most) {
    int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a whole number from " + least + " to " + most);
    }
    return number;
  }
}
