package io.carbonflow.cli;

import io.carbonflow.fault.Problem;
import io.carbonflow.ir.PipelineSpec;
import io.carbonflow.learn.Workers;
import io.carbonflow.pipeline.Compiler;
import io.carbonflow.pipeline.Pipeline;
import io.carbonflow.run.JvmLauncher;
import io.carbonflow.run.LocalRunner;
import io.carbonflow.run.TaskFailure;
import io.carbonflow.step.Commands;
import io.carbonflow.step.CommonOptions;
import io.carbonflow.step.Port;
import io.carbonflow.step.StepCommand;
import io.carbonflow.step.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `carbonflow run PIPELINE`: runs a pipeline on this machine. The options are the pipeline's
/// parameters.
final class RunCommand {
  private static final String OUTPUT = "--output";
  private static final String NO_CACHE = "--no-cache";
  private static final String SUMMARY = "summary";
  /// A pipeline's parameter of this name is, on this machine, a folder in the run's by default.
  private static final String STORE = "store";

  private RunCommand() {}

  /// Adds the command, with a subcommand for each pipeline.
  static void addTo(CommandLine parent) {
    CommandSpec run = CommandSpec.create().name("run");
    run.usageMessage().description("Runs a pipeline on this machine.",
        "Without the name of a pipeline: training on the sample tables.");
    CommonOptions.addTo(run);
    CommandLine line = new CommandLine(run);
    for (Pipeline<?, ?> pipeline : pipelines()) {
      line.addSubcommand(Compiler.name(pipeline), spec(pipeline));
    }
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
  static int run(ParseResult parsed) throws Exception {
    if (!parsed.hasSubcommand()) {
      throw new ParameterException(parsed.commandSpec().commandLine(), "name a pipeline");
    }
    ParseResult command = parsed.subcommand();
    Pipeline<?, ?> pipeline = pipelines().stream()
        .filter(p -> Compiler.name(p).equals(command.commandSpec().name()))
        .findFirst().orElseThrow();
    Map<String, Object> parameters = new TreeMap<>();
    for (Port port : Compiler.parameters(pipeline)) {
      String text = command.matchedOptionValue(port.option(), (String) null);
      if (text != null) {
        StepCommand.check(command, port, text);
        parameters.put(port.name(), text);
      }
    }
    return run(Compiler.compile(pipeline, "local"), parameters, command);
  }

  private static int run(
      PipelineSpec pipeline, Map<String, Object> parameters, ParseResult command)
      throws InterruptedException, IOException {
    CommonOptions common = CommonOptions.of(command);
    Path output = Path.of(command.matchedOptionValue(OUTPUT, "runs/" + pipeline.name()));
    if (pipeline.root().inputs().parameters().containsKey(STORE)) {
      parameters.putIfAbsent(STORE, output.resolve(STORE).toString());
    }
    boolean reuse = !command.matchedOptionValue(NO_CACHE, false);
    Map<String, Path> results;
    try (Workers workers = new Workers(common.threads());
        Terminal terminal = Terminal.standardError()) {
      results = new LocalRunner(new JvmLauncher(workers), terminal)
          .run(pipeline, parameters, output, reuse);
    } catch (TaskFailure e) {
      throw new Problem(e.getMessage(), e);
    }
    if (results.containsKey(SUMMARY)) {
      System.out.print(Files.readString(results.get(SUMMARY)));
    }
    System.out.println("Results are in " + output);
    return Commands.OK;
  }

  private static CommandSpec spec(Pipeline<?, ?> pipeline) {
    CommandSpec spec = CommandSpec.create().name(Compiler.name(pipeline));
    spec.usageMessage().description(Compiler.about(pipeline) + ".").abbreviateSynopsis(true)
        .sortOptions(false);
    Compiler.parameters(pipeline).forEach(port -> spec.addOption(StepCommand.input(port)));
    spec.addOption(OptionSpec.builder(OUTPUT).type(String.class).paramLabel("FOLDER")
        .description("Where the run lies (default: runs/" + Compiler.name(pipeline) + ").")
        .build());
    spec.addOption(OptionSpec.builder(NO_CACHE).type(boolean.class)
        .description("Run every task, even one whose inputs are unchanged.").build());
    CommonOptions.addTo(spec);
    return spec;
  }

  @SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
  private static List<Pipeline<?, ?>> pipelines() {
    List<Pipeline<?, ?>> found = new ArrayList<>();
    for (Pipeline pipeline : ServiceLoader.load(Pipeline.class)) {
      found.add(pipeline);
    }
    return found;
  }
}
