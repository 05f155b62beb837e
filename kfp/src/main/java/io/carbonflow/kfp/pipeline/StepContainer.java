// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.kfp.component.Placeholder;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.Resources;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Port;

/// What a container runs, a step or a whole pipeline: a project's program, the words that name it, then an
/// option for each input and output, each an argument of its own.
///
/// @param name its name
/// @param words the words after the program
/// @param inputs what it takes
/// @param outputs what it gives
/// @param out the record of its outputs
/// @param readsOutside whether it depends on more than its inputs
public record StepContainer(
    String name,
    List<String> words,
    List<Port> inputs,
    List<Port> outputs,
    Class<? extends Record> out,
    boolean readsOutside) {
  private static final String EXECUTOR_INPUT = "--executor-input";

  /// One argument after the command.
  public sealed interface Argument {
    /// A word as it stands.
    record Word(String text) implements Argument {}

    /// A parameter's value or an artifact's path.
    record Input(Port port) implements Argument {}

    /// The file that takes a parameter's value or an artifact.
    record Output(Port port) implements Argument {}

    /// Kubeflow's whole description of the task.
    record ExecutorInput() implements Argument {}
  }

  /// A step's container.
  public static StepContainer of(Declaration step) {
    return new StepContainer(step.name(), List.of(step.name()), step.inputs(), step.outputs(),
        step.out(), step.readsOutside());
  }

  /// The container in which a whole pipeline runs, on one machine. It reads from outside as some of
  /// its tasks do.
  static StepContainer of(PipelineDeclaration pipeline) {
    return new StepContainer(pipeline.name(), List.of("run", pipeline.name()),
        pipeline.parameters(), pipeline.results(), pipeline.out(), true);
  }

  /// The program and what it is to do.
  public List<String> command(StepImage image) {
    return Stream.concat(Stream.of(image.program()), words.stream()).toList();
  }

  /// What follows the command. There is no placeholder for a list of artifacts; the program takes
  /// them from the whole description.
  public List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    for (Port port : inputs.stream().filter(port -> !port.isList()).toList()) {
      arguments.add(new Argument.Word(port.option()));
      arguments.add(new Argument.Input(port));
    }
    for (Port port : outputs) {
      arguments.add(new Argument.Word(port.option()));
      arguments.add(new Argument.Output(port));
    }
    arguments.add(new Argument.Word(EXECUTOR_INPUT));
    arguments.add(new Argument.ExecutorInput());
    return arguments;
  }

  /// The container in the IR.
  ContainerSpec spec(StepImage image) {
    return new ContainerSpec(image.reference(), command(image),
        arguments().stream().map(StepContainer::placeholder).toList(), image.environment(),
        new TreeMap<>(), Resources.NONE, Optional.empty());
  }

  private static String placeholder(Argument argument) {
    return switch (argument) {
      case Argument.Word word -> word.text();
      case Argument.Input(Port port) -> Placeholder.input(port);
      case Argument.Output(Port port) -> Placeholder.output(port);
      case Argument.ExecutorInput _ -> Placeholder.EXECUTOR_INPUT;
    };
  }
}
