// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Component.ParameterSpec;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.PortOption;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// A compiled pipeline in a file.
///
/// @param name the file as the command line names it
/// @param spec the pipeline
/// @param taken the options that `run` itself has
record PipelineFile(String name, PipelineSpec spec, Set<String> taken) implements RunnablePipeline {

  /// A file that holds no pipeline that can run. Its command takes any options, so that what is
  /// wrong with the file is reported first.
  record Unreadable(String name, Problem why) implements RunnablePipeline {
    @Override
    public void describe(CommandSpec command) {
      command.parser().unmatchedArgumentsAllowed(true);
    }

    @Override
    public Map<String, String> parameters(ParseResult command, Map<String, String> byName) {
      throw why;
    }

    @Override
    public PipelineSpec compiled() {
      throw why;
    }
  }

  /// Reads the file.
  ///
  /// @param taken the options that `run` itself has
  static RunnablePipeline of(String name, Set<String> taken) {
    try {
      return new PipelineFile(name, SpecYaml.readToRunHere(Path.of(name)), taken);
    } catch (Problem e) {
      return new Unreadable(name, e);
    }
  }

  @Override
  public void describe(CommandSpec command) {
    command.usageMessage().description(spec.description());
    spec.root().inputs().parameters().forEach((parameter, declared) -> {
      if (hasOption(parameter)) {
        command.addOption(OptionSpec.builder(option(parameter)).type(String.class)
            .paramLabel(PortOption.label(declared.type())).description(words(declared)).build());
      }
    });
  }

  /// One that is called like an option of `run` can only be given by its name.
  private boolean hasOption(String parameter) {
    return !taken.contains(option(parameter));
  }

  private static String words(ParameterSpec parameter) {
    return parameter.description() + parameter.orElse().map(ParameterType::format)
        .map(text -> text.isEmpty() ? "" : " (default: " + text + ")").orElse("") + ".";
  }

  @Override
  public Map<String, String> parameters(ParseResult command, Map<String, String> byName) {
    Map<String, String> parameters = new TreeMap<>(byName);
    for (String parameter : spec.root().inputs().parameters().keySet()) {
      if (hasOption(parameter) && command.hasMatchedOption(option(parameter))) {
        parameters.put(parameter, command.matchedOptionValue(option(parameter), ""));
      }
    }
    return parameters;
  }

  @Override
  public PipelineSpec compiled() {
    return spec;
  }

  private static String option(String parameter) {
    return "--" + parameter.replace('_', '-');
  }
}
