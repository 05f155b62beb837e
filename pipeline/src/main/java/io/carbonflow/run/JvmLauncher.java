package io.carbonflow.run;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.ir.ContainerSpec;
import io.carbonflow.learn.Workers;
import io.carbonflow.step.Console;
import io.carbonflow.step.Context;
import io.carbonflow.step.Declaration;
import io.carbonflow.step.StepCommand;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Runs `carbonflow STEP …` in this JVM: the arguments are parsed as the container's would be.
public final class JvmLauncher implements Launcher {
  private final Map<String, Declaration> steps = Declaration.all().stream()
      .collect(Collectors.toMap(Declaration::name, Function.identity()));
  private final Workers workers;

  /// A launcher whose steps compute on these threads.
  public JvmLauncher(Workers workers) {
    this.workers = workers;
  }

  @Override
  public void launch(ContainerSpec container, Console console) throws Exception {
    List<String> words = Stream.concat(
        container.command().stream(), container.args().stream()).toList();
    Declaration step = words.size() < 2 ? null : steps.get(words.get(1));
    if (step == null || !words.getFirst().equals("carbonflow")) {
      throw new Problem(Place.of("command " + container.command()),
          "is no step of this carbonflow", "run it in its container");
    }
    CommandLine line = new CommandLine(StepCommand.spec(step));
    try {
      StepCommand.invocation(step, line.parseArgs(words.subList(2, words.size())
          .toArray(String[]::new))).run(new Context(workers, console));
    } catch (ParameterException e) {
      throw new Problem(Place.of("step " + step.name()), e.getMessage(),
          "correct the pipeline's parameter that it comes from", e);
    }
  }

  @Override
  public String version(ContainerSpec container) {
    return CodeVersion.HASH;
  }
}
