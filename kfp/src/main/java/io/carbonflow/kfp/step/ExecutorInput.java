// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.ServerJson;

/// What Kubeflow's launcher tells a task about itself (`--executor-input {{$}}`): here, the files of
/// inputs that are lists, and where it waits for the metadata of the outputs. The message is `ExecutorInput` of
/// `pipeline_spec.proto`, the answer `ExecutorOutput`.
///
/// @param json the message
public record ExecutorInput(ServerJson json) {
  private static final String OPTION = "--executor-input";

  /// Reads the message.
  ///
  /// @throws Problem if it is not JSON or names no output file
  public static ExecutorInput parse(String text) {
    try {
      if (Json.parse(text) instanceof JsonObject object) {
        ExecutorInput input = new ExecutorInput(new ServerJson(object));
        if (!input.outputFile().isEmpty()) {
          return input;
        }
      }
    } catch (JsonParseException _) {
      // Answered below, as any other text that is no such message.
    }
    throw new Problem(Place.of(OPTION), "is not Kubeflow's executor input with outputs.outputFile",
        "pass it as {{$}} in the component's arguments");
  }

  /// Where the files of an input are that is a list of artifacts, in the order in which they were
  /// collected.
  ///
  /// @throws Problem if the message has no such input, or a file that is nowhere on this machine
  List<Path> files(Port port) {
    ServerJson inputs = json.part("inputs").part("artifacts");
    if (!inputs.names().contains(port.name())) {
      throw new Problem(Place.of(OPTION), "has no input artifact " + port.name(),
          "compile the pipeline with this version of the program");
    }
    // The launcher's JSON leaves an empty list out.
    if (!(inputs.object().get(port.name()) instanceof JsonObject list)) {
      throw noArtifacts(port);
    }
    return list.has("artifacts") ? files(port, list.get("artifacts")) : List.of();
  }

  private static List<Path> files(Port port, JsonElement artifacts) {
    if (!(artifacts instanceof JsonArray all)) {
      throw noArtifacts(port);
    }
    List<Path> files = new ArrayList<>();
    for (JsonElement one : all) {
      if (!(one instanceof JsonObject artifact)) {
        throw noArtifacts(port);
      }
      files.add(LocalCopy.of(OPTION, new ServerJson(artifact)));
    }
    return files;
  }

  private static Problem noArtifacts(Port port) {
    return new Problem(Place.of(OPTION), "has something else than artifacts as input " + port.name(),
        "pass it as {{$}} in the component's arguments");
  }

  /// Checks that the launcher waits for every artifact that a step gives. Done before the step runs,
  /// so that no work is lost.
  ///
  /// @throws Problem if it does not know one
  void check(List<Port> outputs) {
    for (Port port : outputs) {
      if (port.kind() instanceof Port.Kind.File && given(port).isEmpty()) {
        throw new Problem(Place.of(OPTION), "has no output artifact " + port.name(),
            "compile the pipeline with this version of the program");
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
            list(given(ports.get(i)).orElseThrow(), ((Output.Slot<?>) slots[i]).metrics()));
      }
    }
    JsonObject output = new JsonObject();
    output.add("artifacts", artifacts);
    AtomicFile.write(Path.of(outputFile()), output.toString());
  }

  private static JsonObject list(ServerJson named, Map<String, Double> notes) {
    JsonObject given = named.object();
    JsonObject artifact = new JsonObject();
    for (String field : List.of("name", "type", "uri")) {
      if (given.has(field)) {
        artifact.add(field, given.get(field));
      }
    }
    JsonObject metadata = named.part("metadata").object().deepCopy();
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

  private String outputFile() {
    return json.part("outputs").text("outputFile");
  }

  private Optional<ServerJson> given(Port port) {
    return json.part("outputs").part("artifacts").part(port.name()).parts("artifacts").stream()
        .findFirst();
  }
}
