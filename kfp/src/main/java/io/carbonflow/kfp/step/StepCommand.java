// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// A step's command line, made from its declaration. Parameters are checked when they are parsed;
/// files when the step runs.
public final class StepCommand {
  private static final String EXECUTOR_INPUT = "--executor-input";

  private StepCommand() {}

  /// The command of a step: an option for each input and output, and [CommonOptions].
  public static CommandSpec spec(Declaration step) {
    CommandSpec spec = CommandSpec.create().name(step.name());
    spec.usageMessage().description(step.about() + ".").abbreviateSynopsis(true)
        .sortOptions(false);
    step.inputs().forEach(port -> spec.addOption(PortOption.input(port)));
    step.outputs().forEach(port -> spec.addOption(PortOption.output(port)));
    CommonOptions.addTo(spec);
    spec.addOption(executorInput());
    return spec;
  }

  /// Adds what a command takes besides its inputs where it is a task's: an option for each output,
  /// and Kubeflow's message. A person has no use for them, so the help does not show them.
  public static void addTaskTo(CommandSpec spec, List<Port> outputs) {
    outputs.forEach(port -> spec.addOption(
        OptionSpec.builder(PortOption.output(port)).hidden(true).build()));
    spec.addOption(OptionSpec.builder(executorInput()).hidden(true).build());
  }

  /// Whether parsed arguments are a task's, for they hold Kubeflow's message.
  public static boolean isTask(ParseResult parsed) {
    return parsed.hasMatchedOption(EXECUTOR_INPUT);
  }

  private static OptionSpec executorInput() {
    return OptionSpec.builder(EXECUTOR_INPUT).type(String.class).paramLabel("JSON")
        .description("Kubeflow's description of the task.").build();
  }

  /// The invocation that parsed arguments ask for.
  ///
  /// @throws ParameterException for a value that is not of its type, or where the step cannot run with them
  public static Invocation invocation(Declaration step, ParseResult parsed) {
    return invocation(step, parsed, Map.of());
  }

  /// @param passing files for the outputs that go to none of the caller's, by name
  static Invocation invocation(Declaration step, ParseResult parsed, Map<String, Path> passing) {
    Optional<ExecutorInput> executorInput = Optional
        .ofNullable(parsed.matchedOptionValue(EXECUTOR_INPUT, (String) null))
        .map(ExecutorInput::parse);
    Map<String, String> inputs = new LinkedHashMap<>();
    Map<String, List<Path>> lists = new LinkedHashMap<>();
    for (Port port : step.inputs()) {
      if (port.isList()) {
        lists.put(port.name(), files(parsed, port, executorInput));
        continue;
      }
      String text = parsed.matchedOptionValue(port.option(), port.orElse().orElse(null));
      check(parsed, port, text);
      inputs.put(port.name(), text);
    }
    Map<String, Path> outputs = new LinkedHashMap<>();
    for (Port port : step.outputs()) {
      String named = parsed.matchedOptionValue(port.option(), (String) null);
      if (passing.containsKey(port.name())) {
        outputs.put(port.name(), passing.get(port.name()));
      } else if (named != null) {
        checkPath(parsed, port, named);
        checkName(parsed, port, named);
        outputs.put(port.name(), Path.of(named));
      } else if (port.kind() instanceof Port.Kind.File file) {
        outputs.put(port.name(), Path.of(file.fileName()));
      }
    }
    checkApart(parsed, step, inputs, lists, outputs);
    Invocation invocation = new Invocation(step, inputs, lists, outputs, executorInput);
    try {
      invocation.check();
    } catch (Problem e) {
      throw new ParameterException(parsed.commandSpec().commandLine(), e.getMessage(), e);
    }
    return invocation;
  }

  /// Kubeflow has no placeholder for a list of files, so a task has them from its message.
  private static List<Path> files(
      ParseResult parsed, Port port, Optional<ExecutorInput> executorInput) {
    List<String> named = parsed.matchedOptionValue(port.option(), List.of());
    if (named.isEmpty()) {
      return executorInput.orElseThrow(() -> new ParameterException(
          parsed.commandSpec().commandLine(), "Missing required option: '" + port.option()
              + "=PATH', " + port.text())).files(port);
    }
    named.forEach(text -> checkPath(parsed, port, text));
    return named.stream().map(Path::of).toList();
  }

  /// Checks an option's text against its port.
  ///
  /// @throws ParameterException if the text is not a value of the port
  public static void check(ParseResult parsed, Port port, String text) {
    try {
      if (port.kind() instanceof Port.Kind.Parameter) {
        port.parse(text);
      } else {
        checkPath(parsed, port, text);
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(), asWritten(parsed, port) + ": " + e.getMessage());
    }
  }

  private static String asWritten(ParseResult parsed, Port port) {
    String alias = "--" + port.about().alias();
    return parsed.originalArgs().stream().anyMatch(arg -> arg.split("=")[0].equals(alias))
        ? alias : port.option();
  }

  private static void checkPath(ParseResult parsed, Port port, String text) {
    if (text.isBlank()) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(), port.option() + ": names no file");
    }
    if (text.indexOf('\0') >= 0) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(), port.option() + ": holds a character that no path has");
    }
    if (text.contains("{{$")) {
      throw new ParameterException(parsed.commandSpec().commandLine(),
          asWritten(parsed, port) + ": '" + text + "' is a placeholder that nobody replaced");
    }
  }

  private static void checkName(ParseResult parsed, Port port, String text) {
    if (Path.of(text).getFileName() == null) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(), port.option() + ": " + text + " is not a file");
    }
  }

  /// No output may replace an input or another output, by whatever name. What goes to a device or a pipe
  /// replaces nothing.
  private static void checkApart(ParseResult parsed, Declaration step,
      Map<String, String> inputs, Map<String, List<Path>> lists, Map<String, Path> outputs) {
    Map<Path, Port> files = new HashMap<>();
    step.inputs().stream()
        .filter(port -> port.kind() instanceof Port.Kind.File && !port.isList())
        .forEach(port -> AtomicFile.replaced(Path.of(inputs.get(port.name())))
            .ifPresent(file -> files.put(file, port)));
    step.inputs().stream().filter(Port::isList).forEach(port -> lists.get(port.name())
        .forEach(path -> AtomicFile.replaced(path).ifPresent(file -> files.put(file, port))));
    for (Port port : step.outputs()) {
      Path file = outputs.get(port.name());
      Port other = Optional.ofNullable(file).flatMap(AtomicFile::replaced)
          .map(real -> files.put(real, port)).orElse(null);
      if (other != null) {
        throw new ParameterException(parsed.commandSpec().commandLine(), other.option() + " and "
            + port.option() + " are both " + file + "; name another file for one of them");
      }
    }
  }

  /// Adds a step's command to a command line as a subcommand.
  public static void addTo(CommandLine parent, Declaration step) {
    parent.addSubcommand(step.name(), spec(step));
  }
}
