package io.carbonflow.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.carbonflow.json.ServerJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkflowTest {
  /// A retried task, a task that was never started, and one of a loop.
  private static final String MANIFEST = """
      {"metadata": {"name": "training-x1", "namespace": "team"}, "status": {"nodes": {
        "training-x1": {"id": "training-x1", "displayName": "training-x1", "type": "DAG"},
        "training-x1-10": {"id": "training-x1-10", "displayName": "train", "type": "DAG"},
        "training-x1-11": {"id": "training-x1-11", "displayName": "executor", "type": "Retry",
          "boundaryID": "training-x1-10", "templateName": "retry-system-container-impl"},
        "training-x1-13": {"id": "training-x1-13", "displayName": "executor(1)", "type": "Pod",
          "boundaryID": "training-x1-10", "templateName": "retry-system-container-impl",
          "startedAt": "2026-01-05T08:02:00Z", "message": "OOMKilled (exit code 137)"},
        "training-x1-12": {"id": "training-x1-12", "displayName": "executor(0)", "type": "Pod",
          "boundaryID": "training-x1-10", "templateName": "retry-system-container-impl",
          "startedAt": "2026-01-05T08:01:00Z", "message": "Error (exit code 1)"},
        "training-x1-20": {"id": "training-x1-20", "displayName": "clean-driver", "type": "Pod",
          "boundaryID": "training-x1", "templateName": "system-container-driver"},
        "training-x1-21": {"id": "training-x1-21", "displayName": "clean", "type": "Skipped"}
      }}}
      """;

  private static Optional<Workflow> workflow(String manifest) {
    JsonObject runtime = new JsonObject();
    runtime.addProperty("workflow_manifest", manifest);
    JsonObject run = new JsonObject();
    run.add("pipeline_runtime", runtime);
    return Workflow.of(new ServerJson(run));
  }

  private static List<String> pods(String manifest, String task) {
    return workflow(manifest).orElseThrow().pods(task).stream().map(Workflow.Node::pod).toList();
  }

  @Test
  void theAttemptsOfATaskAreItsPodsInTheOrderOfTheirStart() {
    assertEquals(List.of("training-x1-retry-system-container-impl-12",
        "training-x1-retry-system-container-impl-13"), pods(MANIFEST, "train"));
  }

  @Test
  void aTaskThatWasNotStartedHasItsDriversPod() {
    assertEquals(List.of("training-x1-system-container-driver-20"), pods(MANIFEST, "clean"));
    assertEquals(List.of(), pods(MANIFEST, "prepare"));
  }

  @Test
  void podsOfAnOlderFormatAreCalledAsTheirNodes() {
    String old = MANIFEST.replace("\"namespace\": \"team\"", "\"annotations\":"
        + " {\"workflows.argoproj.io/pod-name-format\": \"v1\"}");
    assertEquals(List.of("training-x1-12", "training-x1-13"), pods(old, "train"));
  }

  @Test
  void anAnswerWithoutAWorkflowHasNone() {
    assertEquals(Optional.empty(), workflow(""));
    assertEquals(Optional.empty(), workflow("[]"));
    assertEquals(Optional.empty(), Workflow.of(new ServerJson(new JsonObject())));
  }
}
