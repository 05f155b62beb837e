// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.kfp.client.Diagnosis;
import io.carbonflow.kfp.client.RunStatus;
import io.carbonflow.kfp.workflow.TaskState;
import io.carbonflow.kfp.workflow.WorkflowTask;

/// What `status` and `--wait` say of the tasks of a run beside their states.
final class TaskLines {
  /// How many tasks a line names.
  private static final int NAMED = 12;

  private TaskLines() {}

  /// The last lines of a failed task's log, under its name; none if there is no log.
  static List<String> end(Optional<Diagnosis> why) {
    return why.filter(found -> !found.log().isEmpty()).stream().flatMap(found -> Stream.concat(
        Stream.of(found.task() + ", the end of its log:"),
        found.log().stream().map(line -> "| " + line))).toList();
  }

  /// The tasks that were never run, and why; empty if there are none.
  static Optional<String> omitted(RunStatus status) {
    List<WorkflowTask> tasks = status.tasks().in(TaskState.OMITTED);
    String why = status.failed().map(task -> ", because " + task.label() + " failed").orElse("");
    String more = tasks.size() > NAMED ? " and " + (tasks.size() - NAMED) + " more" : "";
    return tasks.isEmpty() ? Optional.empty() : Optional.of("not run" + why + ": "
        + tasks.stream().limit(NAMED).map(WorkflowTask::label).collect(Collectors.joining(", "))
        + more);
  }
}
