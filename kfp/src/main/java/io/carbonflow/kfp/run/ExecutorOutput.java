// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.json.ServerJson;

/// What a task has said about its outputs: Kubeflow's `ExecutorOutput`.
///
/// @param json the message
record ExecutorOutput(ServerJson json) {
  private static final String REMEDY = "see the task's log";

  /// Reads the message; a task need not write one.
  ///
  /// @throws Problem if it is not JSON
  static ExecutorOutput read(Path file) {
    return new ExecutorOutput(ServerJson.parse(
        Files.exists(file) ? BoundedInput.text(file, InputLimits.JSON, REMEDY) : "{}")
        .orElseThrow(() -> new Problem(Place.of(file), "is not an executor output", REMEDY)));
  }

  /// The metadata of the first artifact of an output.
  Map<String, Object> metadata(String output) {
    return json.part("artifacts").part(output).parts("artifacts").stream().findFirst()
        .map(artifact -> artifact.part("metadata").plain()).orElse(Map.of());
  }
}
