// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.RecurringRun;
import io.carbonflow.kfp.step.Commands;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `pause` and `resume`: whether a schedule starts runs.
///
/// @param name the command's name
/// @param enabled whether it does afterwards
/// @param done what a schedule is afterwards
/// @param description what the command does
record SwitchCommand(String name, boolean enabled, String done, String description)
    implements KubeflowCommand {

  static SwitchCommand pause() {
    return new SwitchCommand("pause", false, "paused",
        "Keeps a schedule from starting runs. Runs that are on their way go on.");
  }

  static SwitchCommand resume() {
    return new SwitchCommand("resume", true, "resumed", "Lets a paused schedule start runs again.");
  }

  @Override
  public CommandSpec spec(Program program) {
    CommandSpec spec = Options.command(name, description);
    Options.word(spec, "NAME", "The schedule's name.");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, CliContext around) throws Exception {
    String schedule = Options.word(parsed, 0);
    List<RecurringRun> there = kubeflow.schedules().named(schedule);
    if (there.isEmpty()) {
      throw new Problem(Place.of(kubeflow.settings().endpoint()),
          "there is no schedule " + schedule, kubeflow.hints().kubeflow("schedules") + " lists them");
    }
    boolean changed = false;
    for (RecurringRun one : there) {
      if (one.enabled() != enabled) {
        kubeflow.schedules().enable(one, enabled);
        changed = true;
      }
    }
    new KeyValueLines(around.streams().out())
        .line("schedule", schedule)
        .line("result", changed ? done : "unchanged")
        .line("state", enabled ? "enabled" : "paused");
    return Commands.OK;
  }
}
