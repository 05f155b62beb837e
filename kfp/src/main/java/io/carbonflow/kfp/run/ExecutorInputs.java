package io.carbonflow.kfp.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.kfp.ir.Component.Interface;
import java.util.List;
import java.util.TreeMap;

/// Makes Kubeflow's `ExecutorInput` message for a task.
final class ExecutorInputs {
  private ExecutorInputs() {}

  /// The message.
  ///
  /// @param in what the task takes
  /// @param outputs what it gives
  /// @param folder where the outputs go
  static JsonObject of(TaskValues in, Interface outputs, TaskFolder folder) {
    JsonObject inputs = new JsonObject();
    inputs.add("parameterValues", Json.tree(in.parameters()));
    JsonObject taken = new JsonObject();
    in.artifacts().forEach((name, files) -> taken.add(name, list(name, files)));
    inputs.add("artifacts", taken);

    JsonObject parameters = new JsonObject();
    outputs.parameters().keySet().forEach(name -> {
      JsonObject file = new JsonObject();
      file.addProperty("outputFile", folder.parameter(name).toString());
      parameters.add(name, file);
    });
    JsonObject artifacts = new JsonObject();
    folder.artifacts(outputs).forEach((name, file) -> artifacts.add(
        name, list(name, List.of(new StoredArtifact(file, outputs.artifacts().get(name).schemaTitle(),
            outputs.artifacts().get(name).metadata())))));
    JsonObject given = new JsonObject();
    given.add("parameters", parameters);
    given.add("artifacts", artifacts);
    given.addProperty("outputFile", folder.executorOutput().toString());

    JsonObject message = new JsonObject();
    message.add("inputs", inputs);
    message.add("outputs", given);
    return message;
  }

  private static JsonObject list(String name, List<StoredArtifact> files) {
    JsonArray artifacts = new JsonArray();
    for (StoredArtifact file : files) {
      JsonObject type = new JsonObject();
      type.addProperty("schemaTitle", file.type());
      JsonObject artifact = new JsonObject();
      artifact.addProperty("name", name);
      artifact.add("type", type);
      artifact.addProperty("uri", file.path().toAbsolutePath().toUri().toString());
      if (!file.metadata().isEmpty()) {
        artifact.add("metadata", Json.tree(new TreeMap<>(file.metadata())));
      }
      artifacts.add(artifact);
    }
    JsonObject list = new JsonObject();
    list.add("artifacts", artifacts);
    return list;
  }
}
