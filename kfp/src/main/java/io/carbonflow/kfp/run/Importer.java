// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.ImporterSpec;

/// Imports a file or folder of this machine: a copy of it in the task's folder, where containers see it.
///
/// @param name the task's name
/// @param component its component
/// @param importer what it imports
/// @param in what the task takes
/// @param folder where its files are
record Importer(
    String name, Component component, ImporterSpec importer, TaskValues in, TaskFolder folder) {

  /// @return the artifact
  /// @throws Problem if it is on another machine, or not there
  TaskValues run() throws IOException {
    String uri = switch (importer.uri()) {
      case ImporterSpec.Fixed(String fixed) -> fixed;
      case ImporterSpec.Given(String input)
          when in.parameters().get(input) instanceof String given -> given;
      case ImporterSpec.Given(String input) -> throw new Problem(Place.of("input " + input),
          "is nothing, and is to be imported", "give it a URI such as file:///path");
    };
    Path source = path(uri);
    if (!Files.exists(source)) {
      throw problem("imports " + uri + ", and there is no such file", "name one that is there");
    }
    folder.renew();
    Map.Entry<String, Path> output =
        folder.artifacts(component.outputs()).entrySet().iterator().next();
    Copies.replace(source, output.getValue());
    return new TaskValues(Map.of(), Map.of(output.getKey(), List.of(
        new StoredArtifact(output.getValue(), importer.schemaTitle(), importer.metadata()))));
  }

  private Path path(String uri) {
    try {
      if (uri.startsWith("file:/")) {
        return Path.of(URI.create(uri));
      }
    } catch (IllegalArgumentException e) {
      throw new Problem(Place.of("task " + name), "imports '" + uri + "', which is not a path ("
          + e.getMessage() + ")", "write it as file:///path", e);
    }
    throw problem("imports " + uri + ", which a run on this machine does not fetch",
        "copy it here and give file:///path, or run it on Kubeflow");
  }

  private Problem problem(String what, String remedy) {
    return new Problem(Place.of("task " + name), what, remedy);
  }
}
