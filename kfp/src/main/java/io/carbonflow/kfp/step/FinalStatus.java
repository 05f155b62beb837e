// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.ServerJson;

/// How a task, or the group of tasks that an exit handler guards, has ended: what Kubeflow gives to
/// an exit handler (`PipelineTaskFinalStatus` of its SDK).
///
/// @param state `SUCCEEDED`, `FAILED`, `SKIPPED` or `CANCELED`; Kubeflow's server has `COMPLETE` in
///     place of the first, and `RUNNING` of groups that have ended well or failed, alike
/// @param task the task's name
/// @param message why it failed; empty if it did not, or if nothing is known: Kubeflow's server never
///     says
/// @param workflow the name of the workflow that the run is carried out as; empty if there is none
public record FinalStatus(String state, String task, String message, String workflow) {
  /// The state of a task that has ended well.
  public static final String SUCCEEDED = "SUCCEEDED";

  /// The state of a task that has failed.
  public static final String FAILED = "FAILED";

  private static final Set<String> WELL = Set.of(SUCCEEDED, "COMPLETE", "CACHED", "SKIPPED");

  /// That of a run that is not a workflow.
  public FinalStatus(String state, String task, String message) {
    this(state, task, message, "");
  }

  /// Whether it has ended well. Where nobody knows how it has ended, it has not.
  public boolean isWell() {
    return WELL.contains(state);
  }

  /// Reads what a launcher has written; the cluster's and the local one spell names differently.
  static FinalStatus of(ServerJson json) {
    return new FinalStatus(json.text("state"),
        json.text("pipelineTaskName") + json.text("pipeline_task_name"),
        json.part("error").text("message"),
        json.text("pipelineJobResourceName") + json.text("pipeline_job_resource_name"));
  }

  /// The form that a launcher writes.
  String json() {
    JsonObject error = new JsonObject();
    error.addProperty("message", message);
    JsonObject json = new JsonObject();
    json.addProperty("state", state);
    json.addProperty("pipelineTaskName", task);
    json.addProperty("pipelineJobResourceName", workflow);
    json.add("error", error);
    return json.toString();
  }
}
