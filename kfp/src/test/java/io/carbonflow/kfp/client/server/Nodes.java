// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;

/// The nodes that Argo makes of the steps of a workflow. By the settings that Kubeflow comes with, each
/// step is repeated where it fails; so there is a node of the type Retry for each, and one for its
/// attempt, `clean` and `clean(0)`. The steps within have the attempt's name before theirs.
final class Nodes {
  private final String workflow;
  private final Map<String, ArgoNode> byName = new LinkedHashMap<>();

  Nodes(String workflow) {
    this.workflow = workflow;
  }

  static String attempt(String step) {
    return step + "(0)";
  }

  ArgoNode get(String name) {
    return byName.get(name);
  }

  Collection<ArgoNode> all() {
    return byName.values();
  }

  /// Whether a step has begun and not ended.
  boolean isOpen(String step) {
    return byName.containsKey(step) && !byName.get(step).hasEnded();
  }

  /// Begins a step.
  ///
  /// @param type what an attempt is: `DAG` or `Pod`
  /// @param within the attempt that it is a part of; empty for the workflow
  /// @return the attempt
  ArgoNode begin(String step, String type, String template, String within, Instant now) {
    add(step, "Retry", template, within, now);
    return add(attempt(step), type, template, within, now);
  }

  /// A step that is not done, as `Omitted` or as `Skipped`.
  void leaveOut(String step, String template, String within, String as, String why, Instant now) {
    add(step, "Skipped", template, within, now).end(as, why, now);
  }

  /// What holds the rounds of a loop.
  ArgoNode group(String name, String template, String within, Instant now) {
    return add(name, "TaskGroup", template, within, now);
  }

  /// Ends a step and its attempt. What Argo says of a pod, it says of its step too.
  void end(String step, String as, String why, Instant now) {
    byName.get(step).end(as, why, now);
    ArgoNode attempt = byName.get(attempt(step));
    attempt.end(as, attempt.isPod() ? why : "", now);
  }

  /// Takes away a step and all that is within.
  void remove(String step) {
    byName.keySet().removeIf(name -> name.equals(step) || name.startsWith(step + "("));
  }

  private ArgoNode add(String name, String type, String template, String within, Instant now) {
    ArgoNode node = new ArgoNode(id(name), name, type, template, within.isEmpty() ? "" : id(within), now);
    byName.put(name, node);
    return node;
  }

  /// The id that Argo makes of a node's name: its FNV-1a hash (NodeID in Argo's workflow_types.go).
  private String id(String name) {
    if (name.equals(workflow)) {
      return name;
    }
    return workflow + "-" + hash(name);
  }

  /// The FNV-1a hash of 32 bits.
  static String hash(String text) {
    int hash = 0x811c9dc5;
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ one & 0xff) * 0x01000193;
    }
    return Integer.toUnsignedString(hash);
  }
}
