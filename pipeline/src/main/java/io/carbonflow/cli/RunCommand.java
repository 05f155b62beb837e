package io.carbonflow.cli;

import io.carbonflow.fault.Problem;
import io.carbonflow.ir.PipelineSpec;
import io.carbonflow.learn.Workers;
import io.carbonflow.pipeline.Compiler;
import io.carbonflow.pipeline.PipelineDeclaration;
import io.carbonflow.run.Launcher;
import io.carbonflow.run.LocalRunner;
import io.carbonflow.run.TaskFailure;
import io.carbonflow.step.Commands;
import io.carbonflow.step.CommonOptions;
import io.carbonflow.step.Declaration;
import io.carbonflow.step.Port;
import io.carbonflow.step.PortOption;
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
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `carbonflow run PIPELINE`: runs a pipeline on this machine. The options are the pipeline's
/// parameters. `carbonflow run FILE.yaml` runs a compiled one.
final class RunCommand {
  private static final String OUTPUT = "--output";
  private static final String NO_CACHE = "--no-cache";
  private static final String SUMMARY = "summary";
  /// A pipeline's parameter of this name is, on this machine, a folder in the run's by default, if
  /// there is no bucket.
  private static final String STORE = "store";
  private static final String BUCKET = "bucket";

  private RunCommand() {}

  /// Adds the command, with a subcommand for each pipeline.
  static void addTo(CommandLine parent) {
    CommandSpec run = CommandSpec.create().name("run");
    run.usageMessage().description("Runs a pipeline on this machine.",
        "Without the name of a pipeline: training on the sample tables.").sortOptions(false);
    PipelineFile.addTo(run);
    addTo(run, "runs/NAME");
    CommandLine line = new CommandLine(run);
    PipelineDeclaration.all()
        .forEach(pipeline -> line.addSubcommand(pipeline.name(), spec(pipeline)));
    parent.addSubcommand("run", line);
  }

  /// `run` alone is the training on the sample tables that come with carbonflow.
  static String[] withDefaults(String... args) {
    if (args.length == 0 || !args[0].equals("run")
        || args.length > 1 && (!args[1].startsWith("-") || args[1].matches("-h|--help"))) {
      return args;
    }
    Path samples = Path.of(System.getProperty("carbonflow.home", "")).resolve("data-samples");
    List<String> full = new ArrayList<>(List.of("run", "training"));
    for (String year : List.of("2015", "2016")) {
      full.add("--data-" + year + "="
          + samples.resolve(year + "-building-energy-benchmarking.csv"));
    }
    full.addAll(List.of(args).subList(1, args.length));
    return full.toArray(String[]::new);
  }

  /// Runs the pipeline that parsed arguments name.
  ///
  /// @return the exit code
  static int run(ParseResult parsed, Streams streams) throws Exception {
    if (!parsed.hasSubcommand()) {
      PipelineSpec pipeline = PipelineFile.read(parsed);
      return run(pipeline, PipelineFile.parameters(parsed), parsed, streams);
    }
    ParseResult command = parsed.subcommand();
    PipelineDeclaration pipeline = PipelineDeclaration.all().stream()
        .filter(one -> one.name().equals(command.commandSpec().name()))
        .findFirst().orElseThrow();
    if (StepCommand.isTask(command)) {
      return StepMain.run(programs().get(List.of("run", pipeline.name())), command, streams);
    }
    Map<String, String> parameters = PipelineFile.parameters(command);
    for (Port port : pipeline.parameters()) {
      String text = command.matchedOptionValue(port.option(), parameters.get(port.name()));
      if (text != null) {
        StepCommand.check(command, port, text);
        parameters.put(port.name(), text);
      } else if (port.orElse().isEmpty()) {
        throw new ParameterException(command.commandSpec().commandLine(),
            "Missing required option: '" + port.option() + "', " + port.about().value());
      }
    }
    pipeline.check(parameters);
    return run(Compiler.compile(pipeline.pipeline(), CompileCommand.defaultImage()), parameters, command,
        streams);
  }

  private static int run(
      PipelineSpec pipeline, Map<String, String> parameters, ParseResult command,
      Streams streams)
      throws InterruptedException, IOException {
    RunnerOptions.check(command);
    CommonOptions common = CommonOptions.of(command);
    String folder = command.matchedOptionValue(OUTPUT, "runs/" + pipeline.name());
    if (folder.isBlank()) {
      throw new ParameterException(
          command.commandSpec().commandLine(), OUTPUT + ": names no folder");
    }
    Path output = Path.of(folder);
    if (pipeline.root().inputs().parameters().containsKey(STORE)
        && parameters.getOrDefault(BUCKET, "").equals("")) {
      parameters.putIfAbsent(STORE, output.resolve(STORE).toString());
    }
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
    if (results.artifacts().containsKey(SUMMARY)) {
      streams.out().print(Files.readString(results.artifacts().get(SUMMARY).path()));
    }
    streams.out().println("Results are in " + output);
    return Commands.OK;
  }

  private static Map<List<String>, Declaration> programs() {
    return WholePipeline.programs(Declaration.all(), PipelineDeclaration.all());
  }

  private static CommandSpec spec(PipelineDeclaration pipeline) {
    CommandSpec spec = CommandSpec.create().name(pipeline.name());
    spec.usageMessage().description(pipeline.about() + ".").abbreviateSynopsis(true)
        .sortOptions(false);
    // A required one may be given by its name with --param instead.
    pipeline.parameters().forEach(port -> spec.addOption(
        OptionSpec.builder(PortOption.input(port)).required(false).build()));
    addTo(spec, "runs/" + pipeline.name());
    StepCommand.addTaskTo(spec, pipeline.results());
    return spec;
  }

  private static void addTo(CommandSpec spec, String output) {
    PipelineFile.addParametersTo(spec);
    spec.addOption(OptionSpec.builder(OUTPUT).type(String.class).paramLabel("FOLDER")
        .description("Where the run lies (default: " + output + ").").build());
    spec.addOption(OptionSpec.builder(NO_CACHE).type(boolean.class)
        .description("Run every task, even one whose inputs are unchanged.").build());
    RunnerOptions.addTo(spec);
    CommonOptions.addTo(spec);
  }
}
