// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.json.ServerJson;
import org.junit.jupiter.api.Test;

/// The workflows are those that a real Kubeflow 2.17 has answered with.
class WorkflowTasksTest {

  private static Workflow recorded(String name) throws IOException {
    return Workflow.of(ServerJson.parse(Files.readString(
        Path.of("../kubeflow/recorded/2.17", name + ".workflow.json"))).orElseThrow());
  }

  private static WorkflowTasks tasks(String name) throws IOException {
    return WorkflowTasks.of(recorded(name));
  }

  private static List<String> states(WorkflowTasks tasks) {
    return tasks.all().stream().map(task -> task.label() + " " + task.state()).toList();
  }

  @Test
  void theTasksOfARunAreThoseOfItsPipelineInTheOrderOfTheirStart() throws IOException {
    assertEquals(List.of("guarded SUCCEEDED", "merge SUCCEEDED", "validate SUCCEEDED",
        "clean SUCCEEDED", "prepare SUCCEEDED", "train-random-forest SUCCEEDED",
        "train-svm SUCCEEDED", "train-xgboost SUCCEEDED", "evaluate SUCCEEDED",
        "train-best SUCCEEDED", "predict SUCCEEDED", "publish SUCCEEDED", "below-floor SKIPPED",
        "notify SUCCEEDED"), states(tasks("training-succeeded")));
  }

  @Test
  void whatComesAfterAFailureIsOmitted() throws IOException {
    WorkflowTasks tasks = tasks("training-failed-in-merge");
    assertEquals(List.of("guarded FAILED", "merge FAILED", "notify SUCCEEDED"),
        states(tasks).subList(0, 3));
    assertTrue(tasks.all().stream().skip(3)
        .allMatch(task -> task.state() == TaskState.OMITTED && task.started().isEmpty()));
    assertEquals(14, tasks.all().size());
    WorkflowTask failed = tasks.failed().orElseThrow();
    assertEquals("merge", failed.label());
    assertEquals("main: Error (exit code 1)", failed.message());
    assertEquals("training-gcnlk-retry-system-container-impl-4284688179",
        failed.telling().orElseThrow().pod());
  }

  @Test
  void aTaskThatWasKilledForItsMemoryHasFailedForThat() throws IOException {
    assertEquals("main: OOMKilled (exit code 137)",
        tasks("merge-killed-for-memory").failed().orElseThrow().message());
  }

  @Test
  void aTaskWhosePodDoesNotComeUpIsPending() throws IOException {
    assertEquals(List.of("guarded RUNNING", "infer PENDING"), states(tasks("image-missing")));
  }

  @Test
  void aConditionThatDoesNotHoldIsSkipped() throws IOException {
    assertEquals(List.of("guarded SUCCEEDED", "monitor SUCCEEDED", "degraded SKIPPED",
        "notify SUCCEEDED"), states(tasks("monitoring-not-degraded")));
  }

  @Test
  void whatAWorkflowRunsAtItsOwnEndIsNoTask() {
    NodePlace place = NodePlace.of("training-x1", "training-x1.onExit", "tell");
    assertEquals(List.of(), place.tasks());
  }
}
