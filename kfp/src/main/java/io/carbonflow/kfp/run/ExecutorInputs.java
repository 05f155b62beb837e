// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.kfp.ir.Component.Interface;

/// Kubeflow's `ExecutorInput` message for a task.
record ExecutorInputs(Inputs inputs, Outputs outputs) {

  private record Inputs(Map<String, Object> parameterValues, Map<String, Files> artifacts) {}

  private record Outputs(
      Map<String, OutputFile> parameters, Map<String, Files> artifacts, String outputFile) {}

  private record OutputFile(String outputFile) {}

  private record Files(List<Artifact> artifacts) {}

  private record Artifact(
      String name, Type type, String uri, Optional<Map<String, Object>> metadata) {}

  private record Type(String schemaTitle) {}

  /// The message.
  ///
  /// @param in what the task takes
  /// @param outputs what it gives
  /// @param folder where the outputs go
  static JsonObject of(TaskValues in, Interface outputs, TaskFolder folder) {
    Map<String, Files> taken = new TreeMap<>();
    in.artifacts().forEach((name, files) -> taken.put(name, files(name, files)));
    Map<String, OutputFile> parameters = new TreeMap<>();
    outputs.parameters().keySet().forEach(name ->
        parameters.put(name, new OutputFile(folder.parameter(name).toString())));
    Map<String, Files> artifacts = new TreeMap<>();
    folder.artifacts(outputs).forEach((name, file) -> artifacts.put(
        name, files(name, List.of(new StoredArtifact(file, outputs.artifacts().get(name).schemaTitle(),
            outputs.artifacts().get(name).metadata())))));
    return Json.tree(new ExecutorInputs(new Inputs(in.parameters(), taken), new Outputs(
        parameters, artifacts, folder.executorOutput().toString()))).getAsJsonObject();
  }

  private static Files files(String name, List<StoredArtifact> files) {
    return new Files(files.stream().map(file -> new Artifact(name, new Type(file.type()),
        file.path().toAbsolutePath().toUri().toString(),
        Optional.<Map<String, Object>>of(new TreeMap<>(file.metadata()))
            .filter(metadata -> !metadata.isEmpty()))).toList());
  }
}
