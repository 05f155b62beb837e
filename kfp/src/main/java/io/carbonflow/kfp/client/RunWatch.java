// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.kfp.workflow.TaskState;
import io.carbonflow.kfp.workflow.WorkflowTask;

/// Follows a run to its end.
///
/// @param kubeflow the server
/// @param show takes a line for each task that has changed its state, and for each reason to wait
public record RunWatch(Kubeflow kubeflow, Consumer<String> show) {

  /// Waits until a run has ended.
  ///
  /// @param limit how long, if not forever
  /// @return the run, which has not ended if the time was too short
  public RunStatus until(Run start, Optional<Duration> limit) throws InterruptedException {
    Runs runs = kubeflow.followedRuns();
    Map<String, String> shown = new HashMap<>();
    long from = System.nanoTime();
    while (true) {
      RunStatus status = kubeflow.status(runs, runs.get(start.id()));
      show(status, shown);
      Duration passed = Duration.ofNanos(System.nanoTime() - from);
      Duration poll = kubeflow.timeouts().poll();
      if (status.state().isFinal()
          || limit.filter(most -> passed.compareTo(most) >= 0).isPresent()) {
        return status;
      }
      Duration left = limit.map(most -> most.minus(passed)).orElse(poll);
      Thread.sleep(left.compareTo(poll) < 0 ? left : poll);
    }
  }

  /// Shows what is new. That a task is about to start is none, unless it waits for something; what is
  /// never run is reported at the end, in one line.
  private void show(RunStatus status, Map<String, String> shown) {
    Set<WorkflowTask> waiting = new HashSet<>(status.tasks().waiting());
    for (WorkflowTask task : status.tasks().all()) {
      String news = waiting.contains(task) ? "waits: " + task.message() : task.state().toString();
      boolean told = waiting.contains(task)
          || task.state() != TaskState.PENDING && task.state() != TaskState.OMITTED;
      if (told && !news.equals(shown.put(task.tasks() + task.label(), news))) {
        show.accept(task.label() + ": " + news);
      }
    }
  }
}
