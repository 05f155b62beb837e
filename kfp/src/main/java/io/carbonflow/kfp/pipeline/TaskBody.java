// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.kfp.component.ContainerComponent;
import io.carbonflow.kfp.component.Interfaces;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.ImporterSpec;
import io.carbonflow.kfp.step.Port;

/// What a task runs, with all that has to be known of it while a pipeline is described.
///
/// @param inputs what is wired to it
/// @param outputs what can be taken from it
/// @param takes all its inputs; those that are not wired have defaults, or may be left out
/// @param gives all its outputs
/// @param readsOutside whether it depends on more than its inputs
/// @param executor what runs
record TaskBody(List<Port> inputs, List<Port> outputs, Interface takes, Interface gives,
    boolean readsOutside, Executor executor) {

  /// What runs.
  sealed interface Executor {}

  /// A container, in an image of ours or of its own.
  record Container(Function<StepImage, ContainerSpec> of) implements Executor {}

  /// Nothing but Kubeflow itself.
  record Importer(ImporterSpec spec) implements Executor {}

  /// A step or a whole pipeline.
  static TaskBody of(StepContainer container) {
    return of(container.inputs(), container.outputs(), container.readsOutside(),
        new Container(container::spec));
  }

  /// Any image and command.
  static TaskBody of(ContainerComponent<?, ?> component) {
    return new TaskBody(Port.of(component.in()), Port.of(component.out()), component.takes(),
        component.gives(), false, new Container(_ -> component.container()));
  }

  /// An importer.
  static TaskBody of(List<Port> inputs, Port artifact, ImporterSpec spec) {
    return of(inputs, List.of(artifact), false, new Importer(spec));
  }

  private static TaskBody of(
      List<Port> inputs, List<Port> outputs, boolean readsOutside, Executor executor) {
    return new TaskBody(inputs, outputs, Interfaces.inputs(inputs, _ -> Optional.empty()),
        Interfaces.outputs(outputs), readsOutside, executor);
  }
}
