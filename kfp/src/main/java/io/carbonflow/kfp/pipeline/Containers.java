// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.ImporterSpec;

/// The tasks of a pipeline that run something themselves, by their names, and all names that are taken. Each
/// task has a component of its own, also where two run the same step: Kubeflow's local orchestrator
/// keeps outputs by component, so tasks that shared one would overwrite each other's.
final class Containers {
  private record Use(TaskBody body, TaskSettings settings) {}

  private final SortedMap<String, Use> uses = new TreeMap<>();
  private final Set<String> names = new HashSet<>();

  /// Takes a name for a task or for a part of the pipeline; each is there once in a whole pipeline.
  ///
  /// @throws Problem if it is taken
  void take(String name) {
    if (!names.add(name)) {
      throw new Problem(Place.of("task " + name), "is there already", "give it another name");
    }
  }

  /// Takes a name for a task.
  ///
  /// @return its component's name
  /// @throws Problem if it is taken
  String add(String task, TaskBody body, TaskSettings settings) {
    take(task);
    uses.put(task, new Use(body, settings));
    return "comp-" + task;
  }

  SortedMap<String, Component> components() {
    SortedMap<String, Component> components = new TreeMap<>();
    uses.forEach((task, use) -> components.put("comp-" + task, new Component(
        use.body().takes(), use.body().gives(), new Component.Executor("exec-" + task))));
    return components;
  }

  SortedMap<String, ContainerSpec> executors(StepImage image) {
    SortedMap<String, ContainerSpec> executors = new TreeMap<>();
    uses.forEach((task, use) -> {
      if (use.body().executor() instanceof TaskBody.Container(var of)) {
        executors.put("exec-" + task, use.settings().on(of.apply(image)));
      }
    });
    return executors;
  }

  SortedMap<String, ImporterSpec> importers() {
    SortedMap<String, ImporterSpec> importers = new TreeMap<>();
    uses.forEach((task, use) -> {
      if (use.body().executor() instanceof TaskBody.Importer(var spec)) {
        importers.put("exec-" + task, spec);
      }
    });
    return importers;
  }
}
