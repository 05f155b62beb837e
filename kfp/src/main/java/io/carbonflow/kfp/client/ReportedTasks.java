// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.workflow.TaskState;
import io.carbonflow.kfp.workflow.WorkflowTask;
import io.carbonflow.kfp.workflow.WorkflowTasks;

/// The tasks of a run out of what `v2beta1` tells of its nodes, for a server that does not hand out
/// the workflow. It knows neither pods nor messages nor which round of a loop a node belongs to, and
/// where a workflow is large it stands still.
final class ReportedTasks {
  private static final String DRIVER = "-driver";
  private static final Comparator<TaskDetail> BY_START =
      Comparator.comparing((TaskDetail node) -> node.started().orElse(Instant.MAX))
          .thenComparing(TaskDetail::name).thenComparing(TaskDetail::id);

  private ReportedTasks() {}

  /// The tasks of a run. Of one that has ended, those are left out whose end the server has missed.
  ///
  /// @param names the names of the pipeline's tasks; empty if they are not known
  static WorkflowTasks of(Run run, Set<String> names) {
    List<TaskDetail> nodes = wholes(run);
    Set<String> there = names.isEmpty() ? guessed(nodes) : names;
    List<WorkflowTask> tasks = new ArrayList<>();
    there.forEach(name -> tasks.addAll(named(run, nodes, name)));
    tasks.sort(Comparator.comparing((WorkflowTask task) -> task.started().orElse(Instant.MAX))
        .thenComparing(WorkflowTask::name));
    return new WorkflowTasks(List.copyOf(tasks));
  }

  /// The nodes except for those of a single attempt, `clean(0)`, and those without a name, which the
  /// launcher adds.
  private static List<TaskDetail> wholes(Run run) {
    return run.tasks().stream()
        .filter(node -> !node.name().isEmpty() && !node.name().matches(".*\\(\\d+\\)")).toList();
  }

  /// All that a task of one name was. Where its driver has failed, Argo leaves out the task itself.
  private static List<WorkflowTask> named(Run run, List<TaskDetail> nodes, String name) {
    Deque<TaskDetail> failed = new ArrayDeque<>(called(nodes, name + DRIVER).stream()
        .filter(driver -> driver.state() == RunState.FAILED).toList());
    List<WorkflowTask> rounds = new ArrayList<>();
    for (TaskDetail node : called(nodes, name)) {
      boolean leftOut = node.state() == RunState.UNKNOWN;
      TaskDetail telling = leftOut && !failed.isEmpty() ? failed.removeFirst() : node;
      state(run, telling).ifPresent(state -> rounds.add(task(name, telling, state)));
    }
    failed.forEach(driver -> rounds.add(task(name, driver, TaskState.FAILED)));
    return rounds;
  }

  private static Optional<TaskState> state(Run run, TaskDetail node) {
    boolean over = run.state().isFinal();
    return switch (node.state()) {
      case SUCCEEDED -> Optional.of(TaskState.SUCCEEDED);
      case FAILED, CANCELED -> Optional.of(TaskState.FAILED);
      case SKIPPED -> Optional.of(TaskState.SKIPPED);
      case UNKNOWN -> Optional.of(over ? TaskState.OMITTED : TaskState.PENDING);
      case PENDING -> over ? Optional.empty() : Optional.of(TaskState.PENDING);
      case RUNNING, CANCELING, PAUSED ->
          over ? Optional.empty() : Optional.of(TaskState.RUNNING);
    };
  }

  private static WorkflowTask task(String name, TaskDetail node, TaskState state) {
    boolean started = state != TaskState.OMITTED;
    return new WorkflowTask(List.of(name), List.of(), false, state, "",
        node.started().filter(_ -> started), node.finished().filter(_ -> state.isFinal()),
        List.of(), List.of());
  }

  private static List<TaskDetail> called(List<TaskDetail> nodes, String name) {
    return nodes.stream().filter(node -> node.name().equals(name)).sorted(BY_START).toList();
  }

  private static Set<String> guessed(List<TaskDetail> nodes) {
    Set<String> names = new TreeSet<>();
    for (TaskDetail node : nodes) {
      if (node.name().endsWith(DRIVER) && !node.name().matches("(root|iteration.*)-driver")) {
        names.add(node.name().substring(0, node.name().length() - DRIVER.length()));
      }
    }
    return names;
  }

  /// The names of a pipeline's tasks, those in loops and conditions too.
  static Set<String> names(PipelineVersion version) {
    Set<String> names = new TreeSet<>();
    ServerJson spec = new ServerJson(version.pipelineSpec());
    collect(spec.part("root"), names);
    ServerJson components = spec.part("components");
    components.names().forEach(name -> collect(components.part(name), names));
    return names;
  }

  private static void collect(ServerJson component, Set<String> names) {
    names.addAll(component.part("dag").part("tasks").names());
  }
}
