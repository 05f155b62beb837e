// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.step.Console;

/// One task on its way from inputs to outputs, as Kubeflow's driver and launcher take it.
///
/// @param name the task's name
/// @param cached whether it may be skipped where an earlier run had the same inputs
/// @param component its component
/// @param container the component's container, with placeholders
/// @param in what the task takes
/// @param folder where its files lie
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
        launcher.version(container), container.command(), container.args(), in.parameters(),
        hashes)));
    Map<String, Path> files = folder.artifacts(component.outputs());
    if (reuse && cached) {
      Optional<TaskRecord> earlier = TaskRecord.read(folder)
          .filter(record -> record.fingerprint().equals(fingerprint) && record.stillHolds(files));
      if (earlier.isPresent()) {
        console.line("unchanged");
        return given(earlier.get().outputParameters(), files);
      }
    }
    Files.deleteIfExists(folder.record());
    ContainerSpec resolved = resolved();
    if (!component.outputs().parameters().isEmpty()) {
      Files.createDirectories(folder.parameters()); // as Kubeflow's launcher does for all outputs
    }
    launcher.launch(new Job(name, resolved, in.parameters(), folder.path()), console);
    Map<String, String> parameters = outputParameters();
    Map<String, String> written = new TreeMap<>();
    files.forEach((key, file) -> written.put(key, ContentHash.of(file)));
    new TaskRecord(fingerprint,
        Stream.concat(resolved.command().stream(), resolved.args().stream()).toList(),
        in.parameters(), hashes, parameters, written).write(folder);
    return given(parameters, files);
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
      if (!Files.exists(folder.parameter(key))) {
        throw new Problem(Place.of("task " + name), "gave no value for its output " + key,
            "see " + folder.log());
      }
      texts.put(key, Files.readString(folder.parameter(key)));
    }
    return texts;
  }

  private TaskValues given(Map<String, String> texts, Map<String, Path> files) {
    Map<String, Object> parameters = new TreeMap<>();
    component.outputs().parameters().forEach(
        (key, spec) -> parameters.put(key, spec.type().read(texts.get(key))));
    ExecutorOutput told = ExecutorOutput.read(folder.executorOutput());
    Map<String, List<StoredArtifact>> artifacts = new TreeMap<>();
    files.forEach((key, file) -> artifacts.put(key, List.of(new StoredArtifact(
        file, component.outputs().artifacts().get(key).schemaTitle(), told.metadata(key)))));
    return new TaskValues(parameters, artifacts);
  }
}
