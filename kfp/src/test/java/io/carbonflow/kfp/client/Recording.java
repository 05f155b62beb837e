// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.workflow.Workflow;
import io.carbonflow.kfp.workflow.WorkflowTasks;

/// What a real Kubeflow 2.17 has answered of a run.
///
/// @param run the answer to `apis/v2beta1/runs/ID`
/// @param manifest the workflow in the answer to `apis/v1beta1/runs/ID`, cut to its nodes
public record Recording(ServerJson run, ServerJson manifest) {
  private static final Path FOLDER = Path.of("..", "kubeflow", "recorded", "2.17");

  /// The recording of a name.
  public static Recording of(String name) {
    return new Recording(read(name + ".run.json"), read(name + ".workflow.json"));
  }

  /// What a file holds.
  static ServerJson read(String file) {
    try {
      return ServerJson.parse(Files.readString(FOLDER.resolve(file))).orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }

  /// The run as the client sees it.
  RunStatus status() {
    Workflow workflow = Workflow.of(manifest);
    return new RunStatus(Run.of(run), Optional.of(workflow), WorkflowTasks.of(workflow));
  }
}
