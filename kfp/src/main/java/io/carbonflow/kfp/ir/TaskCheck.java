// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.Component.TaskOutput;
import io.carbonflow.kfp.step.ParameterType;

/// Checks one task: where each of its inputs comes from, and what decides whether and how often it
/// runs.
///
/// @param wiring the DAG that the task is in
/// @param name the task's name
/// @param task the task
record TaskCheck(Wiring wiring, String name, Task task) {

  void run() {
    Interface inputs = wiring.pipeline().components().get(task.component()).inputs();
    Set<String> supplied = new HashSet<>(task.parameters().keySet());
    task.policy().loop().ifPresent(loop -> {
      loop(inputs, loop);
      supplied.add(loop.itemInput());
    });
    wiring.missing("task " + name, inputs, supplied, task.artifacts().keySet(), "input");
    task.dependentTasks().forEach(before -> wiring.producer("task " + name, before));
    task.parameters().forEach((key, source) -> parameter(inputs, key, source));
    task.artifacts().forEach((key, source) -> {
      String place = place(key);
      wiring.artifactFits(place, wiring.declared(inputs.artifacts(), place, key), switch (source) {
        case Task.ComponentInput input ->
            wiring.declared(wiring.owner().inputs().artifacts(), place, input.name());
        case Task.Output output -> wiring.artifactType(place, output.of());
      });
    });
    task.policy().trigger().condition().ifPresent(condition -> condition(inputs, condition));
  }

  private void parameter(Interface inputs, String key, Task.ParameterSource source) {
    String place = place(key);
    if (!inputs.parameters().containsKey(key) && FilledText.inputs(task).contains(key)) {
      filled(place, source);
      return;
    }
    ParameterType type = wiring.declared(inputs.parameters(), place, key).type();
    switch (source) {
      case Task.Constant(Object value) when !Literal.fits(type, value) -> throw wiring.problem(
          place, "'" + value + "' is not a " + type.words() + " that Kubeflow can hold",
          "give another");
      case Task.Constant _ -> { }
      case Task.ComponentInput input -> wiring.parameterFits(place, type, wiring.declared(
          wiring.owner().inputs().parameters(), place, input.name()).type());
      case Task.InputField input -> wiring.parameterFits(place, ParameterType.STRUCT,
          wiring.declared(wiring.owner().inputs().parameters(), place, input.name()).type());
      case Task.Output output ->
          wiring.parameterFits(place, type, wiring.parameterType(place, output.of()));
      case Task.OfRun _ -> wiring.parameterFits(place, type, ParameterType.STRING);
      case Task.EndOf end -> {
        wiring.producer(place, end.task());
        if (!task.policy().trigger().evenAfterFailure()) {
          throw wiring.problem(place, "takes how task " + end.task()
              + " has ended, but runs only after it has succeeded", "make it an exit handler");
        }
      }
    }
  }

  /// An input that is nothing but text in a constant may be of any type.
  private void filled(String place, Task.ParameterSource source) {
    switch (source) {
      case Task.ComponentInput(String input) ->
          wiring.declared(wiring.owner().inputs().parameters(), place, input);
      case Task.InputField field -> wiring.parameterFits(place, ParameterType.STRUCT,
          wiring.declared(wiring.owner().inputs().parameters(), place, field.name()).type());
      case Task.Output(TaskOutput output) -> wiring.parameterType(place, output);
      case Task.Constant _, Task.OfRun _ -> { }
      case Task.EndOf _ -> throw wiring.problem(
          place, "is how a task has ended, which is not text to be put in", "take a field of it");
    }
  }

  private void loop(Interface inputs, Task.Loop loop) {
    String place = place(loop.itemInput());
    wiring.declared(inputs.parameters(), place, loop.itemInput());
    if (loop.items() instanceof Task.ItemsOf items) {
      ParameterType type =
          wiring.declared(inputs.parameters(), place(items.input()), items.input()).type();
      wiring.parameterFits(place(items.input()), ParameterType.LIST, type);
    }
    if (wiring.pipeline().components().get(task.component()).body()
        instanceof Component.Executor) {
      throw wiring.problem("task " + name, "is repeated, but is no DAG of its own",
          "put it into a loop of the pipeline");
    }
  }

  private void condition(Interface inputs, Condition condition) {
    String place = "task " + name + ", condition";
    try {
      condition.check(key -> wiring.declared(inputs.parameters(), place, key).type());
    } catch (IllegalArgumentException e) {
      throw wiring.problem(place, e.getMessage(), "compare an input with a value of its type");
    }
  }

  private String place(String key) {
    return "task " + name + ", input " + key;
  }
}
