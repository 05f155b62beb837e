package io.carbonflow.kubeflow;

import io.carbonflow.fault.Problem;
import io.carbonflow.workflow.LogLines;
import java.util.List;
import java.util.Optional;

/// Why a run has failed, as far as the server tells.
///
/// @param task the task that has failed
/// @param message what is to be said of it
/// @param log the last lines of its log; empty if it cannot be had
public record Diagnosis(String task, String message, List<String> log) {
  private static final int LINES = 10;

  /// Why a run has failed; empty if no task of it has.
  public static Optional<Diagnosis> of(Run run, RunTasks tasks, PodLogs logs)
      throws InterruptedException {
    Optional<TaskDetail> failed = tasks.failed();
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    String task = failed.get().name().replaceFirst(" \\(\\d+\\)$", "");
    Optional<Workflow> workflow = logs.workflow(run);
    Optional<Workflow.Node> pod = workflow.flatMap(all -> failedPod(all, task));
    List<String> lines = pod.isEmpty() ? List.of()
        : lines(run, workflow.get(), pod.get(), logs);
    String said = new LogLines(lines).own().orElse("");
    String told = pod.map(Workflow.Node::message).orElse("");
    String message = said.isEmpty() || told.isEmpty() ? said + told : said + " (" + told + ")";
    return Optional.of(new Diagnosis(failed.get().name(),
        message.isEmpty() ? "the server has no message" : message,
        lines.subList(Math.max(0, lines.size() - LINES), lines.size())));
  }

  private static Optional<Workflow.Node> failedPod(Workflow workflow, String task) {
    List<Workflow.Node> pods = workflow.pods(task);
    return pods.stream().filter(pod -> !pod.message().isEmpty()).reduce((_, later) -> later)
        .or(() -> pods.reversed().stream().findFirst());
  }

  private static List<String> lines(
      Run run, Workflow workflow, Workflow.Node pod, PodLogs logs) throws InterruptedException {
    try {
      return LogLines.of(logs.read(run, workflow, pod)).all();
    } catch (Problem _) {
      return List.of(); // The log is a help, and its absence no second failure.
    }
  }
}
