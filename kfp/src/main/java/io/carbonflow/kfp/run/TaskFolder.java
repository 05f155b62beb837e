// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.kfp.ir.Component.Interface;

/// Where a task's files lie: its outputs by their natural names, and beside them what it was given
/// and what it logged.
///
/// @param path the folder
record TaskFolder(Path path) {

  /// What the task was given and gave; written last, so a task that has it has ended well.
  Path record() {
    return path.resolve("task.json");
  }

  /// What the task logged.
  Path log() {
    return path.resolve("log.txt");
  }

  /// Where the task leaves the metadata of its outputs.
  Path executorOutput() {
    return path.resolve("executor_output.json");
  }

  /// Where the values of output parameters go.
  Path parameters() {
    return path.resolve("parameters");
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
}
