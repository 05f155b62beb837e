package io.carbonflow.cli.kubeflow;

import io.carbonflow.kubeflow.Kubeflow;
import io.carbonflow.kubeflow.PipelineVersion;
import io.carbonflow.kubeflow.RecurringRun;
import io.carbonflow.step.Commands;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `schedules`: all schedules.
final class SchedulesCommand implements KubeflowCommand {

  @Override
  public CommandSpec spec() {
    return Options.command("schedules", "Lists schedules by name.");
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, Surroundings around) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (RecurringRun schedule : kubeflow.schedules().all()) {
      rows.add(List.of(schedule.name(), schedule.enabled() ? "enabled" : "paused",
          schedule.trigger().toString(), schedule.pipelineId().isEmpty() ? "-"
              : kubeflow.pipelines().name(schedule.pipelineId()), version(kubeflow, schedule),
          String.valueOf(schedule.maxConcurrency()), schedule.catchup() ? "yes" : "no"));
    }
    new Facts(around.streams().out()).table(
        List.of("NAME", "STATE", "WHEN", "PIPELINE", "VERSION", "AT ONCE", "CATCH-UP"), rows);
    return Commands.OK;
  }

  private static String version(Kubeflow kubeflow, RecurringRun schedule)
      throws InterruptedException {
    return schedule.versionId().isEmpty() ? "latest" : kubeflow.pipelines()
        .versionOf(schedule.pipelineId(), schedule.versionId()).map(PipelineVersion::name)
        .orElse(schedule.versionId());
  }
}
