// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// Runs one step as a program of its own.
public final class StepMain {
  private StepMain() {}

  /// Runs a step as its `main` does, and comes back.
  ///
  /// @return the exit code
  public static int execute(Step<?, ?> step, Streams streams, String... args) {
    Declaration declaration = Declaration.of(step);
    CommandLine line = streams.of(new CommandLine(StepCommand.spec(declaration)));
    return Commands.execute(line, parsed -> run(declaration, parsed, streams), args);
  }

  /// Runs a step whose arguments are parsed.
  ///
  /// @return the exit code
  public static int run(Declaration step, ParseResult parsed, Streams streams) throws Exception {
    CommonOptions common = CommonOptions.of(parsed);
    try (PassingOutputs passing = PassingOutputs.of(step, parsed)) {
      Invocation invocation = StepCommand.invocation(step, parsed, passing.files());
      Map<String, String> given = run(step, invocation, common, streams);
      passing.show(streams.out());
      PrintStream values = isForAFile(step, passing) ? streams.err() : streams.out();
      given.forEach((name, value) -> {
        if (!invocation.outputs().containsKey(name)) {
          values.println(name + "=" + value);
        }
      });
      return isAccepted(invocation, given) ? Commands.OK : Commands.FAILED;
    }
  }

  /// Whether standard output is a file's, and values are told on standard error.
  private static boolean isForAFile(Declaration step, PassingOutputs passing) {
    return passing.shown().isPresent() || step.outputs().stream()
        .anyMatch(port -> port.about().unnamed() == Unnamed.STANDARD_OUTPUT);
  }

  private static Map<String, String> run(Declaration step, Invocation invocation, CommonOptions common,
      Streams streams) throws Exception {
    try (Workers workers = new Workers(common.threads());
        Terminal terminal = streams.terminal(common.quiet())) {
      return invocation.run(new Context(workers, terminal.console(step.name()))).parameters();
    }
  }

  /// A task's verdict is for its pipeline to act on.
  private static boolean isAccepted(Invocation invocation, Map<String, String> given) {
    return invocation.executorInput().isPresent() || invocation.step().outputs().stream()
        .filter(port -> port.about().verdict())
        .noneMatch(port -> given.get(port.name()).equals("false"));
  }
}
