// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.Parameters;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.run.JvmLauncher;
import io.carbonflow.kfp.run.Launcher;
import io.carbonflow.kfp.run.container.ContainerLauncher;
import io.carbonflow.kfp.run.container.Reach;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Terminal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The options of `run` that decide where tasks run: in this JVM or in containers.
final class RunnerOptions {
  private static final String RUNNER = "--runner";
  private static final String IMAGE = "--image";
  private static final String NETWORK = "--network";
  private static final String WRITABLE = "--writable";
  private static final String THREADS = "--threads";

  private enum Runner { JVM, CONTAINER }

  private RunnerOptions() {}

  static void addTo(CommandSpec spec, Program program) {
    spec.addOption(OptionSpec.builder(RUNNER).type(String.class).paramLabel("RUNNER")
        .description("Where tasks run: jvm, this process, or container, each in its image with"
            + " podman or docker (default: jvm).").build());
    spec.addOption(OptionSpec.builder(IMAGE).type(String.class).paramLabel("REF")
        .description("The image that containers run (default: that of FILE.yaml, else "
            + program.image() + ").").build());
    spec.addOption(OptionSpec.builder(NETWORK).type(String.class).paramLabel("NAME")
        .description("The network of containers (default: none for a task that is given nothing"
            + " remote, such as an s3: URI).").build());
    spec.addOption(OptionSpec.builder(WRITABLE).type(List.class).auxiliaryTypes(String.class)
        .arity("1").paramLabel("FOLDER")
        .description("A folder that containers may write to, beside what steps of this program"
            + " declare.").build());
  }

  /// Checks what can be checked before anything is made.
  ///
  /// @throws ParameterException if the options are unknown or do not go together
  static void check(ParseResult command) {
    boolean jvm = runner(command) == Runner.JVM;
    for (String option : jvm ? List.of(IMAGE, NETWORK, WRITABLE) : List.of(THREADS)) {
      if (command.hasMatchedOption(option)) {
        throw wrong(command, option + ": has no meaning for " + RUNNER + "=" + name(runner(command))
            + (jvm ? "; add " + RUNNER + "=container" : ""));
      }
    }
    for (String option : List.of(IMAGE, NETWORK)) {
      if (command.matchedOptionValue(option, option).isBlank()) {
        throw wrong(command, option + ": is empty");
      }
    }
    for (Path folder : writable(command)) {
      if (!Files.isDirectory(folder) || folder.toAbsolutePath().normalize().getParent() == null) {
        throw wrong(command, WRITABLE + ": '" + folder + "' is not an existing folder below /");
      }
    }
  }

  private static List<Path> writable(ParseResult command) {
    return command.matchedOptionValue(WRITABLE, List.<String>of()).stream().map(folder -> {
      try {
        return Path.of(folder);
      } catch (InvalidPathException e) {
        throw wrong(command, WRITABLE + ": '" + folder + "' is no path");
      }
    }).toList();
  }

  /// What tasks in containers may see of this machine.
  ///
  /// @param own whether the pipeline is one of this program
  /// @param given the parameters that the caller has given
  /// @param programs what can run in this process, by the words of its command
  static Reach reach(ParseResult command, PipelineSpec pipeline, boolean own,
      Map<String, String> given, Map<List<String>, Declaration> programs) {
    Map<String, Object> values = new TreeMap<>(Parameters.complete(pipeline, given));
    values.keySet().retainAll(given.keySet());
    return new Reach(programs, own, Reach.texts(values.values()), writable(command));
  }

  /// What runs the tasks of a pipeline. All that it needs is there when this has come back.
  ///
  /// @param run the run's folder
  /// @param reach what can run in this process, and what tasks in containers may see
  static Launcher launcher(ParseResult command, PipelineSpec pipeline, Path run,
      Reach reach, Workers workers, Terminal terminal) throws InterruptedException {
    return switch (runner(command)) {
      case JVM -> new JvmLauncher(reach.programs(), workers);
      case CONTAINER -> {
        var settings = new ContainerLauncher.Settings(
            Optional.ofNullable(command.matchedOptionValue(IMAGE, null)),
            Optional.ofNullable(command.matchedOptionValue(NETWORK, null)), reach);
        var launcher = new ContainerLauncher(run, settings, System.getenv(), terminal::show);
        for (ContainerSpec container : pipeline.executors().values()) {
          launcher.version(container);
        }
        yield launcher;
      }
    };
  }

  private static Runner runner(ParseResult command) {
    String text = command.matchedOptionValue(RUNNER, name(Runner.JVM));
    return Arrays.stream(Runner.values()).filter(runner -> name(runner).equals(text))
        .findFirst().orElseThrow(() -> wrong(command, RUNNER + ": '" + text + "' is not one of "
            + Arrays.stream(Runner.values()).map(RunnerOptions::name)
                .collect(Collectors.joining(", "))));
  }

  private static String name(Runner runner) {
    return runner.name().toLowerCase(Locale.ROOT);
  }

  private static ParameterException wrong(ParseResult command, String message) {
    return new ParameterException(command.commandSpec().commandLine(), message);
  }
}
