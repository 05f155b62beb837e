// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.kfp.workflow.Node;
import io.carbonflow.kfp.workflow.Phase;
import io.carbonflow.kfp.workflow.TaskState;
import io.carbonflow.kfp.workflow.Workflow;
import io.carbonflow.kfp.workflow.WorkflowTask;

/// That a run has not ended and does not get on: no pod of it is at work, and nothing has changed for
/// a while. Kubeflow calls such a run RUNNING forever, and no task of it can tell anybody.
///
/// @param since when anything in it changed last
/// @param reason why, as far as Argo tells
public record Standstill(Instant since, String reason) {
  /// How long nothing may change. A driver, a pull of an image and a pause before another attempt take
  /// less than that.
  public static final Duration AFTER = Duration.ofMinutes(5);
  /// How many tasks a reason names.
  private static final int TASKS = 3;

  /// The standstill of a run; empty if it has ended, or is at work, or was until a moment ago.
  ///
  /// @param now the time
  public static Optional<Standstill> of(RunStatus status, Instant now) {
    List<Node> nodes = status.workflow().map(Workflow::nodes).orElse(List.of());
    // Without a workflow it is not known what is at work, other than of a run that was not begun.
    if (status.state().isFinal()
        || status.workflow().isEmpty() && status.state() != RunState.PENDING
        || nodes.stream().anyMatch(node -> node.isPod() && node.phase() == Phase.RUNNING)) {
      return Optional.empty();
    }
    return status.workflow().flatMap(Workflow::moved).or(status.run()::created)
        .filter(since -> Duration.between(since, now).compareTo(AFTER) >= 0)
        .map(since -> new Standstill(since, reason(status)));
  }

  private static String reason(RunStatus status) {
    List<WorkflowTask> pending = status.tasks().in(TaskState.PENDING);
    if (pending.isEmpty()) {
      return status.workflow().map(Workflow::message).filter(text -> !text.isEmpty())
          .orElse(status.workflow().isEmpty() ? "Kubeflow has not handed it to Argo"
              : "Argo starts nothing of it and does not say why");
    }
    String named = pending.stream().limit(TASKS).map(task -> reason(task, status))
        .collect(Collectors.joining("; "));
    return pending.size() > TASKS ? named + "; and " + (pending.size() - TASKS) + " more" : named;
  }

  private static String reason(WorkflowTask task, RunStatus status) {
    if (!task.message().isEmpty()) {
      return task.label() + " waits: " + task.message();
    }
    List<Node> pods = task.pods().isEmpty() ? task.drivers() : task.pods();
    return "the pod of " + task.label() + " does not come up, and Argo does not say why"
        + (pods.isEmpty() ? "" : "; try: kubectl describe pod " + pods.getLast().pod()
            + status.workflow().map(found -> " -n " + found.namespace()).orElse(""));
  }

  /// A half-sentence: `has not moved since …, because …`.
  @Override
  public String toString() {
    return "has not moved since " + since.truncatedTo(ChronoUnit.SECONDS) + ", because " + reason;
  }
}
