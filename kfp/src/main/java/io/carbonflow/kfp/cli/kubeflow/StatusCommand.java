// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Diagnosis;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.PipelineVersion;
import io.carbonflow.kfp.client.Run;
import io.carbonflow.kfp.client.RunStatus;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.workflow.TaskState;
import io.carbonflow.kfp.workflow.WorkflowTask;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `status`: how a run is getting on.
final class StatusCommand implements KubeflowCommand {

  @Override
  public CommandSpec spec(Program program) {
    CommandSpec spec = Options.command("status", "Shows a run and its tasks.");
    Options.word(spec, "RUN", "The run's name or id.");
    Waiting.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, CliContext around) throws Exception {
    Optional<Waiting> waiting = Waiting.of(parsed);
    Run run = kubeflow.runs().meant(Options.word(parsed, 0));
    if (waiting.isPresent()) {
      return waiting.get().follow(run, kubeflow, around);
    }
    RunStatus status = kubeflow.status(run);
    Optional<Diagnosis> why = Diagnosis.of(status, kubeflow.logs());
    head(status, why, kubeflow, around);
    List<WorkflowTask> shown = status.tasks().all().stream()
        .filter(task -> task.state() != TaskState.OMITTED).toList();
    if (!status.tasks().all().isEmpty()) {
      PrintStream out = around.streams().out();
      out.println();
      new KeyValueLines(out).table(List.of("TASK", "STATE", "STARTED", "DURATION"),
          shown.stream().map(StatusCommand::row).toList());
      TaskLines.omitted(status).ifPresent(out::println);
      TaskLines.end(why).forEach(out::println);
    }
    return Commands.OK;
  }

  private static void head(
      RunStatus status, Optional<Diagnosis> why, Kubeflow kubeflow, CliContext around)
      throws InterruptedException {
    Run run = status.run();
    KeyValueLines facts = new KeyValueLines(around.streams().out())
        .line("run", run.name())
        .line("id", run.id())
        .line("state", status.stateInWords(around.clock().instant()));
    status.tasks().waiting().forEach(task ->
        facts.line("waits", task.label() + ": " + task.message()));
    why.ifPresent(found -> facts
        .line("failed task", found.task()).line("message", found.message()));
    Optional<PipelineVersion> version = run.versionId().isEmpty() ? Optional.empty()
        : kubeflow.pipelines().versionOf(run.pipelineId(), run.versionId());
    facts.line("pipeline", run.pipelineId().isEmpty() ? "-"
            : kubeflow.pipelines().name(run.pipelineId()))
        .line("version", version.map(PipelineVersion::name).orElse("-"))
        .line("experiment", kubeflow.experiments().name(run.experimentId()))
        .line("created", KeyValueLines.time(run.created()))
        .line("finished", KeyValueLines.time(status.finished()))
        .line("page", kubeflow.page(run));
  }

  private static List<String> row(WorkflowTask task) {
    Optional<Duration> took = task.started().flatMap(
        from -> task.finished().map(to -> Duration.between(from, to)));
    return List.of(task.label(), task.state().toString(), KeyValueLines.time(task.started()),
        KeyValueLines.span(took));
  }
}
