// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.Component.TaskOutput;
import io.carbonflow.kfp.ir.Parameters;
import io.carbonflow.kfp.step.ParameterType;

/// Values by name: what a component takes, or what a task has given.
///
/// @param parameters the values of parameters; an optional one may be missing, and one of a DAG that
///     nobody has given is `null`
/// @param artifacts the files of artifacts; more than one where outputs were collected
record TaskValues(Map<String, Object> parameters, Map<String, List<StoredArtifact>> artifacts) {

  /// What a DAG gives: of several sources of an output, that of the first task that has run.
  static TaskValues from(Component.Dag dag, Map<String, TaskOutcome> ended) {
    Map<String, Object> parameters = new TreeMap<>();
    dag.parameters().forEach((name, sources) -> first(sources, ended)
        .flatMap(source -> Optional.ofNullable(outputs(source, ended).parameters().get(source.key())))
        .ifPresent(value -> parameters.put(name, value)));
    Map<String, List<StoredArtifact>> artifacts = new TreeMap<>();
    dag.artifacts().forEach((name, sources) -> first(sources, ended)
        .flatMap(source -> Optional.ofNullable(outputs(source, ended).artifacts().get(source.key())))
        .ifPresent(files -> artifacts.put(name, files)));
    return new TaskValues(parameters, artifacts);
  }

  private static Optional<TaskOutput> first(
      List<TaskOutput> sources, Map<String, TaskOutcome> ended) {
    return sources.stream()
        .filter(source -> ended.get(source.task()) instanceof TaskOutcome.Succeeded).findFirst();
  }

  /// This, with an item of a loop as one more parameter.
  ///
  /// @throws Problem if the item is of another type
  TaskValues with(String name, ParameterType type, Object item) {
    Map<String, Object> more = new TreeMap<>(parameters);
    try {
      more.put(name, Parameters.item(type, item));
    } catch (IllegalArgumentException e) {
      throw new Problem(Place.of("item of the loop"), e.getMessage(),
          "give the loop items of one type", e);
    }
    return new TaskValues(more, artifacts);
  }

  /// This, without the list that a loop goes over: Kubeflow's driver takes it away from each round.
  TaskValues without(String name) {
    Map<String, Object> less = new TreeMap<>(parameters);
    less.remove(name);
    return new TaskValues(less, artifacts);
  }

  /// This, with `null` for each optional parameter that is not given, as Kubeflow has it for a DAG.
  TaskValues orNothing(Component.Interface inputs) {
    Map<String, Object> all = new TreeMap<>(parameters);
    inputs.parameters().forEach((name, spec) -> {
      if (spec.optional()) {
        all.putIfAbsent(name, null);
      }
    });
    return new TaskValues(all, artifacts);
  }

  private static TaskValues outputs(TaskOutput output, Map<String, TaskOutcome> ended) {
    return ((TaskOutcome.Succeeded) ended.get(output.task())).outputs();
  }
}
