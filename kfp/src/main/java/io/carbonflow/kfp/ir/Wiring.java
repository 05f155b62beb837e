// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component.ArtifactSpec;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.Component.TaskOutput;
import io.carbonflow.kfp.step.ParameterType;

/// A DAG among the components around it: finds what inputs and outputs are, and refuses what is not
/// there.
///
/// @param where the file and component, for messages
/// @param pipeline the pipeline, for its components
/// @param owner the component that the DAG is the body of
/// @param dag the DAG
record Wiring(String where, PipelineSpec pipeline, Component owner, Component.Dag dag) {

  /// Refuses an interface of which something is supplied by nobody.
  void missing(
      String of, Interface side, Set<String> parameters, Set<String> artifacts, String what) {
    side.parameters().entrySet().stream()
        .filter(parameter -> !parameters.contains(parameter.getKey())
            && !parameter.getValue().optional())
        .map(Map.Entry::getKey).findFirst()
        .or(() -> side.artifacts().keySet().stream()
            .filter(key -> !artifacts.contains(key)).findFirst())
        .ifPresent(key -> {
          throw problem(of + ", " + what + " " + key, "nobody supplies it", "wire it");
        });
  }

  Task producer(String place, String name) {
    Task task = dag.tasks().get(name);
    if (task == null) {
      throw problem(place, "there is no task " + name + " in this pipeline",
          "the tasks are " + String.join(", ", dag.tasks().keySet()));
    }
    return task;
  }

  ParameterType parameterType(String place, TaskOutput output) {
    Interface outputs = outputs(place, output);
    return output(place, output, outputs.parameters(), outputs.artifacts(), "parameter").type();
  }

  ArtifactSpec artifactType(String place, TaskOutput output) {
    Interface outputs = outputs(place, output);
    return output(place, output, outputs.artifacts(), outputs.parameters(), "artifact");
  }

  private Interface outputs(String place, TaskOutput output) {
    return pipeline.components().get(producer(place, output.task()).component()).outputs();
  }

  private <T> T output(String place, TaskOutput output, SortedMap<String, T> wanted,
      SortedMap<String, ?> others, String kind) {
    if (others.containsKey(output.key())) {
      throw problem(place, "takes a value of kind " + kind + ", but output " + output.key()
          + " of task " + output.task() + " is none", "wire it to another output");
    }
    return declared(wanted, place + ", task " + output.task(), output.key());
  }

  <T> T declared(SortedMap<String, T> side, String place, String key) {
    T found = side.get(key);
    if (found == null) {
      throw problem(place, "there is no " + key + " to wire it to",
          side.isEmpty() ? "there is nothing of its kind" : "there is "
              + String.join(", ", side.keySet()));
    }
    return found;
  }

  void parameterFits(String place, ParameterType takes, ParameterType given) {
    if (!Literal.fits(takes, given)) {
      throw problem(place, "takes " + takes + ", but is given " + given, "wire the same type");
    }
  }

  void artifactFits(String place, ArtifactSpec takes, ArtifactSpec given) {
    if (!takes.accepts(given)) {
      throw problem(place, "takes " + takes.words() + ", but is given " + given.words(),
          "wire the same type");
    }
  }

  Problem problem(String place, String what, String remedy) {
    return new Problem(Place.of(where + ", " + place), what, remedy);
  }
}
