// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/// What Kubeflow knows of a run, which it hands to Argo when somebody looks at it first.
final class Progress {
  private final String name;
  private final String namespace;
  private final JsonObject spec;
  private final boolean large;
  private final Supplier<Instant> clock;
  private final Instant created;
  private final JsonArray history = new JsonArray();
  private ArgoWorkflow argo;
  private String state;
  private Instant finished = Instant.EPOCH;
  private JsonArray seen = new JsonArray();

  /// A run.
  ///
  /// @param name the name of its workflow
  /// @param namespace the namespace of its pods
  /// @param large whether Argo compresses its nodes, and Kubeflow does not see what becomes of it
  Progress(String name, String namespace, JsonObject spec, boolean large,
      Supplier<Instant> clock) {
    this.name = name;
    this.namespace = namespace;
    this.spec = spec;
    this.large = large;
    this.clock = clock;
    created = clock.get();
    turn("PENDING");
  }

  String state() {
    return state;
  }

  Collection<ArgoNode> nodes() {
    return argo == null ? List.of() : argo.nodes.all();
  }

  void cancel() {
    turn("CANCELING");
  }

  void retry() {
    argo.retry();
    finished = Instant.EPOCH;
    turn("RUNNING");
  }

  private void turn(String next) {
    state = next;
    JsonObject one = new JsonObject();
    one.addProperty("update_time", clock.get().toString());
    one.addProperty("state", next);
    history.add(one);
  }

  /// Does the next thing.
  ///
  /// @param failing the task that fails; empty for none
  /// @param held the tasks whose pods cannot start, and why
  void tick(String failing, Map<String, String> held) {
    if (argo == null) {
      argo = new ArgoWorkflow(name, spec, clock.get());
    } else if (argo.phase().equals("Running") && state.equals("CANCELING")) {
      argo.stop(clock.get());
    } else if (argo.phase().equals("Running")) {
      argo.tick(failing, held, clock.get());
    }
    if (large && !seen.isEmpty()) {
      return;
    } else if (state.equals("PENDING")) {
      turn("RUNNING");
    } else if (!argo.phase().equals("Running") && state.matches("RUNNING|CANCELING")) {
      // Release 2.17 calls a run FAILED that somebody has stopped.
      finished = clock.get();
      turn(argo.phase().toUpperCase());
    }
    seen = views().details();
  }

  private NodeViews views() {
    return new NodeViews(name, namespace, created, nodes());
  }

  /// Adds what is known of the run.
  void show(JsonObject run) {
    run.addProperty("state", state);
    run.add("state_history", history.deepCopy());
    run.addProperty("finished_at", finished.toString());
    JsonObject details = new JsonObject();
    JsonArray nodes = seen.deepCopy();
    nodes.forEach(one -> one.getAsJsonObject().add("run_id", run.get("run_id")));
    details.add("task_details", nodes);
    run.add("run_details", details);
  }

  /// The workflow as `v1beta1` hands it out; empty if there is none yet.
  String manifest() {
    return argo == null ? "" : views().manifest(
        argo.phase(), argo.message(), state.equals("CANCELING") || wasStopped(), large).toString();
  }

  private boolean wasStopped() {
    return history.size() > 1 && history.get(history.size() - 2).getAsJsonObject().get("state")
        .getAsString().equals("CANCELING");
  }
}
