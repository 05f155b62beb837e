// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The option `--param name=value`, which gives a parameter of a pipeline by its name.
public final class ParamOption {
  private static final String PARAM = "--param";

  private ParamOption() {}

  /// Adds the option to a command.
  public static void addTo(CommandSpec spec) {
    spec.addOption(OptionSpec.builder(PARAM).type(List.class).auxiliaryTypes(String.class)
        .arity("1").paramLabel("NAME=VALUE")
        .description("A parameter of the pipeline by its name; mappings as JSON,"
            + " lists as JSON or with commas between.")
        .build());
  }

  /// The parameters that are given.
  ///
  /// @throws ParameterException if one has no value
  public static Map<String, String> of(ParseResult parsed) {
    Map<String, String> parameters = new TreeMap<>();
    for (String assignment : parsed.matchedOptionValue(PARAM, List.<String>of())) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new ParameterException(parsed.commandSpec().commandLine(),
            PARAM + ": '" + assignment + "' is not of the form NAME=VALUE");
      }
      parameters.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    return parameters;
  }
}
