// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.Task;

/// What the rounds of a loop give, put together as Kubeflow's driver does (`CollectInputs` of
/// backend/src/v2/driver/resolve.go at 2.17): each output as a list in the order of the rounds, one
/// list also where there are loops in the loop, and nothing where there is no round or one of them
/// gives nothing.
///
/// @param pipeline the pipeline
/// @param loop the component that is repeated
record LoopIterations(PipelineSpec pipeline, Component loop) {

  TaskValues collected(List<TaskValues> rounds) {
    Component.Dag dag = (Component.Dag) loop.body();
    Map<String, Object> parameters = new TreeMap<>();
    loop.outputs().parameters().keySet().forEach(name -> {
      List<Object> values = values(rounds, round -> round.parameters().get(name));
      if (!values.isEmpty()) {
        parameters.put(name, isCollected(dag, name)
            ? values.stream().flatMap(inner -> ((List<?>) inner).stream()).toList() : values);
      }
    });
    Map<String, List<StoredArtifact>> artifacts = new TreeMap<>();
    loop.outputs().artifacts().keySet().forEach(name -> {
      List<List<StoredArtifact>> files = values(rounds, round -> round.artifacts().get(name));
      if (!files.isEmpty()) {
        artifacts.put(name, files.stream().flatMap(List::stream).toList());
      }
    });
    return new TaskValues(parameters, artifacts);
  }

  /// The value of each round; none if one is missing.
  private static <T> List<T> values(
      List<TaskValues> rounds, Function<TaskValues, T> output) {
    List<T> values = new ArrayList<>();
    rounds.forEach(round -> values.add(output.apply(round)));
    return values.stream().allMatch(Objects::nonNull) ? values : List.of();
  }

  /// Whether an output of a DAG is what the rounds of a loop in it have given.
  private boolean isCollected(Component.Dag dag, String output) {
    return dag.parameters().get(output).stream().anyMatch(source -> {
      Task task = dag.tasks().get(source.task());
      return task.policy().loop().isPresent()
          || pipeline.components().get(task.component()).body() instanceof Component.Dag inner
              && isCollected(inner, source.key());
    });
  }
}
