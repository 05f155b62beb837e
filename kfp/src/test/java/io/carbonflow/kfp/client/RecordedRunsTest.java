// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.workflow.Node;
import io.carbonflow.kfp.workflow.TaskState;
import io.carbonflow.kfp.workflow.WorkflowTask;
import org.junit.jupiter.api.Test;

/// What the client makes of what a real Kubeflow 2.17 has answered: states, pods of logs, messages,
/// ends.
class RecordedRunsTest {
  private static final Instant LATER = Instant.parse("2026-11-28T23:00:00Z");

  private static List<String> states(RunStatus status) {
    return status.tasks().all().stream().filter(task -> task.state() != TaskState.OMITTED)
        .map(task -> task.label() + " " + task.state()).toList();
  }

  private static List<String> pods(RunStatus status, String task) {
    return status.tasks().meant(task).stream().flatMap(one -> one.pods().stream())
        .map(Node::pod).toList();
  }

  private static String failure(RunStatus status) {
    return status.failed().map(task -> task.label() + ": " + task.message()).orElse("");
  }

  @Test
  void aRunThatSucceeded() {
    RunStatus training = Recording.of("training-succeeded").status();
    assertEquals("SUCCEEDED", training.stateInWords(LATER));
    assertEquals(List.of("guarded SUCCEEDED", "merge SUCCEEDED", "validate SUCCEEDED",
        "clean SUCCEEDED", "prepare SUCCEEDED", "train-random-forest SUCCEEDED",
        "train-svm SUCCEEDED", "train-xgboost SUCCEEDED", "evaluate SUCCEEDED",
        "train-best SUCCEEDED", "predict SUCCEEDED", "publish SUCCEEDED", "below-floor SKIPPED",
        "notify SUCCEEDED"), states(training));
    assertEquals(List.of("training-kn68b-retry-system-container-impl-3572873872"),
        pods(training, "evaluate"));
    assertEquals("", failure(training));
    assertEquals("SUCCEEDED", Recording.of("inference-succeeded").status().stateInWords(LATER));
    assertEquals(List.of("guarded SUCCEEDED", "monitor SUCCEEDED", "degraded SKIPPED",
        "notify SUCCEEDED"), states(Recording.of("monitoring-not-degraded").status()));
  }

  @Test
  void aTaskThatFailed() {
    RunStatus status = Recording.of("training-failed-in-merge").status();
    assertEquals("FAILED", status.stateInWords(LATER));
    assertEquals(List.of("guarded FAILED", "merge FAILED", "notify SUCCEEDED"), states(status));
    assertEquals("merge: main: Error (exit code 1)", failure(status));
    assertEquals(List.of("training-gcnlk-retry-system-container-impl-4284688179"),
        pods(status, "merge"));
    assertEquals(List.of(), pods(status, "validate"));
    assertEquals(11, status.tasks().in(TaskState.OMITTED).size());
  }

  @Test
  void aTaskThatWasKilledForItsMemory() {
    assertEquals("merge: main: OOMKilled (exit code 137)",
        failure(Recording.of("merge-killed-for-memory").status()));
  }

  @Test
  void aRunThatSomebodyStopped() {
    RunStatus status = Recording.of("unschedulable-then-stopped").status();
    assertEquals(RunState.FAILED, status.state());
    assertEquals("FAILED (stopped by somebody)", status.stateInWords(LATER));
    assertEquals("", failure(status), "what was at work when it was stopped has not failed");
    assertEquals(Optional.empty(), status.outOfTime());
    assertTrue(status.workflow().orElseThrow().stopped(), "which its workflow's deadline tells too");
    assertFalse(Recording.of("training-failed-in-merge").status().stopped());
  }

  @Test
  void aPodWhoseImageIsNotThere() {
    RunStatus status = Recording.of("image-missing").status();
    assertEquals(List.of("guarded RUNNING", "infer PENDING"), states(status));
    assertEquals(List.of(), status.tasks().waiting().stream().map(WorkflowTask::label).toList(),
        "Argo has no message of it");
    assertEquals("RUNNING", status.stateInWords(Instant.parse("2026-11-28T21:50:00Z")));
    assertEquals("RUNNING (has not moved since 2026-11-28T21:46:49Z, because the pod of infer does"
        + " not come up, and Argo does not say why; try: kubectl describe pod"
        + " inference-f6bcv-retry-system-container-impl-129103876 -n kubeflow)",
        status.stateInWords(LATER));
  }

  @Test
  void aPodThatNoNodeHasRoomFor() {
    RunStatus status = Recording.of("unschedulable-pending").status();
    assertEquals(List.of("guarded RUNNING", "work PENDING"), states(status));
    String reason = "Unschedulable: 0/1 nodes are available: 1 Insufficient cpu. no new claims to"
        + " deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for"
        + " scheduling.";
    assertEquals(List.of(reason),
        status.tasks().waiting().stream().map(WorkflowTask::message).toList());
    assertEquals("RUNNING", status.stateInWords(Instant.parse("2026-11-28T23:19:00Z")));
    assertEquals("RUNNING (has not moved since 2026-11-28T23:18:15Z, because work waits: " + reason
        + ")", status.stateInWords(Instant.parse("2026-11-28T23:30:00Z")));
  }

  @Test
  void aRunWhoseTimeWasUp() {
    RunStatus status = Recording.of("run-deadline").status();
    assertEquals("FAILED (its time was up at 2026-11-28T23:18:51Z)", status.stateInWords(LATER));
    assertFalse(status.stopped());
    assertEquals("", failure(status), "what was at work then has not failed");
  }

  @Test
  void aTaskThatTookLongerThanItMay() {
    for (String name : List.of("task-deadline", "image-missing-deadline")) {
      RunStatus status = Recording.of(name).status();
      assertEquals("FAILED", status.stateInWords(LATER), "the run had time");
      assertEquals(List.of("guarded FAILED", "work FAILED", "tell SUCCEEDED"), states(status));
      assertEquals("work: Pod was active on the node longer than the specified deadline",
          failure(status));
    }
    assertEquals("SUCCEEDED", Recording.of("guarded-succeeded").status().stateInWords(LATER));
  }

  @Test
  void theRoundsOfALoop() {
    RunStatus status = Recording.of("loop-second-round-failed").status();
    assertEquals(List.of("repeat FAILED", "work, 1 of 3 SUCCEEDED", "work, 2 of 3 FAILED",
        "work, 3 of 3 SUCCEEDED"), states(status));
    assertEquals("work, 2 of 3: main: Error (exit code 1)", failure(status));
    assertEquals(3, pods(status, "work").size());
    assertEquals(1, pods(status, "work, 2 of 3").size());
    assertEquals("SUCCEEDED", Recording.of("loop-succeeded").status().stateInWords(LATER));
  }

  @Test
  void aDriverThatFailed() {
    RunStatus status = Recording.of("driver-failed").status();
    assertEquals("work: main: Error (exit code 1)", failure(status));
    WorkflowTask work = status.failed().orElseThrow();
    assertEquals(List.of(), work.pods());
    assertEquals(work.drivers().getLast(), work.telling().orElseThrow());
  }

  @Test
  void aRunThatTheQuotaKeepsFromStarting() {
    RunStatus status = Recording.of("quota-exceeded").status();
    assertEquals(List.of("root-driver PENDING"), states(status));
    assertTrue(status.stateInWords(LATER.plusSeconds(3600)).startsWith("RUNNING (has not moved since"
        + " 2026-11-28T23:24:37Z, because root-driver waits: pods \"probe-loop-gkt27-system-dag-"
        + "driver-2237047013\" is forbidden: exceeded quota: carbonflow, "));
  }

  @Test
  void aDeadlineOfTheRunDoesNotEndAPodThatHasNoRoom() {
    RunStatus status = Recording.of("unschedulable-past-run-deadline").status();
    assertEquals(Optional.empty(), status.outOfTime());
    assertTrue(status.stateInWords(LATER.plusSeconds(3600)).startsWith(
        "RUNNING (has not moved since 2026-11-28T23:18:25Z, because work waits: Unschedulable: "));
  }

  @Test
  void aRunThatAScheduleStartedHasANameOfTheServers() {
    Run run = Run.of(Recording.read("scheduled.runs.json").parts("runs").getFirst());
    assertEquals("every-minutepcrfc-1-579598581", run.name());
    assertEquals("SUCCEEDED", run.stateInWords());
  }

  /// Argo keeps the exit task as done, so no message is sent about the second failure.
  @Test
  void aRunThatWasRetriedAndFailedAgain() {
    RunStatus status = Recording.of("retried-failed-again").status();
    assertEquals("FAILED", status.stateInWords(LATER));
    assertEquals(List.of("guarded FAILED", "merge FAILED", "notify SUCCEEDED"), states(status));
    assertEquals("merge: main: Error (exit code 1)", failure(status));
    WorkflowTask notify = status.tasks().meant("notify").getFirst();
    WorkflowTask merge = status.tasks().meant("merge").getFirst();
    assertTrue(notify.finished().orElseThrow().isBefore(merge.finished().orElseThrow()));
  }

  @Test
  void aRunWhoseNodesArgoHasCompressed() {
    RunStatus status = Recording.of("training-distributed-succeeded").status();
    assertEquals("SUCCEEDED", status.stateInWords(LATER));
    assertEquals(List.of("screen-svm, 1 of 3 SUCCEEDED", "screen-svm, 2 of 3 SUCCEEDED",
        "screen-svm, 3 of 3 SUCCEEDED"), states(status).stream()
        .filter(state -> state.startsWith("screen-svm")).sorted().toList());
    assertEquals(3, pods(status, "complete-xgboost").size());
    assertEquals(1, pods(status, "complete-xgboost, 2 of 3").size());
    assertEquals("", failure(status));
  }
}
