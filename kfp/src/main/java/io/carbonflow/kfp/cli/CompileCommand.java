// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.codegen.DerivedFiles;
import io.carbonflow.kfp.pipeline.PipelineDeclaration;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.CommonOptions;
import io.carbonflow.kfp.step.Declaration;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `compile`: writes the components, pipelines and reference pages that follow from the
/// declarations.
final class CompileCommand {
  static final String NAME = "compile";
  static final String ABOUT = "Writes component YAMLs, compiled pipelines and the steps' reference pages from the Java"
      + " declarations.";
  private static final String IMAGE = "--image";
  private static final String OUTPUT = "--output";

  private CompileCommand() {}

  static void addTo(CommandLine parent, Program program) {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage().description(ABOUT).abbreviateSynopsis(true).sortOptions(false);
    spec.addOption(OptionSpec.builder(IMAGE).type(String.class).paramLabel("REF")
        .description("The image that all tasks run in (default: " + program.image() + ").")
        .build());
    spec.addOption(OptionSpec.builder(OUTPUT).type(String.class).paramLabel("FOLDER")
        .description("Where the files go (default: " + program.name() + "'s own folder).").build());
    CommonOptions.addTo(spec);
    parent.addSubcommand(NAME, spec);
  }

  /// Writes what has changed.
  ///
  /// @param out takes the path of each file that has
  /// @return the exit code
  static int run(ParseResult command, Program program, PrintStream out) {
    Path project = Path.of(
        command.matchedOptionValue(OUTPUT, program.home().toString()));
    StepImage image = program.stepImage(command.matchedOptionValue(IMAGE, program.image()));
    List<String> changed = DerivedFiles
        .of(Declaration.all(), PipelineDeclaration.all(), image, program.call(),
            program.files().get()).write(project);
    changed.forEach(out::println);
    if (changed.isEmpty()) {
      out.println("Everything is up to date");
    }
    return Commands.OK;
  }
}
