// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.PipelineVersion;
import io.carbonflow.kfp.client.RecurringRun;
import io.carbonflow.kfp.client.Run;
import io.carbonflow.kfp.client.RunStatus;
import io.carbonflow.kfp.client.ScheduleStatus;
import io.carbonflow.kfp.step.Commands;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `schedules`: all schedules, and how they are getting on.
final class SchedulesCommand implements KubeflowCommand {
  private static final String NONE = "-";

  @Override
  public CommandSpec spec(Program program) {
    return Options.command("schedules", "Lists schedules by name, with their last and their next"
        + " start, and says which has not started when it should have, or whose last run has failed"
        + " or does not get on.", "Times are in UTC. Cron expressions are reckoned in UTC too, unless"
        + " CRON_SCHEDULE_TIMEZONE names the cluster's time zone.");
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, CliContext around) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    List<List<String>> starts = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (RecurringRun schedule : kubeflow.schedules().all()) {
      ScheduleStatus status = kubeflow.status(schedule, around.clock().instant());
      rows.add(row(kubeflow, schedule));
      starts.add(start(status));
      status.problems().forEach(problem -> problems.add(problem.getMessage()));
    }
    PrintStream out = around.streams().out();
    KeyValueLines facts = new KeyValueLines(out);
    facts.table(
        List.of("NAME", "STATE", "WHEN", "PIPELINE", "VERSION", "AT ONCE", "CATCH-UP"), rows);
    if (!rows.isEmpty()) {
      out.println();
      facts.table(List.of("NAME", "NEXT START", "LAST START", "LAST RUN", "ITS STATE"), starts);
    }
    if (!problems.isEmpty()) {
      out.println();
      problems.forEach(out::println);
    }
    return Commands.OK;
  }

  private static List<String> row(Kubeflow kubeflow, RecurringRun schedule)
      throws InterruptedException {
    return List.of(schedule.name(), schedule.enabled() ? "enabled" : "paused",
        schedule.trigger().toString(), schedule.pipelineId().isEmpty() ? NONE
            : kubeflow.pipelines().name(schedule.pipelineId()), version(kubeflow, schedule),
        String.valueOf(schedule.maxConcurrency()), schedule.catchup() ? "yes" : "no");
  }

  private static List<String> start(ScheduleStatus status) {
    Optional<Run> last = status.last().map(RunStatus::run);
    return List.of(status.schedule().name(),
        status.overdue().isPresent() ? "overdue" : KeyValueLines.time(status.next()),
        KeyValueLines.time(last.flatMap(Run::created)), last.map(Run::name).orElse(NONE),
        status.last().map(one -> one.state().toString()).orElse(NONE));
  }

  private static String version(Kubeflow kubeflow, RecurringRun schedule)
      throws InterruptedException {
    return schedule.versionId().isEmpty() ? "latest" : kubeflow.pipelines()
        .versionOf(schedule.pipelineId(), schedule.versionId()).map(PipelineVersion::name)
        .orElse(schedule.versionId());
  }
}
