package io.carbonflow.pipeline;

import io.carbonflow.ir.ContainerSpec;
import io.carbonflow.ir.Resources;
import io.carbonflow.step.Declaration;
import io.carbonflow.step.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a step is started in a container: `carbonflow STEP`, then an option for each input and
/// output, each an argument of its own.
///
/// @param step the step
public record StepContainer(Declaration step) {
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

  /// The program and the step's name; the program is found on the image's path.
  public List<String> command() {
    return List.of("carbonflow", step.name());
  }

  /// What follows the command.
  public List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    for (Port port : step.inputs()) {
      arguments.add(new Argument.Word(port.option()));
      arguments.add(new Argument.Input(port));
    }
    for (Port port : step.outputs()) {
      arguments.add(new Argument.Word(port.option()));
      arguments.add(new Argument.Output(port));
    }
    arguments.add(new Argument.Word(EXECUTOR_INPUT));
    arguments.add(new Argument.ExecutorInput());
    return arguments;
  }

  /// Its environment: XGBoost's threads must not spin while they wait.
  public SortedMap<String, String> environment() {
    return new TreeMap<>(Map.of("OMP_WAIT_POLICY", "passive"));
  }

  /// The container in the IR.
  ///
  /// @param image the image's reference
  ContainerSpec spec(String image) {
    return new ContainerSpec(image, command(),
        arguments().stream().map(StepContainer::placeholder).toList(), environment(),
        Resources.NONE);
  }

  private static String placeholder(Argument argument) {
    return switch (argument) {
      case Argument.Word word -> word.text();
      case Argument.Input(Port port) -> switch (port.kind()) {
        case Port.Kind.Parameter _ -> "{{$.inputs.parameters['" + port.name() + "']}}";
        case Port.Kind.File _ -> "{{$.inputs.artifacts['" + port.name() + "'].path}}";
      };
      case Argument.Output(Port port) -> switch (port.kind()) {
        case Port.Kind.Parameter _ ->
            "{{$.outputs.parameters['" + port.name() + "'].output_file}}";
        case Port.Kind.File _ -> "{{$.outputs.artifacts['" + port.name() + "'].path}}";
      };
      case Argument.ExecutorInput _ -> "{{$}}";
    };
  }
}
