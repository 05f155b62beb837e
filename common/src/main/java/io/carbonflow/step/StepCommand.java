package io.carbonflow.step;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    step.inputs().forEach(port -> spec.addOption(input(port)));
    step.outputs().forEach(port -> spec.addOption(output(port)));
    CommonOptions.addTo(spec);
    spec.addOption(OptionSpec.builder(EXECUTOR_INPUT).type(String.class).paramLabel("JSON")
        .description("Kubeflow's description of the task.").build());
    return spec;
  }

  /// The invocation that parsed arguments ask for.
  ///
  /// @throws ParameterException for a value that is none of its type
  public static Invocation invocation(Declaration step, ParseResult parsed) {
    Map<String, String> inputs = new LinkedHashMap<>();
    for (Port port : step.inputs()) {
      String text = parsed.matchedOptionValue(port.option(), port.orElse().orElse(null));
      check(parsed, port, text);
      inputs.put(port.name(), text);
    }
    Map<String, Path> outputs = new LinkedHashMap<>();
    for (Port port : step.outputs()) {
      String named = parsed.matchedOptionValue(port.option(), (String) null);
      if (named != null) {
        outputs.put(port.name(), Path.of(named));
      } else if (port.kind() instanceof Port.Kind.File file) {
        outputs.put(port.name(), Path.of(file.fileName()));
      }
    }
    String executorInput = parsed.matchedOptionValue(EXECUTOR_INPUT, (String) null);
    return new Invocation(
        step, inputs, outputs, Optional.ofNullable(executorInput).map(ExecutorInput::parse));
  }

  /// An option for a port of a step or a parameter of a pipeline.
  public static OptionSpec input(Port port) {
    OptionSpec.Builder option = port.about().alias().isEmpty()
        ? OptionSpec.builder(port.option())
        : OptionSpec.builder(port.option(), "--" + port.about().alias());
    return option.type(String.class).paramLabel(label(port))
        .required(port.orElse().isEmpty())
        .description(port.about().value() + details(port) + ".")
        .completionCandidates(candidates(port))
        .build();
  }

  /// Checks an option's text against its port.
  ///
  /// @throws ParameterException if the text is no value of the port
  public static void check(ParseResult parsed, Port port, String text) {
    try {
      if (port.kind() instanceof Port.Kind.Parameter) {
        port.parse(text);
      } else if (text.contains("{{$")) {
        throw new IllegalArgumentException("'" + text + "' is a placeholder that nobody replaced");
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(), names(port) + ": " + e.getMessage());
    }
  }

  private static String names(Port port) {
    String alias = port.about().alias();
    return alias.isEmpty() ? port.option() : port.option() + " (--" + alias + ")";
  }

  private static OptionSpec output(Port port) {
    String where = switch (port.kind()) {
      case Port.Kind.File file -> "Where to write: " + port.about().value()
          + " (default: " + file.fileName() + ").";
      case Port.Kind.Parameter _ -> "File for: " + port.about().value()
          + " (default: standard output).";
    };
    return OptionSpec.builder(port.option()).type(String.class).paramLabel("PATH")
        .description(where).build();
  }

  private static String label(Port port) {
    return switch (port.kind()) {
      case Port.Kind.File _ -> "PATH";
      case Port.Kind.Parameter p when p.java().isEnum() ->
          String.join("|", ParameterType.choices(p.java()));
      case Port.Kind.Parameter p -> switch (p.type()) {
        case STRING -> "TEXT";
        case NUMBER_INTEGER -> "N";
        case NUMBER_DOUBLE -> "NUMBER";
        case BOOLEAN -> "true|false";
        case LIST, STRUCT -> "JSON";
      };
    };
  }

  private static List<String> candidates(Port port) {
    return port.kind() instanceof Port.Kind.Parameter p && p.java().isEnum()
        ? ParameterType.choices(p.java()) : List.of();
  }

  private static String details(Port port) {
    String range = port.range();
    String orElse = port.orElse().filter(text -> !text.isEmpty())
        .map(text -> "default: " + text).orElse("");
    String both = String.join("; ", List.of(range, orElse).stream()
        .filter(part -> !part.isEmpty()).toList());
    return both.isEmpty() ? "" : " (" + both + ")";
  }

  /// Adds a step's command to a command line as a subcommand.
  public static void addTo(CommandLine parent, Declaration step) {
    parent.addSubcommand(step.name(), spec(step));
  }
}
