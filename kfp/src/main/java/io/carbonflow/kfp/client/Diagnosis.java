// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.workflow.LogLines;
import io.carbonflow.kfp.workflow.Node;
import io.carbonflow.kfp.workflow.NodePlace.Role;
import io.carbonflow.kfp.workflow.WorkflowTask;

/// Why a run has failed, as far as the server tells.
///
/// @param task the task that has failed
/// @param message what is to be said of it
/// @param log the last lines of its log; empty if it cannot be had
public record Diagnosis(String task, String message, List<String> log) {
  private static final int LINES = 10;

  /// Why a run has failed; empty if no task of it has.
  public static Optional<Diagnosis> of(RunStatus status, PodLogs logs)
      throws InterruptedException {
    Optional<WorkflowTask> failed = status.failed();
    if (failed.isEmpty()) {
      return Optional.empty();
    }
    Optional<Node> pod = failed.get().telling();
    List<String> lines = pod.isEmpty() ? List.of() : lines(status, pod.get(), logs);
    String said = new LogLines(logs.rest().hints().program(), lines).telling().orElse("");
    String told = told(failed.get(), pod);
    String message = said.isEmpty() || told.isEmpty() ? said + told : said + " (" + told + ")";
    return Optional.of(new Diagnosis(failed.get().label(),
        message.isEmpty() ? "the server has no message" : message,
        lines.subList(Math.max(0, lines.size() - LINES), lines.size())));
  }

  /// What Argo says, with what a person may not know: that it speaks of a driver or of a deadline.
  private static String told(WorkflowTask task, Optional<Node> pod) {
    String told = task.message();
    boolean late = told.contains("deadline");
    boolean driver = pod.filter(node -> node.place().role() == Role.DRIVER).isPresent();
    return (driver ? "its driver, a part of Kubeflow, failed" + (told.isEmpty() ? "" : ": ") : "")
        + (late ? "it took longer than its deadline allows: " : "") + told;
  }

  private static List<String> lines(RunStatus status, Node pod, PodLogs logs)
      throws InterruptedException {
    try {
      return LogLines.of(logs.rest().hints().program(), logs.tail(status, pod)).all();
    } catch (Problem _) {
      return List.of(); // The log is a help, and its absence no second failure.
    }
  }
}
