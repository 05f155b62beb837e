// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.kfp.step.ParameterType;

/// What Kubeflow's driver and its compiler to Argo make of a task that is repeated.
///
/// @param wiring the DAG that the task is in
/// @param name the task's name
/// @param task the task
/// @param loop what it is repeated over
record LoopRules(Wiring wiring, String name, Task task, Task.Loop loop) {

  void run() {
    if (task.policy().trigger().condition().isPresent()) {
      throw wiring.problem("task " + name, "is repeated and has a condition, but on Kubeflow a loop"
          + " that is left out has succeeded", "put the loop into a DAG that has the condition");
    }
    task.parameters().forEach((key, source) -> {
      if (source instanceof Task.InputField(String input, String field)) {
        throw wiring.problem("task " + name + ", input " + key, "takes field " + field + " of "
            + input + " into a loop, and Kubeflow's driver would take it again in each round",
            "hand over " + input + ", and take the field inside the loop");
      }
    });
    constant().forEach(this::item);
    if (known() && constant().isEmpty()) {
      collected();
    }
  }

  private boolean known() {
    return switch (loop.items()) {
      case Task.ItemList _ -> true;
      case Task.ItemsOf(String input) -> task.parameters().get(input) instanceof Task.Constant;
    };
  }

  /// The items that are written into the pipeline.
  private List<?> constant() {
    return switch (loop.items()) {
      case Task.ItemList(List<?> values) -> values;
      case Task.ItemsOf(String input)
          when task.parameters().get(input) instanceof Task.Constant(List<?> values) -> values;
      case Task.ItemsOf _ -> List.of();
    };
  }

  private void item(Object item) {
    ParameterType type = wiring.pipeline().components().get(task.component()).inputs()
        .parameters().get(loop.itemInput()).type();
    if (type != ParameterType.STRING && !Literal.fits(type, item)) {
      throw wiring.problem("task " + name + ", input " + loop.itemInput(),
          "'" + ParameterType.format(item) + "' is not a " + type.words(), "give another item");
    }
  }

  /// A loop without rounds gives no empty lists: the driver then looks for the task in a round.
  private void collected() {
    wiring.dag().tasks().forEach((other, taker) ->
        Stream.concat(
                taker.parameters().values().stream(), taker.artifacts().values().stream())
            .filter(source -> source instanceof Task.Output(var of) && of.task().equals(name))
            .findFirst().ifPresent(_ -> {
              throw wiring.problem("task " + other, "takes what the rounds of " + name
                  + " give, which goes over nothing", "give it at least one item");
            }));
  }
}
