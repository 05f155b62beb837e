// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Parameters;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.pipeline.PipelineDeclaration;
import io.carbonflow.kfp.run.Launcher;
import io.carbonflow.kfp.run.LocalRunner;
import io.carbonflow.kfp.run.RunFolder;
import io.carbonflow.kfp.run.StoredArtifact;
import io.carbonflow.kfp.run.TaskFailure;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.CommonOptions;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.StepCommand;
import io.carbonflow.kfp.step.StepMain;
import io.carbonflow.kfp.step.Terminal;
import io.carbonflow.kfp.whole.WholePipeline;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `run PIPELINE`: runs a pipeline on this machine. The options are the pipeline's
/// parameters. `run FILE.yaml` runs a compiled one.
final class RunCommand {
  static final String NAME = "run";
  static final List<String> ABOUT = List.of("Runs a pipeline on this machine.",
      "Without the name of a pipeline: training on the sample tables.",
      "FILE.yaml in place of a name runs a compiled pipeline, and has its parameters as options.");
  private static final String OUTPUT = "--output";
  private static final String REPLACE = "--replace";
  private static final String NO_CACHE = "--no-cache";

  private RunCommand() {}

  /// Adds the command, with a subcommand for each pipeline, and for the file that stands in its
  /// place.
  ///
  /// @param args the whole command line
  static void addTo(CommandLine parent, Program program, String... args) {
    CommandSpec run = ownOptions(program).name(NAME);
    run.usageMessage().description(ABOUT.toArray(String[]::new));
    run.addPositional(PositionalParamSpec.builder().arity("0..1").type(String.class)
        .hidden(true).build());
    CommandLine line = new CommandLine(run);
    pipelines(program, args).forEach(
        pipeline -> line.addSubcommand(pipeline.name(), spec(pipeline, program)));
    parent.addSubcommand(NAME, line);
  }

  private static List<RunnablePipeline> pipelines(Program program, String... args) {
    List<RunnablePipeline> all = new ArrayList<>();
    PipelineDeclaration.all().forEach(declaration -> all.add(
        new OwnPipeline(declaration, program.stepImage())));
    if (args.length > 1 && args[0].equals(NAME) && args[1].matches("[^-].*\\.ya?ml")) {
      all.add(PipelineFile.of(args[1], ownOptions(program).optionsMap().keySet()));
    }
    return all;
  }

  private static CommandSpec spec(RunnablePipeline pipeline, Program program) {
    CommandSpec spec = CommandSpec.create().name(pipeline.name());
    spec.usageMessage().abbreviateSynopsis(true).sortOptions(false);
    pipeline.describe(spec);
    ownOptions(program).options().forEach(spec::addOption);
    return spec;
  }

  /// A command with the options that all pipelines' have.
  private static CommandSpec ownOptions(Program program) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().sortOptions(false);
    ParamOption.addTo(spec);
    spec.addOption(OptionSpec.builder(OUTPUT).type(String.class).paramLabel("FOLDER")
        .description("The run's folder (default: runs/ and the pipeline's name; the last ten earlier runs"
            + " stay next to it, named by their time).").build());
    spec.addOption(OptionSpec.builder(REPLACE).type(boolean.class)
        .description("Replace files of no run that are called as its results are.").build());
    spec.addOption(OptionSpec.builder(NO_CACHE).type(boolean.class)
        .description("Run every task, even one whose inputs are unchanged.").build());
    RunnerOptions.addTo(spec, program);
    CommonOptions.addTo(spec);
    return spec;
  }

  /// Runs the pipeline that parsed arguments name.
  ///
  /// @param args the whole command line
  /// @return the exit code
  static int run(ParseResult parsed, CliContext context, String... args) throws Exception {
    List<RunnablePipeline> pipelines = pipelines(context.program(), args);
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
      return StepMain.run(programs(context).get(List.of(context.program().name(), NAME, name)), command, context.streams());
    }
    RunnablePipeline pipeline =
        pipelines.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    if (pipeline instanceof PipelineFile.Unreadable(String _, Problem why)) {
      return Commands.refused(parsed, why);
    }
    return run(pipeline.compiled(), pipeline instanceof OwnPipeline,
        pipeline.parameters(command, ParamOption.of(command)), command, context);
  }

  private static int run(
      PipelineSpec pipeline, boolean own, Map<String, String> parameters, ParseResult command,
      CliContext context)
      throws InterruptedException, IOException {
    RunnerOptions.check(command);
    CommonOptions common = CommonOptions.of(command);
    RunFolder folder = folder(pipeline, command);
    Path output = Path.of(command.matchedOptionValue(OUTPUT, standard(pipeline).toString()));
    context.program().store().addTo(pipeline, output, parameters);
    check(pipeline, parameters, command);
    boolean reuse = !command.matchedOptionValue(NO_CACHE, false);
    LocalRunner.Results results;
    try (Workers workers = new Workers(common.threads());
        Terminal terminal = context.streams().terminal(common.quiet());
        Interruption _ = new Interruption(command.commandSpec().qualifiedName(), output, terminal)) {
      Launcher launcher =
          RunnerOptions.launcher(command, pipeline, output, RunnerOptions.reach(
              command, pipeline, own, parameters, programs(context)), workers, terminal);
      results = new LocalRunner(launcher, terminal::console, context.program().preflight())
          .run(pipeline, parameters, folder, reuse);
    } catch (TaskFailure e) {
      throw new Problem(e.getMessage(), e);
    }
    for (StoredArtifact result : results.artifacts().values()) {
      if (result.type().equals(Artifact.Type.MARKDOWN.schemaTitle())) {
        context.streams().out().println(Files.readString(result.path()));
      }
    }
    context.streams().out().println("Results are in " + output);
    return Commands.OK;
  }

  /// Where runs of a pipeline lie if nothing else is said.
  private static Path standard(PipelineSpec pipeline) {
    return Program.RUNS.resolve(pipeline.name());
  }

  private static RunFolder folder(PipelineSpec pipeline, ParseResult command) {
    String named = command.matchedOptionValue(OUTPUT, (String) null);
    if (named != null && named.isBlank()) {
      throw new ParameterException(
          command.commandSpec().commandLine(), OUTPUT + ": names no folder");
    }
    RunFolder folder = (named == null
        ? RunFolder.ofNewest(standard(pipeline)) : RunFolder.named(Path.of(named)))
        .replacing(command.matchedOptionValue(REPLACE, false));
    try {
      folder.check(pipeline);
      return folder;
    } catch (Problem e) {
      throw new ParameterException(command.commandSpec().commandLine(), e.getMessage());
    }
  }

  private static void check(
      PipelineSpec pipeline, Map<String, String> parameters, ParseResult command) {
    try {
      Parameters.complete(pipeline, parameters);
    } catch (Problem e) {
      throw new ParameterException(command.commandSpec().commandLine(), e.getMessage());
    }
  }

  private static Map<List<String>, Declaration> programs(CliContext context) {
    return WholePipeline.programs(context.program().name(), Declaration.all(), PipelineDeclaration.all());
  }
}
