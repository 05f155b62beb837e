// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.workflow.WorkflowTasks;
import org.junit.jupiter.api.Test;

class ReportedTasksTest {
  private static final String NEVER = "1970-01-01T00:00:00Z";
  private final JsonArray nodes = new JsonArray();

  private ReportedTasksTest node(String name, String state, int start, int end) {
    JsonObject node = new JsonObject();
    node.addProperty("task_id", "id-" + nodes.size());
    node.addProperty("display_name", name);
    node.addProperty("state", state);
    node.addProperty("start_time", time(start));
    node.addProperty("end_time", time(end));
    nodes.add(node);
    return this;
  }

  private static String time(int second) {
    return second == 0 ? NEVER : String.format("2026-01-05T08:00:%02dZ", second);
  }

  private WorkflowTasks tasks(String state, String... names) {
    JsonObject details = new JsonObject();
    details.add("task_details", nodes);
    JsonObject run = new JsonObject();
    run.addProperty("state", state);
    run.add("run_details", details);
    return ReportedTasks.of(Run.of(new ServerJson(run)), Set.of(names));
  }

  private static List<String> words(WorkflowTasks tasks) {
    return tasks.all().stream().map(task -> task.label() + " " + task.state()).toList();
  }

  @Test
  void nodesThatKubeflowAddsAreLeftOut() {
    node("training-x1", "RUNNING", 1, 0).node("root-driver", "SUCCEEDED", 1, 2)
        .node("root", "RUNNING", 2, 0).node("clean-driver", "SUCCEEDED", 6, 7)
        .node("clean", "RUNNING", 8, 0).node("executor", "RUNNING", 8, 0)
        .node("merge-driver", "SUCCEEDED", 2, 3).node("merge", "SUCCEEDED", 3, 6);
    assertEquals(List.of("merge SUCCEEDED", "clean RUNNING"),
        words(tasks("RUNNING", "merge", "clean", "prepare")));
    assertEquals(List.of("merge SUCCEEDED", "clean RUNNING"), words(tasks("RUNNING")),
        "without the pipeline, tasks are known by their drivers");
  }

  @Test
  void nodesOfASingleAttemptAndThoseWithoutANameAreLeftOut() {
    node("merge-driver(0)", "SUCCEEDED", 2, 3).node("merge-driver", "SUCCEEDED", 2, 3)
        .node("merge", "RUNNING", 3, 0).node("merge(0)", "RUNNING", 3, 0).node("", "", 4, 0);
    assertEquals(List.of("merge RUNNING"), words(tasks("RUNNING", "merge")));
    assertEquals(List.of("merge RUNNING"), words(tasks("RUNNING")));
  }

  @Test
  void aTaskWhoseStateIsStaleIsLeftOutOfARunThatHasEnded() {
    node("merge", "SUCCEEDED", 2, 3).node("clean", "RUNNING", 4, 0);
    assertEquals(List.of("merge SUCCEEDED"), words(tasks("FAILED", "merge", "clean")));
  }

  @Test
  void theRecordedRunsHaveTheTasksOfTheirWorkflows() {
    for (String name : List.of("training-succeeded", "training-failed-in-merge",
        "merge-killed-for-memory", "monitoring-not-degraded", "inference-succeeded")) {
      RunStatus status = Recording.of(name).status();
      assertEquals(new TreeSet<>(words(status.tasks())),
          new TreeSet<>(words(ReportedTasks.of(status.run(), Set.of()))), name);
    }
  }

  @Test
  void aTaskWhoseDriverHasFailedHasFailed() {
    node("clean-driver", "FAILED", 2, 3).node("clean", "RUNTIME_STATE_UNSPECIFIED", 3, 3)
        .node("prepare", "", 3, 3);
    assertEquals(List.of("clean FAILED", "prepare OMITTED"),
        words(tasks("FAILED", "clean", "prepare")));
  }

  @Test
  void aDriverThatHasFailedIsTheTaskWhereNothingElseIs() {
    node("clean-driver", "FAILED", 2, 3);
    assertEquals(List.of("clean FAILED"), words(tasks("FAILED", "clean")));
  }

  @Test
  void whatWasLeftOutWaitsAsLongAsTheRunIsOnItsWay() {
    node("clean", "", 0, 0);
    assertEquals(List.of("clean PENDING"), words(tasks("RUNNING", "clean")));
  }

  @Test
  void aStateIsTakenFromTheHistoryWhereTheServerLeavesItOut() {
    JsonObject json = JsonParser.parseString("""
        {"display_name": "clean", "state_history": [{"state": "PENDING"}, {"state": "RUNNING"}]}
        """).getAsJsonObject();
    assertEquals(RunState.RUNNING, TaskDetail.of(new ServerJson(json)).state());
  }

  @Test
  void tasksInsideOfLoopsAndConditionsHaveNamesToo() {
    JsonObject spec = JsonParser.parseString("""
        {"pipeline_spec": {
          "root": {"dag": {"tasks": {"a": {}, "for-loop-1": {}}}},
          "components": {"comp-for-loop-1": {"dag": {"tasks": {"b": {}}}}, "comp-a": {}}}}
        """).getAsJsonObject();
    assertEquals(Set.of("a", "b", "for-loop-1"), ReportedTasks.names(
        new PipelineVersion(
            "v", new UploadedPipeline("p", "p"), "v", spec, Optional.empty())));
  }
}
