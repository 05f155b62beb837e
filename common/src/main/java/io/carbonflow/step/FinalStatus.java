package io.carbonflow.step;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Set;

/// How a task, or the group of tasks that an exit handler guards, has ended: what Kubeflow gives to
/// an exit handler (`PipelineTaskFinalStatus` of its SDK).
///
/// @param state `SUCCEEDED`, `FAILED`, `SKIPPED` or `CANCELED`; Kubeflow's server has `COMPLETE` in the
///     place of the first, and `RUNNING` where a pod has ended without telling anything
/// @param task the task's name
/// @param message why it failed; empty if it did not, or if nothing is known
public record FinalStatus(String state, String task, String message) {
  /// The state of a task that has ended well.
  public static final String SUCCEEDED = "SUCCEEDED";

  /// The state of a task that has failed.
  public static final String FAILED = "FAILED";

  private static final Set<String> WELL = Set.of(SUCCEEDED, "COMPLETE", "CACHED", "SKIPPED");

  /// Whether it has ended well. Where nobody knows how it has ended, it has not.
  public boolean isWell() {
    return WELL.contains(state);
  }

  /// Reads what a launcher has written; the cluster's and the local one spell names differently.
  static FinalStatus of(JsonObject json) {
    JsonElement error = json.get("error");
    return new FinalStatus(text(json, "state"),
        text(json, "pipelineTaskName") + text(json, "pipeline_task_name"),
        error instanceof JsonObject why ? text(why, "message") : "");
  }

  /// The form that a launcher writes.
  String json() {
    JsonObject error = new JsonObject();
    error.addProperty("message", message);
    JsonObject json = new JsonObject();
    json.addProperty("state", state);
    json.addProperty("pipelineTaskName", task);
    json.add("error", error);
    return json.toString();
  }

  private static String text(JsonObject json, String name) {
    return json.get(name) instanceof JsonPrimitive text ? text.getAsString() : "";
  }
}
