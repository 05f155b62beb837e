// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.workflow;

import module java.base;
import io.carbonflow.base.json.ServerJson;

/// A node of a workflow. Argo makes one of each pod, and one of each group of pods.
///
/// @param id its id
/// @param place which task it belongs to, and as what
/// @param isPod whether it is a pod
/// @param phase how it is getting on
/// @param message what Argo says of it: why it waits, or why it has failed; may be empty
/// @param pod the name of its pod, if it is one
/// @param started when it was started
/// @param finished when it has ended
public record Node(
    String id,
    NodePlace place,
    boolean isPod,
    Phase phase,
    String message,
    String pod,
    Optional<Instant> started,
    Optional<Instant> finished) {

  static Node of(ServerJson workflow, ServerJson node) {
    String template = node.text("templateName");
    return new Node(node.text("id"),
        NodePlace.of(workflow.text("name"), node.text("name"), template),
        node.text("type").equals("Pod"), Phase.of(node.text("phase")), node.text("message"),
        pod(workflow, node, template), node.time("startedAt"), node.time("finishedAt"));
  }

  /// How Argo names pods, as far as Kubeflow makes use of it (backend/src/common/util/workflow.go,
  /// RetrievePodName).
  private static String pod(ServerJson workflow, ServerJson node, String template) {
    String id = node.text("id");
    boolean old = workflow.part("annotations").text("workflows.argoproj.io/pod-name-format")
        .equals("v1");
    return old || id.equals(workflow.text("name")) ? id : workflow.text("name") + "-"
        + template + id.substring(Math.max(0, id.lastIndexOf('-')));
  }
}
