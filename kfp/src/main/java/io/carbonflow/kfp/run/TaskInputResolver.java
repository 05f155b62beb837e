// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.ir.Component.TaskOutput;
import io.carbonflow.kfp.ir.FilledText;
import io.carbonflow.kfp.ir.Task;

/// Finds what a task takes, from what its DAG takes and what the tasks before it have given. What
/// is not there fails the task, as it fails Kubeflow's driver (`resolveInputs` of
/// backend/src/v2/driver/resolve.go at 2.17).
///
/// @param run the run it is part of
/// @param dag the DAG the task is in
/// @param scope the inputs of the component the DAG belongs to
/// @param ended how each task that has ended did
record TaskInputResolver(RunContext run, Component.Dag dag, TaskValues scope, Map<String, TaskOutcome> ended) {

  /// What a task takes.
  ///
  /// @throws Problem if something is not there that the task cannot do without
  TaskValues of(Task task) {
    Component component = run.pipeline().components().get(task.component());
    Map<String, ParameterSpec> takes = component.inputs().parameters();
    Map<String, Object> parameters = new TreeMap<>();
    task.parameters().forEach((name, source) -> {
      Object value = value(name, source);
      if (value != null) {
        parameters.put(name, value);
      } else if (takes.containsKey(name) && !takes.get(name).optional()) {
        throw missing(name, "is nothing, which was handed on from the pipeline's parameters",
            "give that parameter a value");
      }
    });
    fill(task, parameters);
    parameters.keySet().retainAll(takes.keySet());
    takes.forEach((name, spec) -> {
      if (!task.parameters().containsKey(name)) {
        spec.orElse().ifPresent(value -> parameters.put(name, value));
      }
    });
    Map<String, List<StoredArtifact>> artifacts = new TreeMap<>();
    task.artifacts().forEach((name, source) -> artifacts.put(name, artifact(name, source)));
    TaskValues given = new TaskValues(parameters, artifacts);
    return component.body() instanceof Component.Dag ? unwired(task, given, takes) : given;
  }

  /// Puts inputs and facts into the constants that name them.
  private void fill(Task task, Map<String, Object> parameters) {
    Map<String, Object> given = Map.copyOf(parameters);
    task.parameters().forEach((name, source) -> {
      if (source instanceof Task.Constant(Object value)) {
        parameters.put(name, FilledText.of(value, given, run.facts()));
      }
    });
  }

  /// What nobody wires to a DAG is `null` in there; what is wired to nothing is not there at all.
  private static TaskValues unwired(Task task, TaskValues given, Map<String, ParameterSpec> takes) {
    Map<String, Object> all = new TreeMap<>(given.parameters());
    takes.forEach((name, spec) -> {
      if (spec.optional() && !task.parameters().containsKey(name)) {
        all.putIfAbsent(name, null);
      }
    });
    return new TaskValues(all, given.artifacts());
  }

  private Object value(String name, Task.ParameterSource source) {
    return switch (source) {
      case Task.Constant constant -> constant.value();
      case Task.ComponentInput input -> own(name, input.name());
      case Task.InputField input -> field(name, input);
      case Task.Output output -> found(name, output.of(),
          given(name, output.of()).parameters().get(output.of().key()));
      case Task.OfRun of -> run.facts().get(of.fact());
      case Task.EndOf end -> status(end.task(), ended.get(end.task()));
    };
  }

  private Object own(String name, String input) {
    if (!scope.parameters().containsKey(input)) {
      throw missing(name, "there is no " + input + " in this part of the pipeline",
          "wire it to something that is there");
    }
    return scope.parameters().get(input);
  }

  private Object field(String name, Task.InputField input) {
    if (own(name, input.name()) instanceof Map<?, ?> struct && struct.containsKey(input.field())) {
      return struct.get(input.field());
    }
    throw missing(name, input.name() + " has no field " + input.field(), "give it one");
  }

  private List<StoredArtifact> artifact(String name, Task.ArtifactSource source) {
    return switch (source) {
      case Task.ComponentInput input -> {
        if (!scope.artifacts().containsKey(input.name())) {
          throw missing(name, "there is no " + input.name() + " in this part of the pipeline",
              "wire it to something that is there");
        }
        yield scope.artifacts().get(input.name());
      }
      case Task.Output output -> found(name, output.of(),
          given(name, output.of()).artifacts().get(output.of().key()));
    };
  }

  private TaskValues given(String name, TaskOutput output) {
    if (ended.get(output.task()) instanceof TaskOutcome.Succeeded(TaskValues outputs)) {
      return outputs;
    }
    throw missing(name, "task " + output.task() + " has not succeeded", "see its log");
  }

  private <T> T found(String name, TaskOutput output, T value) {
    if (value == null && body(dag.tasks().get(output.task())) instanceof Component.Executor) {
      throw missing(name, "task " + output.task() + " has not written its output " + output.key(),
          "see " + run.folder(output.task()).log());
    }
    if (value == null) {
      throw missing(name, "task " + output.task() + " has given no " + output.key()
          + ": nothing in it has run that gives one",
          "give the loop an item, or take it where it is given");
    }
    return value;
  }

  private Component.Body body(Task task) {
    return run.pipeline().components().get(task.component()).body();
  }

  private static Map<String, Object> status(String task, TaskOutcome outcome) {
    Map<String, Object> status = new TreeMap<>();
    status.put("state", outcome.state());
    status.put("pipelineTaskName", task);
    status.put("error", outcome instanceof TaskOutcome.Failed(TaskFailure why)
        ? Map.of("message", why.getMessage()) : Map.of());
    return status;
  }

  private static Problem missing(String name, String what, String remedy) {
    return new Problem(Place.of("input " + name), what, remedy);
  }
}
