// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.RunStatus;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.workflow.Node;
import io.carbonflow.kfp.workflow.WorkflowTask;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `logs`: what a task has logged.
final class LogsCommand implements KubeflowCommand {

  /// Where a log is.
  ///
  /// @param label what it is the log of
  /// @param pod the pod
  private record Source(String label, Node pod) {}

  /// Ends the last line of a log that has none.
  private static final class LastByte extends FilterOutputStream {
    private byte last = '\n';

    LastByte(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      last = length > 0 ? bytes[offset + length - 1] : last;
    }

    void endLine() throws IOException {
      if (last != '\n') {
        out.write('\n');
      }
      out.flush();
    }
  }

  @Override
  public CommandSpec spec(Program program) {
    CommandSpec spec = Options.command("logs", "Shows the log of a task: of all its attempts, and"
        + " of all rounds of a loop.");
    Options.word(spec, "RUN", "The run's name or id.");
    Options.word(spec, "TASK", "The task's name; of one round of a loop, its label, such as"
        + " 'screen-svm, 2 of 3'.");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, CliContext around) throws Exception {
    RunStatus status = kubeflow.status(kubeflow.runs().meant(Options.word(parsed, 0)));
    List<Source> sources = sources(status, Options.word(parsed, 1), kubeflow);
    PrintStream out = around.streams().out();
    Optional<Problem> missing = Optional.empty();
    for (Source source : sources) {
      if (sources.size() > 1) {
        out.println("==> " + source.label() + " <==");
      }
      try {
        LastByte log = new LastByte(out);
        kubeflow.logs().copy(status, source.pod(), log);
        log.endLine();
      } catch (Problem e) {
        missing = Optional.of(e); // the others are worth their while
      }
    }
    if (missing.isPresent()) {
      throw missing.get();
    }
    return Commands.OK;
  }

  /// The pods whose logs are meant, in the order of rounds and attempts: those of the container;
  /// where none was started, the driver's.
  private static List<Source> sources(RunStatus status, String task, Kubeflow kubeflow) {
    Place run = Place.of("run " + status.run().name());
    if (status.workflow().isEmpty()) {
      throw new Problem(run, "the server does not say which pods it has (apis/v1beta1/runs)",
          "see its page, " + kubeflow.page(status.run()));
    }
    List<Source> sources = new ArrayList<>();
    for (WorkflowTask one : status.tasks().meant(task)) {
      List<Node> pods = one.pods().isEmpty() ? one.drivers() : one.pods();
      for (int i = 0; i < pods.size(); i++) {
        sources.add(new Source(one.label()
            + (pods.size() > 1 ? ", pod " + (i + 1) + " of " + pods.size() : ""), pods.get(i)));
      }
    }
    if (sources.isEmpty()) {
      throw new Problem(run, "no pod was started for a task " + task,
          kubeflow.hints().kubeflow("status " + status.run().id()) + " lists its tasks");
    }
    return sources;
  }
}
