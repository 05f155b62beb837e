// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;

/// What a task was given and what it gave: `TASK.json` beside its folder.
///
/// @param fingerprint the hash of everything that decides its outputs
/// @param command the words it was started with
/// @param inputParameters the values of its input parameters
/// @param inputArtifacts the content hashes of its input artifacts
/// @param outputParameters the values of its output parameters, as text
/// @param outputArtifacts the content hashes of the output artifacts that it has written
record TaskRecord(
    String fingerprint,
    List<String> command,
    Map<String, Object> inputParameters,
    Map<String, List<String>> inputArtifacts,
    Map<String, String> outputParameters,
    Map<String, String> outputArtifacts) {
  /// The record in a task's folder; empty where none can be read.
  static Optional<TaskRecord> read(TaskFolder folder) {
    try {
      return Files.exists(folder.record())
          ? Optional.of(StrictJson.read(folder.record()).to(TaskRecord.class)) : Optional.empty();
    } catch (Problem _) {
      return Optional.empty(); // The task is run again, which is always right.
    }
  }

  void write(TaskFolder folder) {
    AtomicFile.write(folder.record(), Json.pretty(this));
  }

  /// Whether every output artifact is still what the task wrote, or still not there.
  boolean stillHolds(Map<String, Path> artifacts) {
    return artifacts.keySet().containsAll(outputArtifacts.keySet())
        && artifacts.entrySet().stream().allMatch(file -> Files.exists(file.getValue())
            ? ContentHash.of(file.getValue()).equals(outputArtifacts.get(file.getKey()))
            : !outputArtifacts.containsKey(file.getKey()));
  }
}
