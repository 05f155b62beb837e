// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.component.Interfaces;
import io.carbonflow.kfp.ir.Component;
import io.carbonflow.kfp.ir.Component.TaskOutput;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.SpecCheck;
import io.carbonflow.kfp.ir.Task;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.Records;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;

/// Turns a described pipeline into Kubeflow's IR.
public final class Compiler {
  private Compiler() {}

  /// Compiles a pipeline for Kubeflow. Results that are marked [WithItsTask] are not outputs of it.
  ///
  /// @param image what all tasks run in
  /// @throws Problem if it is wired wrongly, with task and input
  public static PipelineSpec compile(Pipeline<?, ?> pipeline, StepImage image) {
    return compile(pipeline, image, Pipeline::describe, false);
  }

  /// Compiles a pipeline with all its results, for a run on this machine, whose folder holds them.
  ///
  /// @param image what all tasks run in
  /// @throws Problem if it is wired wrongly, with task and input
  public static PipelineSpec compileWhole(Pipeline<?, ?> pipeline, StepImage image) {
    return compile(pipeline, image, Pipeline::describe, true);
  }

  /// Compiles a pipeline as it runs where all of it is one task of another, with all its results.
  ///
  /// @param image what all tasks run in
  /// @throws Problem if it is wired wrongly, with task and input
  public static PipelineSpec compileAsTask(Pipeline<?, ?> pipeline, StepImage image) {
    return compile(pipeline, image, Pipeline::describeAsTask, true);
  }

  @FunctionalInterface
  private interface Description {
    <P extends Record, R extends Record> R of(Pipeline<P, R> pipeline, P parameters, Dag dag);
  }

  private static PipelineSpec compile(
      Pipeline<?, ?> pipeline, StepImage image, Description description, boolean whole) {
    PipelineDeclaration declared = PipelineDeclaration.of(pipeline);
    return compile(declared.name(), declared.about(), declared.parameters(), image,
        dag -> describe(pipeline, references(declared.in(), declared.parameters()), dag,
            description), whole, pipeline.deadline());
  }

  /// Compiles a step as a component that stands alone: a pipeline of one task that takes and gives
  /// what the step does. The SDK takes it for the component, because both have one name.
  ///
  /// @param image the reference of the image
  public static PipelineSpec compile(Declaration step, StepImage image) {
    return compile(step.name(), step.about(), step.inputs(), image,
        dag -> task(step.step(), references(step.in(), step.inputs()), dag), true,
        Optional.empty());
  }

  private static PipelineSpec compile(String name, String about, List<Port> parameters,
      StepImage image, Function<Dag, Record> description, boolean whole,
      Optional<Duration> deadline) {
    Containers containers = new Containers();
    Scope scope = new Scope(parameters);
    Record results = description.apply(new Dag(scope, containers));
    Component root = root(parameters, scope, results, whole);
    var components = new TreeMap<>(containers.components());
    components.putAll(Parts.components(scope));
    PipelineSpec spec = new PipelineSpec(name, about, root, components,
        containers.executors(image), containers.importers(), deadline);
    SpecCheck.check("pipeline " + name, spec);
    return spec;
  }

  private static Record references(Class<? extends Record> type, List<Port> ports) {
    return Records.make(
        type, ports.stream().map(port -> new Value.Parameter<>(port.name())).toArray());
  }

  @SuppressWarnings("unchecked")
  private static <P extends Record, R extends Record> Record describe(
      Pipeline<P, R> pipeline, Record parameters, Dag dag, Description description) {
    return description.of(pipeline, (P) parameters, dag);
  }

  @SuppressWarnings("unchecked")
  private static <I extends Record, O extends Record> Record task(
      Step<I, O> step, Record inputs, Dag dag) {
    return dag.task(step, (I) inputs);
  }

  private static Component root(
      List<Port> parameters, Scope scope, Record results, boolean whole) {
    List<Port> ports = Port.of(results.getClass());
    List<RecordComponent> declared = Records.components(results.getClass());
    List<Object> references = Records.values(results);
    List<Port> outputs = new ArrayList<>();
    var selectedParameters = new TreeMap<String, List<TaskOutput>>();
    var selectedArtifacts = new TreeMap<String, List<TaskOutput>>();
    for (int i = 0; i < ports.size(); i++) {
      if (!whole && declared.get(i).isAnnotationPresent(WithItsTask.class)) {
        continue;
      }
      outputs.add(ports.get(i));
      String name = ports.get(i).name();
      switch (scope.find("output " + name, (Output.Reference<?>) references.get(i))) {
        case ResolvedValue.Parameter p -> selectedParameters.put(name, source(p.source()));
        case ResolvedValue.File f -> selectedArtifacts.put(name, source(f.source()));
      }
    }
    return new Component(
        Interfaces.inputs(parameters, Compiler::orElse), Interfaces.outputs(outputs),
        new Component.Dag(Parts.tasks(scope), selectedParameters, selectedArtifacts));
  }

  private static List<TaskOutput> source(Object source) {
    return List.of(((Task.Output) source).of());
  }

  /// Only the pipeline's own parameters have defaults: Kubeflow's driver looks for a task's inputs
  /// before a component's defaults are applied, so every task is given all of them.
  private static Optional<Object> orElse(Port port) {
    return port.orElse().map(port::parse).map(TaskInputs::plain);
  }
}
