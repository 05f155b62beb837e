package io.carbonflow.kfp.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What a task has told of its outputs: Kubeflow's `ExecutorOutput`.
///
/// @param json the message
record ExecutorOutput(JsonObject json) {
  private static final Gson GSON = new GsonBuilder()
      .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  /// Reads the message; a task need not write one.
  ///
  /// @throws Problem if it is not JSON
  static ExecutorOutput read(Path file) {
    try {
      return new ExecutorOutput(Files.exists(file)
          ? GSON.fromJson(Files.readString(file), JsonObject.class) : new JsonObject());
    } catch (IOException | JsonParseException e) {
      throw new Problem(Place.of(file), "is no executor output", "see the task's log", e);
    }
  }

  /// The metadata of the first artifact of an output.
  Map<String, Object> metadata(String output) {
    return json.get("artifacts") instanceof JsonObject outputs
        && outputs.get(output) instanceof JsonObject list
        && list.get("artifacts") instanceof JsonArray all && !all.isEmpty()
        && all.get(0).getAsJsonObject().get("metadata") instanceof JsonObject metadata
        ? GSON.fromJson(metadata, new TypeToken<Map<String, Object>>() {}.getType()) : Map.of();
  }
}
