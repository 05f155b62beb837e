// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.ServerJson;

/// A run.
///
/// @param id the server's id
/// @param name the name it was given
/// @param state its state
/// @param experimentId the experiment it belongs to
/// @param pipelineId its pipeline; empty if it was started from a specification alone
/// @param versionId the version of its pipeline; empty as above
/// @param parameters the parameters that it was given
/// @param description what is noted of it
/// @param created when it was made
/// @param finished when it has ended
/// @param stopRequested when somebody had it stopped; empty if nobody has since its last start
/// @param tasks what the server tells of its nodes, which may be late
public record Run(
    String id,
    String name,
    RunState state,
    String experimentId,
    String pipelineId,
    String versionId,
    JsonObject parameters,
    String description,
    Optional<Instant> created,
    Optional<Instant> finished,
    Optional<Instant> stopRequested,
    List<TaskDetail> tasks) {

  static Run of(ServerJson json) {
    ServerJson version = json.part("pipeline_version_reference");
    return new Run(json.text("run_id"), json.text("display_name"), RunState.of(json.text("state")),
        json.text("experiment_id"), version.text("pipeline_id"),
        version.text("pipeline_version_id"),
        json.part("runtime_config").part("parameters").object(), json.text("description"),
        json.time("created_at"), json.time("finished_at"),
        stopRequested(json.parts("state_history")),
        json.part("run_details").parts("task_details").stream().map(TaskDetail::of).toList());
  }

  private static Optional<Instant> stopRequested(List<ServerJson> history) {
    Optional<Instant> stop = Optional.empty();
    for (ServerJson one : history) {
      stop = switch (RunState.of(one.text("state"))) {
        case PENDING, RUNNING -> Optional.empty(); // it was started, or a retry has it go on
        case CANCELING -> one.time("update_time");
        case SUCCEEDED, SKIPPED, FAILED, CANCELED, PAUSED, UNKNOWN -> stop;
      };
    }
    return stop;
  }

  /// Whether it has ended because somebody had it stopped. Release 2.17 calls that FAILED, too.
  public boolean stopped() {
    return state == RunState.CANCELED
        || state == RunState.FAILED && stopRequested.isPresent();
  }

  /// Its state, for people.
  public String stateInWords() {
    return state == RunState.FAILED && stopped() ? state + " (stopped by somebody)"
        : state.toString();
  }

  /// How long it took; empty if it has not ended.
  public Optional<Duration> duration() {
    return created.flatMap(from -> finished.map(to -> Duration.between(from, to)));
  }
}
