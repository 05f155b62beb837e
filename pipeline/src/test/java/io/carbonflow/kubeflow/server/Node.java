package io.carbonflow.kubeflow.server;

import java.time.Instant;

/// A node of a workflow.
final class Node {
  final String id;
  final String name;
  final String template;
  final String boundary;
  final Instant started;
  String phase = "Running";
  String message = "";
  String log = "";
  Instant finished = Instant.EPOCH;

  Node(String id, String name, String template, String boundary, Instant started) {
    this.id = id;
    this.name = name;
    this.template = template;
    this.boundary = boundary;
    this.started = started;
  }

  /// Whether it is a pod, and not a group of nodes.
  boolean isPod() {
    return template.endsWith("impl") || template.endsWith("driver");
  }

  /// The name of its pod: the workflow's, the template's, and the end of its id.
  String pod() {
    return id.replaceFirst("-(\\d+)$", "-" + template + "-$1");
  }

  /// Lets what has ended go on.
  void goOn() {
    end("Running", "", Instant.EPOCH);
  }

  /// Ends it.
  void end(String as, String why, Instant now) {
    phase = as;
    message = why;
    finished = now;
  }
}
