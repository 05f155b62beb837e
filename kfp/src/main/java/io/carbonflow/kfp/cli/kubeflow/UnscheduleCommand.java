// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.RecurringRun;
import io.carbonflow.kfp.step.Commands;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `unschedule`: removes a schedule.
final class UnscheduleCommand implements KubeflowCommand {

  @Override
  public CommandSpec spec(Program program) {
    CommandSpec spec = Options.command("unschedule", "Removes a schedule. Its runs stay.");
    Options.word(spec, "NAME", "The schedule's name.");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, CliContext around) throws Exception {
    String name = Options.word(parsed, 0);
    List<RecurringRun> there = kubeflow.schedules().named(name);
    for (RecurringRun schedule : there) {
      kubeflow.schedules().delete(schedule);
    }
    new KeyValueLines(around.streams().out())
        .line("schedule", name)
        .line("result", there.isEmpty() ? "there is none" : "removed");
    return Commands.OK;
  }
}
