// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.base.json.ServerJson;

/// What `v2beta1` tells of a node of a run: a task of the pipeline, or one of the nodes that Kubeflow
/// adds, such as a task's driver.
///
/// @param id the server's id
/// @param name its name; empty where the server has none
/// @param state its state
/// @param started when it was started
/// @param finished when it has ended
public record TaskDetail(
    String id, String name, RunState state, Optional<Instant> started,
    Optional<Instant> finished) {

  static TaskDetail of(ServerJson json) {
    List<ServerJson> history = json.parts("state_history");
    ServerJson last = json.text("state").isEmpty() && !history.isEmpty() ? history.getLast() : json;
    return new TaskDetail(json.text("task_id"), json.text("display_name"),
        RunState.of(last.text("state")), json.time("start_time"), json.time("end_time"));
  }
}
