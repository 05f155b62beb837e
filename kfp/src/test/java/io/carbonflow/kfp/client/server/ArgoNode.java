// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;

/// A node of a workflow, as Argo keeps it.
final class ArgoNode {
  final String id;
  final String name;
  final String type;
  final String template;
  final String boundary;
  final Instant started;
  String phase = "Running";
  String message = "";
  String log = "";
  /// Whether it is a task whose results the launcher keeps.
  boolean caches;
  /// When it ended; null if it has not.
  Instant finished;

  ArgoNode(String id, String name, String type, String template, String boundary, Instant started) {
    this.id = id;
    this.name = name;
    this.type = type;
    this.template = template;
    this.boundary = boundary;
    this.started = started;
  }

  boolean isPod() {
    return type.equals("Pod");
  }

  boolean hasEnded() {
    return finished != null;
  }

  /// What it is called beside its siblings.
  String displayName() {
    int parent = name.lastIndexOf(").");
    return parent < 0 ? name : name.substring(parent + 2);
  }

  /// The name of its pod: the workflow's, the template's, and the end of its id.
  String pod() {
    return id.replaceFirst("-(\\d+)$", "-" + template + "-$1");
  }

  /// Lets what has ended go on.
  void goOn() {
    phase = "Running";
    message = "";
    finished = null;
  }

  /// Ends it.
  void end(String as, String why, Instant now) {
    phase = as;
    message = why;
    finished = now;
  }
}
