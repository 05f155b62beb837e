// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.Component.ArtifactSpec;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.ir.Component.TaskOutput;
import io.carbonflow.kfp.ir.Task;

/// Turns the parts of a described pipeline into components: a DAG each, and a task of the DAG around
/// it that runs it.
final class Parts {
  private Parts() {}

  /// The tasks of a DAG, with one for each of its parts.
  static SortedMap<String, Task> tasks(Scope scope) {
    SortedMap<String, Task> tasks = new TreeMap<>(scope.tasks());
    scope.parts().forEach((name, part) -> tasks.put(name, task(part)));
    return tasks;
  }

  /// The components of all parts, and of the parts in them.
  static SortedMap<String, Component> components(Scope scope) {
    SortedMap<String, Component> components = new TreeMap<>();
    scope.parts().forEach((name, part) -> {
      components.put("comp-" + name, component(part));
      components.putAll(components(part));
    });
    return components;
  }

  private static Task task(Scope part) {
    var parameters = new TreeMap<String, Task.ParameterSource>();
    var artifacts = new TreeMap<String, Task.ArtifactSource>();
    part.inlets().forEach((channel, found) -> {
      switch (found) {
        case ResolvedValue.Parameter p -> parameters.put(channel, p.source());
        case ResolvedValue.File f -> artifacts.put(channel, f.source());
      }
    });
    return new Task(part.name(), "comp-" + part.name(), parameters, artifacts, new TreeSet<>(),
        switch (part.kind()) {
          case Scope.Rounds rounds -> Task.Policy.PLAIN.withLoop(rounds.loop());
          case Scope.Branch branch ->
              Task.Policy.PLAIN.withTrigger(Task.TriggerPolicy.when(branch.condition()));
          case Scope.Group _, Scope.Whole _ -> Task.Policy.PLAIN;
        });
  }

  private static Component component(Scope part) {
    Interface inputs = new Interface(new TreeMap<>(), new TreeMap<>());
    part.inlets().forEach((channel, found) -> put(inputs, channel, found));
    if (part.kind() instanceof Scope.Rounds rounds) {
      inputs.parameters().put(rounds.loop().itemInput(),
          new ParameterSpec(rounds.item(), Optional.empty(), false, ""));
    }
    Interface outputs = new Interface(new TreeMap<>(), new TreeMap<>());
    var parameters = new TreeMap<String, List<TaskOutput>>();
    var artifacts = new TreeMap<String, List<TaskOutput>>();
    part.outlets().forEach((key, outlet) -> {
      put(outputs, key, part.kind() instanceof Scope.Rounds
          ? outlet.found().collected() : outlet.found());
      switch (outlet.found()) {
        case ResolvedValue.Parameter _ -> parameters.put(key, List.of(outlet.source()));
        case ResolvedValue.File _ -> artifacts.put(key, List.of(outlet.source()));
      }
    });
    return new Component(inputs, outputs,
        new Component.Dag(tasks(part), parameters, artifacts));
  }

  private static void put(Interface side, String key, ResolvedValue found) {
    switch (found) {
      case ResolvedValue.Parameter p -> side.parameters().put(
          key, new ParameterSpec(p.type(), Optional.empty(), false, ""));
      case ResolvedValue.File f -> side.artifacts().put(key, new ArtifactSpec(
          f.spec().schemaTitle(), f.spec().list(), f.spec().metadata(), ""));
    }
  }
}
