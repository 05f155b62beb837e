package io.carbonflow.kfp.step;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What Kubeflow's launcher tells a task about itself (`--executor-input {{$}}`): here, the files of
/// inputs that are lists, and where it waits for the metadata of the outputs. The message is `ExecutorInput` of
/// `pipeline_spec.proto`, the answer `ExecutorOutput`.
///
/// @param json the message
public record ExecutorInput(JsonObject json) {
  private static final String OPTION = "--executor-input";

  /// Reads the message.
  ///
  /// @throws Problem if it is not JSON or names no output file
  public static ExecutorInput parse(String text) {
    Optional<JsonObject> message = strict(text);
    if (message.flatMap(ExecutorInput::outputFile).isEmpty()) {
      throw new Problem(Place.of(OPTION), "is not Kubeflow's executor input with outputs.outputFile",
          "pass it as {{$}} in the component's arguments");
    }
    return new ExecutorInput(message.get());
  }

  private static Optional<JsonObject> strict(String text) {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement element = JsonParser.parseReader(reader);
      return reader.peek() == JsonToken.END_DOCUMENT && element instanceof JsonObject object
          ? Optional.of(object) : Optional.empty();
    } catch (JsonParseException | IOException _) {
      return Optional.empty();
    }
  }

  /// Where the files of an input are that is a list of artifacts, in the order in which they were
  /// collected.
  ///
  /// @throws Problem if the message has no such input, or a file that is nowhere on this machine
  List<Path> files(Port port) {
    JsonObject list = object(json, "inputs")
        .flatMap(inputs -> object(inputs, "artifacts"))
        .flatMap(artifacts -> object(artifacts, port.name()))
        .orElseThrow(() -> new Problem(Place.of(OPTION), "has no input artifact " + port.name(),
            "compile the pipeline with this version of carbonflow"));
    // The launcher's JSON leaves an empty list out.
    return list.get("artifacts") instanceof JsonArray all
        ? StreamSupport.stream(all.spliterator(), false)
            .map(one -> LocalCopy.of(OPTION, one.getAsJsonObject())).toList()
        : List.of();
  }

  /// Checks that the launcher waits for every artifact that a step gives. Done before the step runs,
  /// so that no work is lost.
  ///
  /// @throws Problem if it does not know one
  void check(List<Port> outputs) {
    for (Port port : outputs) {
      if (port.kind() instanceof Port.Kind.File && given(port).isEmpty()) {
        throw new Problem(Place.of(OPTION), "has no output artifact " + port.name(),
            "compile the pipeline with this version of carbonflow");
      }
    }
  }

  /// Writes the `ExecutorOutput`: each artifact as the launcher named it, with the numbers noted
  /// about it. All artifacts are listed, because Kubeflow's local orchestrator forgets the others.
  /// Parameters are read from their own files.
  void writeOutput(List<Port> ports, Object[] slots) {
    JsonObject artifacts = new JsonObject();
    for (int i = 0; i < slots.length; i++) {
      if (ports.get(i).kind() instanceof Port.Kind.File) {
        artifacts.add(ports.get(i).name(),
            list(given(ports.get(i)).orElseThrow(), ((Output.Slot<?>) slots[i]).notes()));
      }
    }
    JsonObject output = new JsonObject();
    output.add("artifacts", artifacts);
    AtomicFile.write(Path.of(outputFile(json).orElseThrow()), output.toString());
  }

  private static JsonObject list(JsonObject given, Map<String, Double> notes) {
    JsonObject artifact = new JsonObject();
    for (String field : List.of("name", "type", "uri")) {
      if (given.has(field)) {
        artifact.add(field, given.get(field));
      }
    }
    JsonObject metadata = given.get("metadata") instanceof JsonObject known
        ? known.deepCopy() : new JsonObject();
    notes.forEach((name, number) -> {
      if (Double.isFinite(number)) { // JSON has no form for others, and the launcher would refuse it
        metadata.addProperty(name, number);
      }
    });
    artifact.add("metadata", metadata);
    JsonArray one = new JsonArray();
    one.add(artifact);
    JsonObject list = new JsonObject();
    list.add("artifacts", one);
    return list;
  }

  private static Optional<String> outputFile(JsonObject json) {
    return object(json, "outputs")
        .map(outputs -> outputs.get("outputFile"))
        .filter(file -> file.isJsonPrimitive() && !file.getAsString().isEmpty())
        .map(JsonElement::getAsString);
  }

  private Optional<JsonObject> given(Port port) {
    return object(json, "outputs")
        .flatMap(outputs -> object(outputs, "artifacts"))
        .flatMap(artifacts -> object(artifacts, port.name()))
        .filter(list -> list.get("artifacts") instanceof JsonArray all && !all.isEmpty())
        .map(list -> list.getAsJsonArray("artifacts").get(0))
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject);
  }

  private static Optional<JsonObject> object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }
}
