// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonObject;

/// The logs of pods, and what Argo has archived of them.
final class Logs {
  private static final String TOLD = "the message was sent";
  private final Map<String, Progress> progress;
  volatile boolean podsAreGone;
  volatile boolean archiveIsGone;
  /// What the task `notify` says that came of its message.
  volatile String webhook = TOLD;

  Logs(Map<String, Progress> progress) {
    this.progress = progress;
  }

  /// What a task logs.
  static String of(String task, boolean fails) {
    return task + ": looks at its inputs\n" + (task.equals("notify") ? TOLD + "\n" : fails ? "carbonflow " + task + ": merged.csv, line 3:"
        + " has no building; correct the table\n"
        + "F0105 main.go:57] failed to execute component: exit status 1\n" : task + ": done\n");
  }

  /// What the page's server answers.
  Reply fromPage(String pod) {
    String log = podsAreGone ? null : find("", pod);
    return log == null ? Reply.of(500, "text/html; charset=utf-8",
        "Could not get main container logs: Error: Unable to retrieve workflow status")
        : Reply.of(200, "application/octet-stream", log);
  }

  /// The server writes the status before it knows whether there is a log.
  Reply fromApi(String id, String pod) {
    String log = podsAreGone ? null : find(id, pod);
    return log != null ? Reply.of(200, "text/plain", log) : Reply.of(200, "text/plain",
        "{\"error_message\":\"Failed to read logs for run " + id + "\",\"error_details\":\"\"}");
  }

  /// The log of a pod; null if there is none of that name.
  String find(String run, String pod) {
    return progress.entrySet().stream().filter(one -> run.isEmpty() || one.getKey().equals(run))
        .flatMap(one -> one.getValue().nodes().stream())
        .filter(node -> node.isPod() && pod.equals(node.pod()) && !node.phase.equals("Pending"))
        .map(node -> node.log.replace(TOLD, webhook)).findFirst().orElse(null);
  }

  Reply archived(String id, String node) {
    ArgoNode found = progress.get(id).nodes().stream().filter(one -> one.id.equals(node)).findFirst()
        .orElse(null);
    if (found == null || found.phase.equals("Pending") || archiveIsGone) {
      return Reply.of(404, "text/plain", "{\"error_message\":\"artifact not found: <nil>\"}");
    }
    JsonObject data = new JsonObject();
    data.addProperty("data", Base64.getEncoder().encodeToString(
        found.log.getBytes(StandardCharsets.UTF_8)));
    return Reply.json(200, data);
  }

}
