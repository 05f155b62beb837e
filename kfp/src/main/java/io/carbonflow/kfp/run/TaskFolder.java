// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.file.TemporaryFolder;
import io.carbonflow.kfp.ir.Component.Interface;

/// Where a task's files are: its outputs by their natural names in a folder of its own, which each
/// attempt finds empty; what it was given and what it logged beside that folder.
///
/// No output can be called as what the runner keeps there: a task's name has no dot, and an output's
/// does not begin with one.
///
/// @param path the folder
record TaskFolder(Path path) {

  /// What the task was given and gave; written last, so a task that has it has ended well.
  Path record() {
    return beside(".json");
  }

  /// What the task logged.
  Path log() {
    return beside(".log");
  }

  private Path beside(String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  /// What the task writes for Kubeflow's launcher, in whose place the runner is.
  private Path told() {
    return path.resolve(".executor");
  }

  /// Where the task leaves the metadata of its outputs.
  Path executorOutput() {
    return told().resolve("executor_output.json");
  }

  /// Where the values of output parameters go.
  Path parameters() {
    return told().resolve("parameters");
  }

  /// Where the value of an output parameter goes.
  Path parameter(String name) {
    return parameters().resolve(name);
  }

  /// Where each output artifact goes.
  Map<String, Path> artifacts(Interface outputs) {
    Map<String, Path> files = new TreeMap<>();
    outputs.artifacts().forEach((name, spec) -> files.put(name, path.resolve(spec.fileName(name))));
    return files;
  }

  /// Empties the folder for an attempt: nothing of an earlier one is left, and what an earlier
  /// one's container may still write goes nowhere.
  void renew() throws IOException {
    forget();
    Files.createDirectories(parameters()); // as Kubeflow's launcher does for all outputs
  }

  /// Removes what earlier attempts have left, except for their log. The record goes first: without it
  /// nothing here is taken for what the task has given.
  void forget() throws IOException {
    Files.deleteIfExists(record());
    TemporaryFolder.remove(path);
  }
}
