package io.carbonflow.cli.kubeflow;

import io.carbonflow.kubeflow.Diagnosis;
import io.carbonflow.kubeflow.Kubeflow;
import io.carbonflow.kubeflow.PipelineVersion;
import io.carbonflow.kubeflow.Run;
import io.carbonflow.kubeflow.RunState;
import io.carbonflow.kubeflow.RunTasks;
import io.carbonflow.kubeflow.TaskDetail;
import io.carbonflow.step.Commands;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `status`: how a run is getting on.
final class StatusCommand implements KubeflowCommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("status", "Shows a run and its tasks.");
    Options.word(spec, "RUN", "The run's name or id.");
    Waiting.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, Surroundings around) throws Exception {
    Optional<Waiting> waiting = Waiting.of(parsed);
    Run run = kubeflow.runs().meant(Options.word(parsed, 0));
    if (waiting.isPresent()) {
      return waiting.get().follow(run, kubeflow, around);
    }
    Optional<PipelineVersion> version = run.versionId().isEmpty() ? Optional.empty()
        : kubeflow.pipelines().versionOf(run.pipelineId(), run.versionId());
    RunTasks tasks = RunTasks.of(run, version.map(RunTasks::names).orElse(Set.of()));
    Facts facts = new Facts(around.streams().out())
        .line("run", run.name())
        .line("id", run.id())
        .line("state", run.state());
    if (run.state() == RunState.FAILED) {
      Diagnosis.of(run, tasks, kubeflow.logs()).ifPresent(why -> facts
          .line("failed task", why.task()).line("message", why.message()));
    }
    facts.line("pipeline", run.pipelineId().isEmpty() ? "-"
            : kubeflow.pipelines().name(run.pipelineId()))
        .line("version", version.map(PipelineVersion::name).orElse("-"))
        .line("experiment", kubeflow.experiments().name(run.experimentId()))
        .line("created", Facts.time(run.created()))
        .line("finished", Facts.time(run.finished()))
        .line("page", kubeflow.page(run));
    if (!tasks.all().isEmpty()) {
      around.streams().out().println();
      facts.table(List.of("TASK", "STATE", "STARTED", "DURATION"),
          tasks.all().stream().map(StatusCommand::row).toList());
    }
    return Commands.OK;
  }

  private static List<String> row(TaskDetail task) {
    Optional<Duration> took = task.started().flatMap(
        from -> task.finished().map(to -> Duration.between(from, to)));
    return List.of(task.name(), task.state().toString(), Facts.time(task.started()),
        Facts.span(took));
  }
}
