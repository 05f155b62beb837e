// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.notify;

import module java.base;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/// Recorded workflows as they were while their exit task ran: what the exit task is part of has not
/// ended, and so has not the workflow. They were recorded when all was over; this is cut out of that.
final class Unfinished {

  private Unfinished() {}

  static JsonObject recorded(String name) throws IOException {
    JsonObject manifest = JsonParser.parseString(Files.readString(
        Path.of("../kubeflow/recorded/2.17", name + ".workflow.json"))).getAsJsonObject();
    manifest.getAsJsonObject("status").addProperty("phase", "Running");
    each(manifest, node -> {
      if (isAround(node.get("name").getAsString())) {
        node.addProperty("phase", "Running");
        node.add("finishedAt", null);
      }
    });
    return manifest;
  }

  /// Whether the exit task is part of a node: of the exit hook, except for its driver, and of all around
  /// that but the part that it stands behind.
  private static boolean isAround(String name) {
    return name.contains(".onExit") ? !name.contains("-driver")
        : name.matches("[^.]+(\\.root(\\(0\\))?)?");
  }

  /// Does something with each node of a workflow.
  static void each(JsonObject manifest, Consumer<JsonObject> change) {
    manifest.getAsJsonObject("status").getAsJsonObject("nodes").asMap().values().stream()
        .map(JsonElement::getAsJsonObject).forEach(change);
  }
}
