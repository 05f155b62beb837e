// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/// The nodes of a run as the server shows them.
///
/// @param workflow the name of the workflow
/// @param namespace the namespace of its pods
/// @param created when the run was made
/// @param nodes its nodes
record NodeViews(String workflow, String namespace, Instant created, Collection<ArgoNode> nodes) {
  private static final String NOT_YET = "0001-01-01T00:00:00Z";

  /// The nodes as `v2beta1` shows them: in no order, without messages and pods, and of those that were
  /// left out without a state.
  JsonArray details() {
    List<ArgoNode> mixed = nodes.stream().sorted(Comparator.comparing(node -> Ids.of(node.id))).toList();
    JsonArray details = new JsonArray();
    for (ArgoNode node : mixed) {
      JsonObject detail = new JsonObject();
      detail.addProperty("task_id", Ids.of(node.id));
      detail.addProperty("display_name", node.displayName());
      detail.addProperty("create_time", created.toString());
      detail.addProperty("start_time", node.started.toString());
      detail.addProperty("end_time", node.hasEnded() ? node.finished.toString() : NOT_YET);
      JsonObject now = new JsonObject();
      now.addProperty("update_time", node.started.toString());
      if (!node.phase.equals("Omitted")) {
        detail.addProperty("state", node.phase.toUpperCase());
        now.addProperty("state", node.phase.toUpperCase());
      }
      JsonArray history = new JsonArray();
      history.add(now);
      detail.add("state_history", history);
      details.add(detail);
    }
    mixed.stream().filter(node -> node.caches && node.hasEnded()).map(this::nameless)
        .forEach(details::add);
    return details;
  }

  /// What the launcher notes of a task whose results are kept.
  private JsonObject nameless(ArgoNode node) {
    JsonObject detail = new JsonObject();
    detail.addProperty("task_id", Ids.of(node.id + " launcher"));
    detail.addProperty("create_time", node.started.toString());
    detail.addProperty("start_time", node.started.toString());
    detail.addProperty("end_time", node.finished.toString());
    detail.addProperty("execution_id", "8");
    return detail;
  }

  /// The workflow as `v1beta1` hands it out.
  ///
  /// @param stopped whether somebody has had it stopped
  /// @param compressed whether its nodes are
  JsonObject manifest(
      String phase, Optional<String> message, boolean stopped, boolean compressed) {
    JsonObject annotations = new JsonObject();
    annotations.addProperty("workflows.argoproj.io/pod-name-format", "v2");
    JsonObject metadata = new JsonObject();
    metadata.addProperty("name", workflow);
    metadata.addProperty("namespace", namespace);
    metadata.add("annotations", annotations);
    JsonObject spec = new JsonObject();
    if (stopped) {
      spec.addProperty("activeDeadlineSeconds", 0);
    }
    JsonObject all = new JsonObject();
    nodes.forEach(node -> all.add(node.id, shown(node)));
    JsonObject status = new JsonObject();
    status.addProperty("phase", phase);
    message.ifPresent(text -> status.addProperty("message", text));
    if (compressed) {
      status.addProperty("compressedNodes", gzipped(all.toString()));
    } else {
      status.add("nodes", all);
    }
    JsonObject manifest = new JsonObject();
    manifest.add("metadata", metadata);
    manifest.add("spec", spec);
    manifest.add("status", status);
    return manifest;
  }

  /// A node except for its children: nobody asks for them here.
  private static JsonObject shown(ArgoNode node) {
    JsonObject one = new JsonObject();
    if (!node.boundary.isEmpty()) {
      one.addProperty("boundaryID", node.boundary);
    }
    one.addProperty("displayName", node.displayName());
    one.add("finishedAt", JsonNull.INSTANCE);
    if (node.hasEnded()) {
      one.addProperty("finishedAt", node.finished.toString());
    }
    one.addProperty("id", node.id);
    if (!node.message.isEmpty()) {
      one.addProperty("message", node.message);
    }
    one.addProperty("name", node.name);
    one.addProperty("phase", node.phase);
    one.addProperty("startedAt", node.started.toString());
    one.addProperty("templateName", node.template);
    one.addProperty("type", node.type);
    return one;
  }

  private static String gzipped(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
