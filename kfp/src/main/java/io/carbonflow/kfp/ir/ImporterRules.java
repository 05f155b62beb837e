// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;

/// What Kubeflow's importer, which is driver and launcher in one, does other than its IR says.
///
/// @param wiring the DAG that the task is in
/// @param name the task's name
/// @param task the task
/// @param component its component
/// @param importer what it imports
record ImporterRules(
    Wiring wiring, String name, Task task, Component component, ImporterSpec importer) {
  private static final Pattern URI = Pattern.compile("(?s)[a-z][a-z0-9+.-]*:/.*");

  void run() {
    String place = "task " + name;
    if (component.outputs().artifacts().size() != 1) {
      throw wiring.problem(place, "imports " + component.outputs().artifacts().size()
          + " artifacts, and Kubeflow's importer one", "let it have one output, an artifact");
    }
    wiring.artifactFits(place + ", output", new Component.ArtifactSpec(importer.schemaTitle(), false,
        Map.of(), ""), component.outputs().artifacts().values().iterator().next());
    if (task.policy().trigger().condition().isPresent()) {
      throw wiring.problem(place, "is an importer and has a condition, which Kubeflow refuses",
          "put it into a DAG that has the condition");
    }
    if (task.policy().trigger().evenAfterFailure()) {
      throw wiring.problem(place, "is an importer and runs at the end, where nothing takes what it"
          + " imports", "import it where it is taken");
    }
    switch (importer.uri()) {
      case ImporterSpec.Fixed(String uri) -> uri(place, uri);
      case ImporterSpec.Given(String input) -> given(place + ", input " + input, input);
    }
  }

  /// It takes the URI from the parameters of the DAG around it, and from nowhere else.
  private void given(String place, String input) {
    wiring.declared(component.inputs().parameters(), place, input);
    if (!(task.parameters().get(input) instanceof Task.ComponentInput)) {
      throw wiring.problem(place, "is the URI that is imported, and Kubeflow's importer finds it only"
          + " among the parameters of the pipeline or part around it",
          "let it be a parameter of the pipeline, or import it within a loop or condition");
    }
  }

  private void uri(String place, String uri) {
    if (!URI.matcher(uri).matches()) {
      throw wiring.problem(place, "imports '" + uri + "', which is no URI",
          "write it as s3://bucket/key or file:///path");
    }
  }
}
