// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.PipelineDeclaration;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.step.Port;
import io.carbonflow.kfp.step.PortOption;
import io.carbonflow.kfp.step.StepCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// A pipeline of the program's own, by its name.
///
/// @param declaration what it says of itself
/// @param image what its tasks run in
record OwnPipeline(PipelineDeclaration declaration, StepImage image) implements RunnablePipeline {

  @Override
  public String name() {
    return declaration.name();
  }

  @Override
  public void describe(CommandSpec command) {
    command.usageMessage().description(declaration.about() + ".");
    declaration.parameters().forEach(port -> command.addOption(
        OptionSpec.builder(PortOption.input(port)).required(false).build()));
    StepCommand.addTaskTo(command, declaration.results());
  }

  @Override
  public Map<String, String> parameters(ParseResult command, Map<String, String> byName) {
    Map<String, String> parameters = new TreeMap<>(byName);
    for (Port port : declaration.parameters()) {
      String text = command.matchedOptionValue(port.option(), parameters.get(port.name()));
      if (text != null) {
        StepCommand.check(command, port, text);
        parameters.put(port.name(), text);
      } else if (port.orElse().isEmpty()) {
        throw new ParameterException(command.commandSpec().commandLine(),
            "Missing required option: '" + port.option() + "', " + port.text());
      }
    }
    try {
      declaration.check(parameters);
    } catch (Problem e) {
      throw new ParameterException(command.commandSpec().commandLine(), e.getMessage(), e);
    }
    return parameters;
  }

  @Override
  public PipelineSpec compiled() {
    return Compiler.compileWhole(declaration.pipeline(), image);
  }
}
