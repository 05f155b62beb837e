package io.carbonflow.step;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.file.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What Kubeflow's launcher tells a task about itself (`--executor-input {{$}}`): here, where it
/// waits for the metadata of the outputs. The message is `ExecutorInput` of
/// `pipeline_spec.proto`, the answer `ExecutorOutput`.
///
/// @param json the message
public record ExecutorInput(JsonObject json) {
  private static final String OPTION = "--executor-input";

  /// Reads the message.
  ///
  /// @throws Problem if it is not JSON or names no output file
  public static ExecutorInput parse(String text) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      json.getAsJsonObject("outputs").get("outputFile").getAsString();
      return new ExecutorInput(json);
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new Problem(Place.of(OPTION), "is not Kubeflow's executor input with outputs.outputFile",
          "pass it as {{$}} in the component's arguments", e);
    }
  }

  /// Writes the `ExecutorOutput`: each artifact as the launcher named it, with the numbers noted
  /// about it.
  void writeOutput(List<Port> ports, Map<String, Path> files, Object[] slots) {
    JsonObject artifacts = new JsonObject();
    for (int i = 0; i < slots.length; i++) {
      if (ports.get(i).kind() instanceof Port.Kind.File) {
        artifacts.add(ports.get(i).name(), list(ports.get(i), (Output.Slot<?>) slots[i]));
      }
    }
    JsonObject output = new JsonObject();
    output.add("artifacts", artifacts);
    WholeFile.write(
        Path.of(json.getAsJsonObject("outputs").get("outputFile").getAsString()),
        output.toString());
  }

  private JsonObject list(Port port, Output.Slot<?> slot) {
    JsonObject artifact = new JsonObject();
    JsonObject given = given(port);
    for (String field : List.of("name", "type", "uri")) {
      if (given.has(field)) {
        artifact.add(field, given.get(field));
      }
    }
    JsonObject metadata = new JsonObject();
    slot.notes().forEach(metadata::addProperty);
    artifact.add("metadata", metadata);
    JsonArray one = new JsonArray();
    one.add(artifact);
    JsonObject list = new JsonObject();
    list.add("artifacts", one);
    return list;
  }

  private JsonObject given(Port port) {
    try {
      JsonElement artifacts = json.getAsJsonObject("outputs").getAsJsonObject("artifacts")
          .getAsJsonObject(port.name()).get("artifacts");
      return artifacts.getAsJsonArray().get(0).getAsJsonObject();
    } catch (NullPointerException | IllegalStateException | IndexOutOfBoundsException e) {
      throw new Problem(Place.of(OPTION), "has no output artifact " + port.name(),
          "compile the pipeline with this version of carbonflow", e);
    }
  }
}
