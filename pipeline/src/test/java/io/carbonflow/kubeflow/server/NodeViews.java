package io.carbonflow.kubeflow.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;

/// The nodes of a run as the server shows them.
///
/// @param workflow the name of the workflow
/// @param namespace the namespace of its pods
/// @param nodes its nodes
record NodeViews(String workflow, String namespace, Collection<Node> nodes) {

  /// The nodes as `v2beta1` shows them: without ids, messages and pods.
  JsonArray details(String run) {
    JsonArray details = new JsonArray();
    for (Node node : nodes) {
      JsonObject detail = new JsonObject();
      detail.addProperty("run_id", run);
      detail.addProperty("task_id", Ids.of(node.id));
      detail.addProperty("display_name", node.name);
      detail.addProperty("start_time", node.started.toString());
      detail.addProperty("end_time", node.finished.toString());
      detail.addProperty("state", node.phase.toUpperCase());
      details.add(detail);
    }
    return details;
  }

  /// The workflow as `v1beta1` hands it out.
  JsonObject manifest() {
    JsonObject metadata = new JsonObject();
    metadata.addProperty("name", workflow);
    metadata.addProperty("namespace", namespace);
    JsonObject all = new JsonObject();
    for (Node node : nodes) {
      JsonObject one = new JsonObject();
      one.addProperty("id", node.id);
      one.addProperty("displayName", node.name);
      one.addProperty("type", node.isPod() ? "Pod" : "DAG");
      one.addProperty("templateName", node.template);
      one.addProperty("boundaryID", node.boundary);
      one.addProperty("phase", node.phase);
      one.addProperty("message", node.message);
      one.addProperty("startedAt", node.started.toString());
      all.add(node.id, one);
    }
    JsonObject status = new JsonObject();
    status.add("nodes", all);
    JsonObject manifest = new JsonObject();
    manifest.add("metadata", metadata);
    manifest.add("status", status);
    return manifest;
  }
}
