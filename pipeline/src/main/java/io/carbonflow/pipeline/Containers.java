package io.carbonflow.pipeline;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.ir.Component;
import io.carbonflow.ir.ContainerSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The components of a pipeline that are containers, and the names that its tasks have taken. Tasks
/// that run the same in the same way share a component.
final class Containers {
  private record Use(StepContainer container, Settings settings) {}

  private final Map<Use, String> names = new LinkedHashMap<>();
  private final Set<String> tasks = new HashSet<>();

  /// Takes a name for a task or for a part of the pipeline; each is there once in a whole pipeline.
  ///
  /// @throws Problem if it is taken
  void take(String task) {
    if (!tasks.add(task)) {
      throw new Problem(Place.of("task " + task), "is there already", "give it another name");
    }
  }

  /// The component for a container.
  String component(StepContainer container, Settings settings) {
    Settings own = new Settings(true, Optional.empty(), settings.resources(),
        settings.secrets());
    return "comp-" + names.computeIfAbsent(new Use(container, own), _ -> {
      int number = 1;
      String name = container.name();
      while (names.containsValue(name)) {
        name = container.name() + "-" + ++number;
      }
      return name;
    });
  }

  SortedMap<String, Component> components() {
    SortedMap<String, Component> components = new TreeMap<>();
    names.forEach((use, name) -> components.put("comp-" + name, new Component(
        Compiler.inputs(use.container().inputs(), false),
        Compiler.outputs(use.container().outputs()),
        new Component.Executor("exec-" + name))));
    return components;
  }

  SortedMap<String, ContainerSpec> executors(String image) {
    SortedMap<String, ContainerSpec> executors = new TreeMap<>();
    names.forEach((use, name) ->
        executors.put("exec-" + name, use.container().spec(image, use.settings())));
    return executors;
  }
}
