// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.ParamOption;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.PipelineVersion;
import io.carbonflow.kfp.client.Schedule;
import io.carbonflow.kfp.client.Schedules;
import io.carbonflow.kfp.client.Trigger;
import io.carbonflow.kfp.step.Commands;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `schedule`: has a pipeline run again and again.
final class ScheduleCommand implements KubeflowCommand {
  private static final String PIPELINE = "--pipeline";
  private static final String CRON = "--cron";
  private static final String EVERY = "--every";
  private static final String MAX_CONCURRENCY = "--max-concurrency";

  @Override
  public CommandSpec spec(Program program) {
    CommandSpec spec = Options.command("schedule", "Creates a schedule of runs, or replaces the one"
        + " of that name.", "Runs that are missed are not made up for.");
    Options.word(spec, "NAME", "The schedule's name.");
    Options.text(spec, PIPELINE, "NAME", "The pipeline.");
    Options.text(spec, CRON, "EXPRESSION", "When, in five fields: minute, hour, day of month,"
        + " month, day of week; in the cluster's time zone, UTC unless it was changed.");
    Options.text(spec, EVERY, "TIME", "The time between two starts, such as 6h or 1d.");
    ParamOption.addTo(spec);
    Options.text(spec, Options.VERSION, "NAME",
        "A version to keep to (default: the latest at each start).");
    Options.text(spec, Options.EXPERIMENT, "NAME", "The experiment, which is created if it is not"
        + " there (default: the pipeline's name).");
    Options.text(spec, MAX_CONCURRENCY, "N",
        "How many of its runs may run at once, 1 to 10 (default: 1).");
    Options.text(spec, Options.SERVICE_ACCOUNT, "NAME",
        "The service account of the runs' pods (default: the server's).");
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Kubeflow kubeflow, CliContext around) throws Exception {
    String name = Options.word(parsed, 0);
    String pipeline = Options.text(parsed, PIPELINE).orElseThrow(
        () -> Options.wrong(parsed, "Missing required option: '" + PIPELINE + "'"));
    Trigger trigger = trigger(parsed);
    int most = Options.value(parsed, MAX_CONCURRENCY, text -> RunsCommand.whole(text, 1, 10))
        .orElse(1);
    VersionChoice choice = VersionChoice.of(
        kubeflow.pipelines(), pipeline, Options.text(parsed, Options.VERSION));
    JsonObject parameters = choice.parameters(parsed);
    Schedule wanted = new Schedule(name, choice.version().pipeline(), choice.pin(),
        kubeflow.experiments().findOrCreate(ExperimentChoice.of(parsed, pipeline, around)),
        trigger, parameters, most, Options.text(parsed, Options.SERVICE_ACCOUNT));
    Schedules.Result result = kubeflow.schedules().set(wanted);
    boolean enabled = result.schedule().enabled();
    new KeyValueLines(around.streams().out())
        .line("schedule", name)
        .line("result", result.outcome().name().toLowerCase(Locale.ROOT))
        .line("pipeline", pipeline)
        .line("version", wanted.version().map(PipelineVersion::name).orElse("latest"))
        .line("when", trigger)
        .line("state", enabled ? "enabled" : "paused; " + kubeflow.hints().kubeflow("resume " + name));
    return Commands.OK;
  }

  private static Trigger trigger(ParseResult parsed) {
    Optional<Trigger> cron = Options.value(parsed, CRON, Trigger::ofCron);
    Optional<Trigger> every = Options.span(parsed, EVERY).map(Trigger.Every::new);
    if (cron.isPresent() == every.isPresent()) {
      throw Options.wrong(parsed, "give either " + CRON + " or " + EVERY);
    }
    return cron.or(() -> every).orElseThrow();
  }
}
