// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.ParamOption;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.Run;
import io.carbonflow.kfp.client.RunRequest;
import io.carbonflow.kfp.step.Commands;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `run`: starts a run of an uploaded pipeline.
final class StartCommand implements KubeflowCommand {
  private static final String RUN_NAME = "--name";

  @Override
  public CommandSpec spec(Program program) {
    CommandSpec spec = Options.command("run", "Starts a run of an uploaded pipeline.");
    Options.pipeline(spec, "The pipeline's name.");
    ParamOption.addTo(spec);
    Options.text(spec, Options.VERSION, "NAME", "The version (default: the latest).");
    Options.text(spec, Options.EXPERIMENT, "NAME", "The experiment, which is created if it is not"
        + " there (default: the pipeline's name).");
    Options.text(spec, RUN_NAME, "NAME", "The run's name (default: pipeline and time). A run of"
        + " this name that does the same is taken for it, and none is started.");
    Options.text(spec, Options.SERVICE_ACCOUNT, "NAME",
        "The service account of the run's pods (default: the server's).");
    Waiting.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, CliContext around) throws Exception {
    Optional<Waiting> waiting = Waiting.of(parsed);
    VersionChoice choice = VersionChoice.of(kubeflow.pipelines(), Options.word(parsed, 0),
        Options.text(parsed, Options.VERSION));
    String pipeline = choice.version().pipeline().name();
    JsonObject parameters = choice.parameters(parsed);
    Optional<String> name = Options.text(parsed, RUN_NAME);
    RunRequest request = new RunRequest(
        name.orElse(pipeline + " " + around.clock().instant().truncatedTo(ChronoUnit.SECONDS)),
        kubeflow.experiments().findOrCreate(ExperimentChoice.of(parsed, pipeline, around)),
        choice.version(), parameters, Options.text(parsed, Options.SERVICE_ACCOUNT));
    Optional<Run> there = name.isPresent() ? there(kubeflow, request) : Optional.empty();
    Run run = there.isPresent() ? there.get() : kubeflow.runs().start(request);
    new KeyValueLines(around.streams().out())
        .line("run", run.name())
        .line("id", run.id())
        .line("result", there.isPresent() ? "it is there already" : "started")
        .line("version", choice.version().name())
        .line("experiment", request.experiment().name())
        .line("page", kubeflow.page(run));
    return waiting.isEmpty() ? Commands.OK : waiting.get().follow(run, kubeflow, around);
  }

  private static Optional<Run> there(Kubeflow kubeflow, RunRequest request)
      throws InterruptedException {
    List<Run> named = kubeflow.runs().named(request.name());
    if (!named.isEmpty() && named.stream().noneMatch(request::isMetBy)) {
      throw new Problem(Place.of("run " + request.name()),
          "there is one of this name with another pipeline, version, experiment or parameters ("
              + kubeflow.page(named.getFirst()) + ")", "give another --name, or none");
    }
    return named.stream().filter(request::isMetBy).findFirst();
  }
}
