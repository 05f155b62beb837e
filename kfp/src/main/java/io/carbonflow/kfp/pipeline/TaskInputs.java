// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.Task;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.Records;
import io.carbonflow.kfp.step.Text;
import io.carbonflow.kfp.step.Value;

/// Where the inputs of one task come from.
///
/// @param parameters its parameters by name
/// @param artifacts its artifacts by name
record TaskInputs(
    SortedMap<String, Task.ParameterSource> parameters,
    SortedMap<String, Task.ArtifactSource> artifacts) {

  /// The inputs of a task.
  ///
  /// @param task the task's name, for messages
  /// @param ports what it takes
  /// @param inputs where each is to come from
  /// @param scope the part of the pipeline that the task is in
  /// @throws Problem if one comes from nowhere, or is a constant out of its range
  static TaskInputs of(String task, List<Port> ports, Record inputs, Scope scope) {
    var inlets = new TaskInputs(new TreeMap<>(), new TreeMap<>());
    List<Object> values = Records.values(inputs);
    for (int i = 0; i < values.size(); i++) {
      inlets.add("task " + task + ", input " + ports.get(i).name(), ports.get(i),
          (Value<?>) values.get(i), scope);
    }
    return inlets;
  }

  /// Gives the inputs that nobody has wired their defaults: Kubeflow's driver looks for them before it
  /// would apply a component's.
  void rest(Component.Interface takes) {
    takes.parameters().forEach((name, spec) -> spec.orElse().ifPresent(
        value -> parameters.putIfAbsent(name, new Task.Constant(value))));
  }

  private void add(String place, Port port, Value<?> value, Scope scope) {
    switch (value) {
      case Value.Constant<?> constant -> constant(place, port, constant.value());
      case Value.ByDefault<?> _ -> constant(place, port, port.parse(port.orElse().orElseThrow(
          () -> new Problem(Place.of(place), "it has no default", "wire it"))));
      case Value.OfRun run -> parameters.put(port.name(), new Task.OfRun(run.fact()));
      case Value.EndOf end -> parameters.put(port.name(), new Task.EndOf(end.task()));
      case Output.Slot<?> _ -> throw new Problem(
          Place.of(place), "it is wired to a running step", "wire it to a task's output");
      case Value.Parameter<?> _, Output.Reference<?> _ ->
          put(place, port, scope.find(place, value));
    }
  }

  private void constant(String place, Port port, Object value) {
    if (port.kind() instanceof Port.Kind.File) {
      throw new Problem(Place.of(place), "an artifact comes from another task's output",
          "wire it to one");
    }
    try {
      parameters.put(port.name(), new Task.Constant(plain(port.parse(ParameterType.format(value)))));
    } catch (IllegalArgumentException e) {
      throw new Problem(Place.of(place), e.getMessage(), "give another value", e);
    }
  }

  private void put(String place, Port port, ResolvedValue found) {
    boolean parameter = port.kind() instanceof Port.Kind.Parameter;
    switch (found) {
      case ResolvedValue.Parameter p when parameter -> parameters.put(port.name(), p.source());
      case ResolvedValue.File f when !parameter -> artifacts.put(port.name(), f.source());
      default -> throw new Problem(Place.of(place), parameter
          ? "takes a parameter, but is wired to an artifact"
          : "an artifact comes from another task's output", "wire it to one");
    }
  }

  /// A value as the IR holds it: an `enum`'s constant is a word, an optional number a text.
  static Object plain(Object value) {
    return value instanceof Enum<?> || value instanceof OptionalLong || value instanceof Text
        ? ParameterType.format(value) : value;
  }
}
