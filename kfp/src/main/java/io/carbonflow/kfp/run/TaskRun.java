// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.PodMount;
import io.carbonflow.kfp.step.Console;

/// One task on its way from inputs to outputs, as Kubeflow's driver and launcher take it.
///
/// @param name the task's name
/// @param cached whether it may be skipped where an earlier run had the same inputs
/// @param component its component
/// @param container the component's container, with placeholders
/// @param in what the task takes
/// @param folder where its files are
record TaskRun(
    String name,
    boolean cached,
    Component component,
    ContainerSpec container,
    TaskValues in,
    TaskFolder folder) {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  /// Runs the task, or finds that its outputs are there already.
  ///
  /// @param reuse whether an earlier run's outputs may be taken
  /// @return what the task gives
  TaskValues run(Launcher launcher, boolean reuse, Console console) throws Exception {
    Map<String, List<String>> hashes = new TreeMap<>();
    in.artifacts().forEach((key, files) -> hashes.put(
        key, files.stream().map(file -> ContentHash.of(file.path())).toList()));
    String fingerprint = ContentHash.of(GSON.toJson(List.of(
        launcher.version(container), decisive(), in.parameters(), hashes, outputs())));
    Map<String, Path> files = folder.artifacts(component.outputs());
    if (reuse && cached) {
      Optional<TaskRecord> earlier = TaskRecord.read(folder)
          .filter(record -> record.fingerprint().equals(fingerprint) && record.stillHolds(files));
      if (earlier.isPresent()) {
        console.line("unchanged");
        return given(earlier.get().outputParameters(), files);
      }
    }
    folder.renew();
    ContainerSpec resolved = resolved();
    launcher.launch(new Job(name, resolved, in.parameters(), folder.path()), console);
    Map<String, String> parameters = outputParameters();
    TaskValues given = given(parameters, files);
    Map<String, String> written = new TreeMap<>();
    files.forEach((key, file) -> {
      if (Files.exists(file)) {
        written.put(key, ContentHash.of(file));
      } else {
        console.line("has written no " + key); // which Kubeflow's launcher lets pass as well
      }
    });
    new TaskRecord(fingerprint,
        Stream.concat(resolved.command().stream(), resolved.args().stream()).toList(),
        in.parameters(), hashes, parameters, written).write(folder);
    return given;
  }

  /// What decides the outputs of all that is said of the container. What it may use does not: with
  /// less it may fail, but gives nothing else. Secrets and all other things of a cluster are not
  /// there on this machine.
  private List<Object> decisive() {
    return List.of(container.command(), container.args(), container.env(),
        container.pod().mounts().stream().map(PodMount::path).toList());
  }

  /// What the task is to give, by the names of its files.
  private List<Object> outputs() {
    Map<String, String> names = new TreeMap<>();
    component.outputs().artifacts().forEach((key, spec) -> names.put(key, spec.fileName(key)));
    return List.of(component.outputs().parameters().keySet(), names);
  }

  private ContainerSpec resolved() {
    Placeholders placeholders = new Placeholders(
        in.parameters(), new ServerJson(ExecutorInputs.of(in, component.outputs(), folder)));
    return container.resolved(
        placeholders.resolve(container.command()), placeholders.resolve(container.args()));
  }

  private Map<String, String> outputParameters() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String key : component.outputs().parameters().keySet()) {
      Path file = folder.parameter(key);
      if (!Files.exists(file)) {
        throw wrong("gave no value for its output " + key, null);
      } else if (!Files.isRegularFile(file)) {
        throw wrong("gave no value for its output " + key + ", but a folder in its place", null);
      }
      try {
        texts.put(key, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(BoundedInput.bytes(
            file, InputLimits.PARAMETER, "see " + folder.log()))).toString());
      } catch (CharacterCodingException e) {
        throw wrong("gave a value for its output " + key + " that is not text in UTF-8", e);
      }
    }
    return texts;
  }

  private TaskValues given(Map<String, String> texts, Map<String, Path> files) {
    Map<String, Object> parameters = new TreeMap<>();
    component.outputs().parameters().forEach((key, spec) -> {
      try {
        parameters.put(key, spec.type().read(texts.get(key)));
      } catch (IllegalArgumentException e) {
        throw wrong("gave a value for its output " + key + " that is none: " + e.getMessage(), e);
      }
    });
    ExecutorOutput told = ExecutorOutput.read(folder.executorOutput());
    Map<String, List<StoredArtifact>> artifacts = new TreeMap<>();
    files.forEach((key, file) -> {
      if (Files.exists(file)) {
        artifacts.put(key, List.of(new StoredArtifact(
            file, component.outputs().artifacts().get(key).schemaTitle(), told.metadata(key))));
      }
    });
    return new TaskValues(parameters, artifacts);
  }

  private Problem wrong(String what, Exception cause) {
    return new Problem(Place.of("task " + name), what, "see " + folder.log(), cause);
  }
}
