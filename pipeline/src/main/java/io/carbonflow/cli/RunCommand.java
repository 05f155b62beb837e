package io.carbonflow.cli;

import io.carbonflow.fault.Problem;
import io.carbonflow.ir.Parameters;
import io.carbonflow.ir.PipelineSpec;
import io.carbonflow.learn.Workers;
import io.carbonflow.pipeline.PipelineDeclaration;
import io.carbonflow.run.Launcher;
import io.carbonflow.run.LocalRunner;
import io.carbonflow.run.StoredArtifact;
import io.carbonflow.run.TaskFailure;
import io.carbonflow.step.Artifact;
import io.carbonflow.step.Commands;
import io.carbonflow.step.CommonOptions;
import io.carbonflow.step.Declaration;
import io.carbonflow.step.StepCommand;
import io.carbonflow.step.StepMain;
import io.carbonflow.step.Streams;
import io.carbonflow.step.Terminal;
import io.carbonflow.whole.WholePipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `carbonflow run PIPELINE`: runs a pipeline on this machine. The options are the pipeline's
/// parameters. `carbonflow run FILE.yaml` runs a compiled one.
final class RunCommand {
  private static final String NAME = "run";
  private static final String OUTPUT = "--output";
  private static final String NO_CACHE = "--no-cache";
  private static final String SUMMARY = "summary";
  /// A pipeline's parameter of this name is, on this machine, a folder in the run's by default, if
  /// there is no bucket.
  private static final String STORE = "store";
  private static final String BUCKET = "bucket";

  private RunCommand() {}

  /// Adds the command, with a subcommand for each pipeline, and for the file that stands in its
  /// place.
  ///
  /// @param args the whole command line
  static void addTo(CommandLine parent, String... args) {
    CommandSpec run = ownOptions().name(NAME);
    run.usageMessage().description("Runs a pipeline on this machine.",
        "Without the name of a pipeline: training on the sample tables.",
        "FILE.yaml in place of a name runs a compiled pipeline, and has its parameters as options.");
    run.addPositional(PositionalParamSpec.builder().arity("0..1").type(String.class)
        .hidden(true).build());
    CommandLine line = new CommandLine(run);
    pipelines(args).forEach(pipeline -> line.addSubcommand(pipeline.name(), spec(pipeline)));
    parent.addSubcommand(NAME, line);
  }

  private static List<RunnablePipeline> pipelines(String... args) {
    List<RunnablePipeline> all = new ArrayList<>();
    PipelineDeclaration.all().forEach(declaration -> all.add(new OwnPipeline(declaration)));
    if (args.length > 1 && args[0].equals(NAME) && args[1].matches("[^-].*\\.ya?ml")) {
      all.add(PipelineFile.of(args[1]));
    }
    return all;
  }

  private static CommandSpec spec(RunnablePipeline pipeline) {
    CommandSpec spec = CommandSpec.create().name(pipeline.name());
    spec.usageMessage().abbreviateSynopsis(true).sortOptions(false);
    pipeline.describe(spec);
    ownOptions().options().forEach(spec::addOption);
    return spec;
  }

  /// A command with the options that all pipelines' have.
  static CommandSpec ownOptions() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().sortOptions(false);
    ParamOption.addTo(spec);
    spec.addOption(OptionSpec.builder(OUTPUT).type(String.class).paramLabel("FOLDER")
        .description("Where the run lies (default: runs/ and the pipeline's name).").build());
    spec.addOption(OptionSpec.builder(NO_CACHE).type(boolean.class)
        .description("Run every task, even one whose inputs are unchanged.").build());
    RunnerOptions.addTo(spec);
    CommonOptions.addTo(spec);
    return spec;
  }

  /// `run` alone is the training on the sample tables that come with carbonflow.
  static String[] withDefaults(String... args) {
    if (args.length == 0 || !args[0].equals(NAME)
        || args.length > 1 && (!args[1].startsWith("-") || args[1].matches("-h|--help"))) {
      return args;
    }
    List<String> full = new ArrayList<>(List.of(NAME, "training"));
    for (String option : List.of("--data-2015", "--data-2016")) {
      full.add(option + "=" + sample(option));
    }
    full.addAll(List.of(args).subList(1, args.length));
    return full.toArray(String[]::new);
  }

  /// The sample table that comes with carbonflow for an option, `--data-2015`.
  static String sample(String option) {
    return Path.of(System.getProperty("carbonflow.home", "")).resolve("data-samples")
        .resolve(option.replace("--data-", "") + "-building-energy-benchmarking.csv").toString();
  }

  /// Runs the pipeline that parsed arguments name.
  ///
  /// @param args the whole command line
  /// @return the exit code
  static int run(ParseResult parsed, Streams streams, String... args) throws Exception {
    List<RunnablePipeline> pipelines = pipelines(args);
    if (!parsed.hasSubcommand()) {
      String name = parsed.matchedPositionalValue(0, "");
      throw new ParameterException(parsed.commandSpec().commandLine(), (name.isEmpty()
          ? "name a pipeline" : "there is no pipeline " + name) + ": " + pipelines.stream()
          .map(RunnablePipeline::name).collect(Collectors.joining(", "))
          + ", or a compiled one's YAML file, right behind run");
    }
    ParseResult command = parsed.subcommand();
    String name = command.commandSpec().name();
    if (StepCommand.isTask(command)) {
      return StepMain.run(programs().get(List.of(NAME, name)), command, streams);
    }
    RunnablePipeline pipeline =
        pipelines.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    return run(pipeline.compiled(), pipeline.parameters(command, ParamOption.of(command)),
        command, streams);
  }

  private static int run(
      PipelineSpec pipeline, Map<String, String> parameters, ParseResult command,
      Streams streams)
      throws InterruptedException, IOException {
    RunnerOptions.check(command);
    CommonOptions common = CommonOptions.of(command);
    String folder = command.matchedOptionValue(
        OUTPUT, LocalStore.folder(pipeline.name()).toString());
    if (folder.isBlank()) {
      throw new ParameterException(
          command.commandSpec().commandLine(), OUTPUT + ": names no folder");
    }
    Path output = Path.of(folder);
    LocalStore.addTo(
        pipeline.name(), pipeline.root().inputs().parameters().keySet(), output, parameters);
    check(pipeline, parameters, command);
    boolean reuse = !command.matchedOptionValue(NO_CACHE, false);
    LocalRunner.Results results;
    try (Workers workers = new Workers(common.threads());
        Terminal terminal = streams.terminal()) {
      Launcher launcher =
          RunnerOptions.launcher(command, pipeline, output, programs(), workers, terminal);
      results = new LocalRunner(launcher, terminal::console)
          .run(pipeline, parameters, output, reuse);
    } catch (TaskFailure e) {
      throw new Problem(e.getMessage(), e);
    }
    for (StoredArtifact result : results.artifacts().values()) {
      if (result.type().equals(Artifact.Type.MARKDOWN.schemaTitle())) {
        streams.out().println(Files.readString(result.path()));
      }
    }
    streams.out().println("Results are in " + output);
    return Commands.OK;
  }

  private static void check(
      PipelineSpec pipeline, Map<String, String> parameters, ParseResult command) {
    try {
      Parameters.complete(pipeline, parameters);
    } catch (Problem e) {
      throw new ParameterException(command.commandSpec().commandLine(), e.getMessage());
    }
  }

  private static Map<List<String>, Declaration> programs() {
    return WholePipeline.programs(Declaration.all(), PipelineDeclaration.all());
  }
}
