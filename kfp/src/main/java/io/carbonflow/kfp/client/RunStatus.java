// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.kfp.workflow.Phase;
import io.carbonflow.kfp.workflow.Workflow;
import io.carbonflow.kfp.workflow.WorkflowTask;
import io.carbonflow.kfp.workflow.WorkflowTasks;

/// A run as it is now: what Kubeflow says of it, the Argo workflow that it is carried out as, and its
/// tasks.
///
/// @param run what Kubeflow says of it
/// @param workflow its workflow, if the server hands it out
/// @param tasks its tasks, from the workflow where there is one
public record RunStatus(Run run, Optional<Workflow> workflow, WorkflowTasks tasks) {

  /// A run of which nothing is asked but what is known.
  static RunStatus plain(Run run) {
    return new RunStatus(run, Optional.empty(), new WorkflowTasks(List.of()));
  }

  /// Its state. Where the workflow has ended and Kubeflow has missed that, the workflow is right.
  public RunState state() {
    return run.state().isFinal() ? run.state() : ended().map(how -> switch (how) {
      case SUCCEEDED -> RunState.SUCCEEDED;
      case FAILED, ERROR -> RunState.FAILED;
      case SKIPPED, OMITTED, PENDING, RUNNING, UNKNOWN -> run.state();
    }).orElse(run.state());
  }

  private Optional<Phase> ended() {
    return workflow.map(Workflow::phase).filter(Phase::hasEnded);
  }

  /// Whether Kubeflow has missed its end, as it does where a workflow is large.
  public boolean isMissed() {
    return state() != run.state();
  }

  /// Whether it has ended because somebody had it stopped.
  public boolean stopped() {
    return run.stopped()
        || state() == RunState.FAILED && workflow.filter(Workflow::stopped).isPresent();
  }

  /// When its workflow's time was up, if it has ended because of that.
  public Optional<Instant> outOfTime() {
    return workflow.filter(found -> !stopped() && found.outOfTime()).flatMap(Workflow::deadline);
  }

  /// The task that has failed first; of a part and a task within, the task. What was at work when
  /// somebody had the run stopped, or when its time was up, has not failed.
  public Optional<WorkflowTask> failed() {
    Optional<Instant> end = stopped() ? run.stopRequested().or(() -> Optional.of(Instant.MIN))
        : outOfTime();
    return tasks.failed().filter(task -> end.isEmpty() || task.telling().flatMap(
        pod -> pod.finished()).filter(end.get()::isAfter).isPresent());
  }

  /// When it has ended.
  public Optional<Instant> finished() {
    return run.finished().or(() -> isMissed() ? workflow.flatMap(Workflow::finished)
        : Optional.empty());
  }

  /// How long it took; empty if it has not ended.
  public Optional<Duration> duration() {
    return run.created().flatMap(from -> finished().map(to -> Duration.between(from, to)));
  }

  /// Its state, with what is to be said of it, for people.
  ///
  /// @param now the time
  public String stateInWords(Instant now) {
    String words = stopped() ? "stopped by somebody"
        : outOfTime().map(at -> "its time was up at " + at).or(
            () -> Standstill.of(this, now).map(Standstill::toString)).orElse("");
    String missed = isMissed() ? "says its workflow; Kubeflow still has it as " + run.state() : "";
    String both = words + (words.isEmpty() || missed.isEmpty() ? "" : "; ") + missed;
    return state() + (both.isEmpty() ? "" : " (" + both + ")");
  }
}
