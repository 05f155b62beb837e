// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.kfp.client.Span;
import io.carbonflow.kfp.pipeline.PipelineDeclaration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// How the options of these commands are declared and read.
final class Options {
  static final String EXPERIMENT = "--experiment";
  static final String VERSION = "--version";
  static final String SERVICE_ACCOUNT = "--service-account";

  private Options() {}

  /// A command.
  static CommandSpec command(String name, String... description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).abbreviateSynopsis(true).sortOptions(false);
    return spec;
  }

  /// An option with a text.
  static void text(CommandSpec spec, String name, String label, String description) {
    spec.addOption(OptionSpec.builder(name).type(String.class).paramLabel(label)
        .description(description).build());
  }

  /// An option that is there or not.
  static void flag(CommandSpec spec, String name, String description) {
    spec.addOption(OptionSpec.builder(name).type(boolean.class).description(description).build());
  }

  /// A word that has to be given.
  static void word(CommandSpec spec, String label, String description) {
    word(spec, label, description, List.of());
  }

  /// The name of a pipeline. A shell completes those of the program's own.
  static void pipeline(CommandSpec spec, String description) {
    word(spec, "PIPELINE", description, pipelines());
  }

  /// The names of the program's own pipelines.
  static List<String> pipelines() {
    return PipelineDeclaration.all().stream().map(PipelineDeclaration::name).toList();
  }

  private static void word(
      CommandSpec spec, String label, String description, List<String> candidates) {
    int index = spec.positionalParameters().size();
    spec.addPositional(PositionalParamSpec.builder().index(String.valueOf(index)).arity("1")
        .required(true).type(String.class).paramLabel(label).description(description)
        .completionCandidates(candidates).build());
  }

  /// The word at a place.
  static String word(ParseResult parsed, int index) {
    String word = parsed.matchedPositionalValue(index, "");
    if (word.isBlank()) {
      throw wrong(parsed, "argument " + (index + 1) + " is empty");
    }
    return word;
  }

  /// The text of an option, if it is given.
  static Optional<String> text(ParseResult parsed, String name) {
    Optional<String> text = Optional.ofNullable(parsed.matchedOptionValue(name, null));
    text.filter(String::isBlank).ifPresent(_ -> {
      throw wrong(parsed, name + ": is empty");
    });
    return text;
  }

  /// Whether an option is given.
  static boolean flag(ParseResult parsed, String name) {
    return parsed.matchedOptionValue(name, false);
  }

  /// The value that an option's text stands for, if it is given.
  ///
  /// @param read refuses a text by an [IllegalArgumentException]
  static <T> Optional<T> value(ParseResult parsed, String name, Function<String, T> read) {
    return text(parsed, name).map(text -> {
      try {
        return read.apply(text);
      } catch (IllegalArgumentException e) {
        throw wrong(parsed, name + ": " + e.getMessage());
      }
    });
  }

  /// A length of time, if it is given.
  static Optional<Duration> span(ParseResult parsed, String name) {
    return value(parsed, name, Span::parse);
  }

  /// Tells that a command was not written as it should be.
  static ParameterException wrong(ParseResult parsed, String message) {
    return new ParameterException(parsed.commandSpec().commandLine(), message);
  }
}
