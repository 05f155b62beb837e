// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.notify;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.kfp.kubernetes.KubernetesApi;
import io.carbonflow.kfp.kubernetes.Unread;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FinalStatus;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.ReadsOutside;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.kfp.step.Value;

/// The step `notify`, the exit handler of pipelines that are scheduled. What Kubeflow tells it of the
/// run's end cannot be trusted, so in a pod it looks at the run's workflow ([OwnRun]). Whatever becomes
/// of its message, it ends well: a webhook that is down is not a failure of the run. The webhook's address
/// is a secret and is never shown.
@ReadsOutside
@About("Reports to a webhook how a run ended; its address is in the environment, CARBONFLOW_WEBHOOK")
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class Notify implements Step<Notify.In, Notify.Out> {
  /// The environment variable with the address to post to.
  public static final String WEBHOOK = "CARBONFLOW_WEBHOOK";

  /// The environment variable with the address of Kubeflow's pages, as Kubeflow's SDK calls it.
  public static final String PAGES = "KF_PIPELINES_UI_ENDPOINT";

  /// What the log says of a message that has arrived.
  public static final String TOLD = "the message was sent";

  /// What the step takes.
  public record In(
      @About("how the run has ended") Value<FinalStatus> ended,
      @About("the run's name") Value<String> runName,
      @About("the run's id") Value<String> runId,
      @About(value = "which runs are reported to the webhook", orElse = "failure")
      Value<Notice> notice)
      implements OptionalInputs<In> {
    /// With the default for which runs are reported.
    public In(Value<FinalStatus> ended, Value<String> runName, Value<String> runId) {
      this(ended, runName, runId, Value.byDefault());
    }
  }

  /// The step gives nothing.
  public record Out() {}

  @Override
  public void run(In in, Out out, Context context) throws InterruptedException {
    run(in, context, System.getenv(), KubernetesApi.of(System.getenv()));
  }

  /// Runs the step in this environment.
  ///
  /// @param kubernetes Kubernetes as the step's pod sees it; empty if it runs in none
  static void run(In in, Context context, Map<String, String> environment,
      Optional<KubernetesApi> kubernetes) throws InterruptedException {
    Console console = context.console();
    Ending ending = ending(in.ended().get(), kubernetes, console);
    boolean wanted = switch (in.notice().get()) {
      case FAILURE -> !(ending instanceof Ending.Well);
      case ALWAYS -> true;
      case NEVER -> false;
    };
    Optional<String> address = value(environment, WEBHOOK);
    if (!wanted) {
      console.line("the run " + ending.words() + "; no message is sent");
    } else if (address.isEmpty()) {
      console.warn("the run " + ending.words() + "; no message can be sent: " + WEBHOOK
          + " is not set");
    } else {
      Message message = new Message(in.runName().get(), in.runId().get(), ending,
          value(environment, PAGES));
      console.line(new Webhook(address.get(), environment).post(message));
    }
  }

  /// How the run has ended: as its workflow shows it, else as its final status tells.
  private static Ending ending(FinalStatus ended, Optional<KubernetesApi> kubernetes,
      Console console) throws InterruptedException {
    if (kubernetes.isPresent()) {
      try {
        return new OwnRun(kubernetes.get(), console::line).ending(ended);
      } catch (Unread e) {
        console.warn("the run's workflow cannot be read: " + e.getMessage());
      }
    }
    Ending told = Ending.of(ended);
    if (told instanceof Ending.Unknown unknown) {
      console.warn("it could not be found out how the run has ended: " + unknown.why());
    }
    return told;
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip)
        .filter(text -> !text.isEmpty());
  }
}
