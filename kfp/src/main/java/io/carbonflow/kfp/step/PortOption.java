// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import picocli.CommandLine.Model.OptionSpec;

/// The option of a command line that stands for a port, with its description.
public final class PortOption {
  private PortOption() {}

  /// An option for a port of a step or a parameter of a pipeline.
  public static OptionSpec input(Port port) {
    OptionSpec.Builder option = port.about().alias().isEmpty()
        ? OptionSpec.builder(port.option())
        : OptionSpec.builder(port.option(), "--" + port.about().alias());
    if (port.isList()) {
      // Given once for each file. On Kubeflow none is: the executor input has them.
      return option.type(List.class).auxiliaryTypes(String.class).arity("1").paramLabel("PATH")
          .description(sentence(port.text()) + "; once for each.").build();
    }
    if (isSwitch(port)) {
      option.arity("0..1").fallbackValue("true");
    }
    return option.type(String.class).paramLabel(label(port))
        .required(port.orElse().isEmpty())
        .description(sentence(port.text()) + details(port) + ".")
        .completionCandidates(candidates(port))
        .build();
  }

  /// An option for an output of a step.
  static OptionSpec output(Port port) {
    String where = switch (port.kind()) {
      case Port.Kind.File file -> "Where to write: " + port.text()
          + " (default: " + switch (port.about().unnamed()) {
            case OWN_FILE -> file.fileName();
            case STANDARD_OUTPUT -> "-, which is standard output";
            case NOWHERE -> "nowhere";
          } + ").";
      case Port.Kind.Parameter _ -> "File for: " + port.text()
          + " (default: " + (port.about().unnamed() == Unnamed.NOWHERE ? "nowhere" : "standard output") + ").";
    };
    return OptionSpec.builder(port.option()).type(String.class).paramLabel("PATH")
        .description(where).build();
  }

  /// A phrase as a sentence begins.
  private static String sentence(String phrase) {
    return phrase.isEmpty() ? phrase : phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
  }

  /// What is off unless it is asked for is asked for by its name alone.
  private static boolean isSwitch(Port port) {
    return port.kind() instanceof Port.Kind.Parameter parameter
        && parameter.type() == ParameterType.BOOLEAN
        && port.orElse().filter("false"::equals).isPresent();
  }

  private static String label(Port port) {
    return switch (port.kind()) {
      case Port.Kind.File _ -> "PATH";
      case Port.Kind.Parameter p when p.java().isEnum() ->
          String.join("|", ParameterType.choices(p.java()));
      case Port.Kind.Parameter p when p.element().filter(String.class::equals).isPresent() -> "TEXT[,TEXT...]";
      case Port.Kind.Parameter p -> label(p.type());
    };
  }

  /// What stands for a value of a type in a help text.
  public static String label(ParameterType type) {
    return switch (type) {
      case STRING -> "TEXT";
      case NUMBER_INTEGER -> "N";
      case NUMBER_DOUBLE -> "NUMBER";
      case BOOLEAN -> "true|false";
      case LIST, STRUCT, TASK_FINAL_STATUS -> "JSON";
    };
  }

  private static List<String> candidates(Port port) {
    return port.kind() instanceof Port.Kind.Parameter p && p.java().isEnum()
        ? ParameterType.choices(p.java()) : List.of();
  }

  private static String details(Port port) {
    String range = port.range();
    String orElse = port.orElse().filter(text -> !text.isEmpty() && !text.equals("[]"))
        .map(text -> "default: " + text).orElse("");
    String both = String.join("; ", List.of(range, orElse).stream()
        .filter(part -> !part.isEmpty()).toList());
    return both.isEmpty() ? "" : " (" + both + ")";
  }
}
