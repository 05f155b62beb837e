package io.carbonflow.kfp.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import io.carbonflow.base.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a task was given and what it gave: `task.json` in its folder.
///
/// @param fingerprint the hash of everything that decides its outputs
/// @param command the words it was started with
/// @param inputParameters the values of its input parameters
/// @param inputArtifacts the content hashes of its input artifacts
/// @param outputParameters the values of its output parameters, as text
/// @param outputArtifacts the content hashes of its output artifacts
record TaskRecord(
    String fingerprint,
    List<String> command,
    Map<String, Object> inputParameters,
    Map<String, List<String>> inputArtifacts,
    Map<String, String> outputParameters,
    Map<String, String> outputArtifacts) {
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping()
      .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  /// The record in a task's folder; empty where there is none that can be read.
  static Optional<TaskRecord> read(TaskFolder folder) {
    try {
      return Files.exists(folder.record())
          ? Optional.ofNullable(
              GSON.fromJson(Files.readString(folder.record()), TaskRecord.class))
              .filter(TaskRecord::complete)
          : Optional.empty();
    } catch (IOException | JsonParseException _) {
      return Optional.empty(); // The task is run again, which is always right.
    }
  }

  void write(TaskFolder folder) {
    AtomicFile.write(folder.record(), GSON.toJson(this) + "\n");
  }

  /// Whether every output artifact is still what the task wrote.
  boolean stillHolds(Map<String, Path> artifacts) {
    return artifacts.keySet().equals(outputArtifacts.keySet())
        && artifacts.entrySet().stream().allMatch(file -> Files.exists(file.getValue())
            && ContentHash.of(file.getValue()).equals(outputArtifacts.get(file.getKey())));
  }

  private boolean complete() {
    return fingerprint != null && outputParameters != null && outputArtifacts != null;
  }
}
