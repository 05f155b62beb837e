// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.ServerJson;

/// What a task has told of its outputs: Kubeflow's `ExecutorOutput`.
///
/// @param json the message
record ExecutorOutput(ServerJson json) {
  /// Reads the message; a task need not write one.
  ///
  /// @throws Problem if it is not JSON
  static ExecutorOutput read(Path file) {
    try {
      return new ExecutorOutput(ServerJson.parse(Files.exists(file) ? Files.readString(file) : "{}")
          .orElseThrow(() -> new IOException("it is not an object")));
    } catch (IOException e) {
      throw new Problem(Place.of(file), "is no executor output", "see the task's log", e);
    }
  }

  /// The metadata of the first artifact of an output.
  Map<String, Object> metadata(String output) {
    return json.part("artifacts").part(output).parts("artifacts").stream().findFirst()
        .map(artifact -> artifact.part("metadata").plain()).orElse(Map.of());
  }
}
