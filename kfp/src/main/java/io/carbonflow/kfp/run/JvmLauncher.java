// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.run.code.CodeVersion;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.MadeOf;
import io.carbonflow.kfp.step.StepCommand;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Runs what this program's own commands would, in this JVM: the arguments are parsed as the container's would be.
public final class JvmLauncher implements Launcher {
  private final Map<List<String>, Declaration> programs;
  private final Workers workers;

  /// A launcher.
  ///
  /// @param programs what can be run, by the words of its command
  /// @param workers the threads on which all of it computes
  public JvmLauncher(Map<List<String>, Declaration> programs, Workers workers) {
    this.programs = Map.copyOf(programs);
    this.workers = workers;
  }

  @Override
  public OptionalInt threads() {
    return OptionalInt.of(workers.threads());
  }

  @Override
  public void launch(Job job, Console console) throws Exception {
    ContainerSpec container = job.container();
    List<String> words = words(container);
    List<String> name = name(words, container);
    ClusterMounts.refuseAll(job);
    Declaration program = programs.get(name);
    CommandLine line = new CommandLine(StepCommand.spec(program));
    try {
      StepCommand.invocation(program, line.parseArgs(words.subList(name.size(), words.size())
          .toArray(String[]::new))).run(new Context(workers, console));
    } catch (ParameterException e) {
      throw new Problem(Place.of("step " + program.name()), e.getMessage(),
          "correct the pipeline's parameter that it comes from", e);
    }
  }

  private static List<String> words(ContainerSpec container) {
    return Stream.concat(container.command().stream(), container.args().stream()).toList();
  }

  private List<String> name(List<String> words, ContainerSpec container) {
    return programs.keySet().stream()
        .filter(name -> words.size() >= name.size() && words.subList(0, name.size()).equals(name))
        .findFirst().orElseThrow(() -> new Problem(
            Place.of("command " + container.command()), "is nothing that this program runs",
            "run it with --runner=container"));
  }

  /// The version of the classes that the step can reach.
  @Override
  public String version(ContainerSpec container) {
    Declaration program = programs.get(name(words(container), container));
    Set<String> classes = new HashSet<>(Set.of(program.step().getClass().getName()));
    if (program.step() instanceof MadeOf made) {
      made.parts().forEach(part -> classes.add(part.getName()));
    }
    return CodeVersion.RUNNING.of(classes);
  }
}
