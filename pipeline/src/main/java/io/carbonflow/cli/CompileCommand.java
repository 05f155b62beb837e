package io.carbonflow.cli;

import io.carbonflow.derived.DerivedFiles;
import io.carbonflow.pipeline.PipelineDeclaration;
import io.carbonflow.step.Commands;
import io.carbonflow.step.CommonOptions;
import io.carbonflow.step.Declaration;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `carbonflow compile`: writes the components, pipelines and reference pages that follow from the
/// declarations.
public final class CompileCommand {
  static final String NAME = "compile";
  private static final String IMAGE = "--image";
  private static final String OUTPUT = "--output";

  private CompileCommand() {}

  static void addTo(CommandLine parent) {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage().description("Writes component YAMLs, compiled pipelines and the steps'"
        + " reference pages from the Java declarations.").abbreviateSynopsis(true)
        .sortOptions(false);
    spec.addOption(OptionSpec.builder(IMAGE).type(String.class).paramLabel("REF")
        .description("The image that all tasks run in (default: " + defaultImage() + ").")
        .build());
    spec.addOption(OptionSpec.builder(OUTPUT).type(String.class).paramLabel("FOLDER")
        .description("Where the files go (default: carbonflow's own folder).").build());
    CommonOptions.addTo(spec);
    parent.addSubcommand(NAME, spec);
  }

  /// Writes what has changed.
  ///
  /// @param out takes the path of each file that has
  /// @return the exit code
  static int run(ParseResult command, PrintStream out) {
    Path project = Path.of(
        command.matchedOptionValue(OUTPUT, System.getProperty("carbonflow.home", ".")));
    String image = command.matchedOptionValue(IMAGE, defaultImage());
    List<String> changed = DerivedFiles
        .of(Declaration.all(), PipelineDeclaration.all(), image).write(project);
    changed.forEach(out::println);
    if (changed.isEmpty()) {
      out.println("Everything is up to date");
    }
    return Commands.OK;
  }

  /// The published image of this version; the version is Maven's, so it is named in one place.
  public static String defaultImage() {
    try (InputStream in = CompileCommand.class.getResourceAsStream("image.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("image");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
