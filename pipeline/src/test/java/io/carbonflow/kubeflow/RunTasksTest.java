package io.carbonflow.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.json.ServerJson;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunTasksTest {
  private static final String NEVER = "1970-01-01T00:00:00Z";
  private final JsonArray nodes = new JsonArray();

  private RunTasksTest node(String name, String state, int start, int end) {
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

  private RunTasks tasks(String state, String... names) {
    JsonObject details = new JsonObject();
    details.add("task_details", nodes);
    JsonObject run = new JsonObject();
    run.addProperty("state", state);
    run.add("run_details", details);
    return RunTasks.of(Run.of(new ServerJson(run)), Set.of(names));
  }

  private static List<String> words(RunTasks tasks) {
    return tasks.all().stream().map(task -> task.name() + " " + task.state()).toList();
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
  void roundsOfALoopAreNumbered() {
    node("score", "SUCCEEDED", 4, 5).node("score", "RUNNING", 6, 0).node("score", "FAILED", 2, 3);
    assertEquals(List.of("score FAILED", "score (2) SUCCEEDED", "score (3) RUNNING"),
        words(tasks("RUNNING", "score")));
  }

  @Test
  void aTaskWhoseDriverHasFailedHasFailed() {
    node("clean-driver", "FAILED", 2, 3).node("clean", "RUNTIME_STATE_UNSPECIFIED", 3, 3)
        .node("prepare", "", 3, 3);
    assertEquals(List.of("clean FAILED", "prepare SKIPPED"),
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
  void ofAGroupAndATaskInItTheTaskHasFailed() {
    node("condition-1", "FAILED", 2, 9).node("later", "FAILED", 3, 11)
        .node("train", "FAILED", 4, 9);
    assertEquals("train",
        tasks("FAILED", "condition-1", "later", "train").failed().orElseThrow().name());
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
    assertEquals(Set.of("a", "b", "for-loop-1"), RunTasks.names(
        new PipelineVersion("v", new UploadedPipeline("p", "p"), "v", spec)));
  }
}
