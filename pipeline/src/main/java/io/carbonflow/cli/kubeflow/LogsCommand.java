package io.carbonflow.cli.kubeflow;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.kubeflow.Kubeflow;
import io.carbonflow.kubeflow.Run;
import io.carbonflow.kubeflow.Workflow;
import io.carbonflow.step.Commands;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `logs`: what a task has logged.
final class LogsCommand implements KubeflowCommand {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command("logs", "Shows the log of a task: of all its attempts, and"
        + " of all rounds of a loop.");
    Options.word(spec, "RUN", "The run's name or id.");
    Options.word(spec, "TASK", "The task's name.");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, Surroundings around) throws Exception {
    Run run = kubeflow.runs().meant(Options.word(parsed, 0));
    String task = Options.word(parsed, 1);
    Workflow workflow = kubeflow.logs().workflow(run).orElseThrow(() -> new Problem(
        Place.of("run " + run.name()), "the server does not say which pods it has"
            + " (apis/v1beta1/runs)", "see its page, " + kubeflow.page(run)));
    List<Workflow.Node> pods = workflow.pods(task);
    if (pods.isEmpty()) {
      throw new Problem(Place.of("run " + run.name()), "no pod was started for a task " + task,
          "./carbonflow kubeflow status " + run.id() + " lists its tasks");
    }
    for (Workflow.Node pod : pods) {
      if (pods.size() > 1) {
        around.streams().err().println("Pod " + pod.pod() + ":");
      }
      String log = kubeflow.logs().read(run, workflow, pod);
      around.streams().out().print(log.isEmpty() || log.endsWith("\n") ? log : log + "\n");
    }
    return Commands.OK;
  }
}
