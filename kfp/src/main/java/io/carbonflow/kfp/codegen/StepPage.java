// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.codegen;

import module java.base;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.Unnamed;

/// The reference page of a step, in Markdown.
final class StepPage {
  private StepPage() {}

  /// The text of the page.
  ///
  /// @param call how a person calls the program
  static String of(Declaration step, String call) {
    return "# " + step.name() + "\n\n"
        + step.about() + ".\n\n"
        + "```sh\n" + call + " " + step.name() + required(step) + "\n```\n"
        + (step.readsOutside()
            ? "It reads or changes something outside, so it runs even if its inputs are unchanged.\n"
            : "It is skipped where an earlier run had the same inputs.\n")
        + "\n## Inputs\n"
        + "| option | type | default | what it is |\n| --- | --- | --- | --- |\n"
        + rows(step.inputs(), StepPage::input)
        + "\n## Outputs\n"
        + whereOutputsGo(step) + "\n\n"
        + "| option | type | file | what it is |\n| --- | --- | --- | --- |\n"
        + rows(step.outputs(), StepPage::output);
  }

  private static String whereOutputsGo(Declaration step) {
    return step.outputs().stream().allMatch(port -> port.about().unnamed() == Unnamed.OWN_FILE)
        ? "An option names the file; without it an artifact goes to the file of its name in the"
            + " working folder, and a value to standard output."
        : "An option names the file, and `-` standard output; without it an output goes where the table says.";
  }

  /// The text of the page that lists all steps.
  static String index(List<Declaration> steps) {
    return "# Steps\n\n"
        + "Each is a command, a component of its own in"
        + " [kubeflow/components](../../../kubeflow/components), and a task of the pipelines.\n\n"
        + "| step | what it does |\n| --- | --- |\n"
        + steps.stream().map(step -> "| [" + step.name() + "](" + step.name() + ".md) | "
            + step.about() + " |\n").collect(Collectors.joining());
  }

  private static String required(Declaration step) {
    return step.inputs().stream().filter(port -> port.orElse().isEmpty())
        .map(port -> " " + port.option() + "="
            + (port.kind() instanceof Port.Kind.File file ? file.fileName() : "…"))
        .collect(Collectors.joining());
  }

  private interface Row {
    String of(Port port);
  }

  private static String rows(List<Port> ports, Row row) {
    return ports.stream().map(port -> row.of(port) + "\n").collect(Collectors.joining());
  }

  private static String input(Port port) {
    String orElse = port.orElse()
        .map(text -> text.isEmpty() || text.equals("[]") ? "empty" : "`" + text + "`").orElse("required");
    return "| `" + port.option() + "` | " + type(port) + " | " + orElse + " | "
        + cell(port.text()) + " |";
  }

  private static String output(Port port) {
    String file = port.kind() instanceof Port.Kind.File artifact
        ? switch (port.about().unnamed()) {
          case OWN_FILE -> "`" + artifact.fileName() + "`";
          case STANDARD_OUTPUT -> "standard output";
          case NOWHERE -> "nowhere";
        } : port.about().unnamed() == Unnamed.NOWHERE ? "nowhere" : "";
    return "| `" + port.option() + "` | " + type(port) + " | " + file + " | "
        + cell(port.text())
        + (port.about().verdict() ? "; if not, the command ends with exit code 1, outside of a"
            + " pipeline" : "") + " |";
  }

  private static String type(Port port) {
    return switch (port.kind()) {
      case Port.Kind.File file -> (file.list() ? "once for each: " : "")
          + file.type().schemaTitle();
      case Port.Kind.Parameter parameter when parameter.java().isEnum() ->
          ParameterType.choices(parameter.java()).stream()
              .map(choice -> "`" + choice + "`").collect(Collectors.joining(", "));
      case Port.Kind.Parameter parameter when parameter.java() == OptionalLong.class ->
          "whole number or empty";
      case Port.Kind.Parameter parameter when parameter.element().filter(String.class::equals).isPresent() ->
          "texts with commas between, or a JSON list";
      case Port.Kind.Parameter parameter -> parameter.type().words()
          + (port.range().isEmpty() ? "" : " " + port.range());
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
