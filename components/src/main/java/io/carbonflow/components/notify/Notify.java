package io.carbonflow.components.notify;

import com.google.auto.service.AutoService;
import io.carbonflow.step.About;
import io.carbonflow.step.Context;
import io.carbonflow.step.FinalStatus;
import io.carbonflow.step.Inputs;
import io.carbonflow.step.ReadsOutside;
import io.carbonflow.step.Step;
import io.carbonflow.step.StepMain;
import io.carbonflow.step.Value;
import java.util.Map;
import java.util.Optional;

/// The step `notify`, the exit handler of pipelines that are scheduled. Whatever becomes of its
/// message, it ends well: a webhook that is down is no failure of the run. The webhook's address is a
/// secret and is never shown.
@ReadsOutside
@About("Tells a webhook that a run has failed; its address is in the environment, CARBONFLOW_WEBHOOK")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Notify implements Step<Notify.In, Notify.Out> {
  /// The environment variable with the address to post to.
  public static final String WEBHOOK = "CARBONFLOW_WEBHOOK";

  /// The environment variable with the address of Kubeflow's pages, as Kubeflow's SDK calls it.
  public static final String PAGES = "KF_PIPELINES_UI_ENDPOINT";

  /// What the log says of a message that has arrived.
  public static final String TOLD = "the webhook was told";

  /// What the step takes.
  public record In(
      @About("how the run has ended") Value<FinalStatus> ended,
      @About("the run's name") Value<String> runName,
      @About("the run's id") Value<String> runId,
      @About(value = "of which runs the webhook is told", orElse = "failure")
      Value<Notice> notice)
      implements Inputs<In> {
    /// With the default of which runs are told.
    public In(Value<FinalStatus> ended, Value<String> runName, Value<String> runId) {
      this(ended, runName, runId, Value.byDefault());
    }
  }

  /// The step gives nothing.
  public record Out() {}

  /// Runs the step as a program.
  public static void main(String... args) {
    StepMain.main(new Notify(), args);
  }

  @Override
  public void run(In in, Out out, Context context) throws InterruptedException {
    run(in, context, System.getenv());
  }

  /// Runs the step in this environment.
  static void run(In in, Context context, Map<String, String> environment)
      throws InterruptedException {
    FinalStatus ended = in.ended().get();
    boolean wanted = switch (in.notice().get()) {
      case FAILURE -> !ended.isWell();
      case ALWAYS -> true;
      case NEVER -> false;
    };
    Optional<String> address = value(environment, WEBHOOK);
    if (!wanted) {
      context.console().line("the run has ended as " + ended.state() + ", nobody is told");
    } else if (address.isEmpty()) {
      context.console().line("the run has ended as " + ended.state()
          + ", but nobody can be told: " + WEBHOOK + " is not set");
    } else {
      Message message = new Message(in.runName().get(), in.runId().get(), ended,
          value(environment, PAGES));
      context.console().line(new Webhook(address.get(), environment).post(message));
    }
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
