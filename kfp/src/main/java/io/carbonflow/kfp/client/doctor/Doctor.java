package io.carbonflow.kfp.client.doctor;

import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// Looks at everything that a pipeline needs on Kubeflow. To add a check, add it to [#CHECKS].
public final class Doctor {
  /// All checks, in the order in which they make sense.
  public static final List<Check> CHECKS = List.of(
      new Check("endpoint", Optional.empty(), Doctor::endpoint),
      Check.of("connection", "endpoint", Doctor::connection),
      Check.of("login", "connection", Doctor::login),
      Check.of("release", "login", Doctor::release),
      Check.of("namespace", "login", Doctor::namespace),
      Check.of("reading", "namespace", Doctor::reading),
      Check.of("creating", "namespace", Doctor::creating),
      Check.of("secret", "namespace", Doctor::secret),
      Check.of("schedules", "reading", Watch::schedules),
      Check.of("runs", "reading", Watch::runs),
      new Check("bucket", Optional.empty(), Doctor::bucket),
      Check.of("publishing", "bucket", Doctor::publishing),
      Check.of("webhook", "reading", Doctor::webhook));

  private static final String ABSENT = "carbonflow-doctor";

  private Doctor() {}

  /// Goes through checks.
  ///
  /// @param show takes each check with what it has found, as soon as it has
  /// @return whether none has failed
  public static boolean examine(
      List<Check> checks, DoctorContext context, BiConsumer<Check, Finding> show)
      throws InterruptedException {
    Set<String> well = new HashSet<>();
    boolean healthy = true;
    for (Check check : checks) {
      Optional<String> missing = check.needs().filter(name -> !well.contains(name));
      Finding finding = missing.isPresent()
          ? new Finding.Skipped("needs " + missing.get() + " to be well")
          : check.examine(context);
      show.accept(check, finding);
      switch (finding) {
        case Finding.Ok _ -> well.add(check.name());
        case Finding.Failed _ -> healthy = false;
        case Finding.Skipped _ -> { }
      }
    }
    return healthy;
  }

  private static Finding endpoint(DoctorContext context) {
    Settings settings = context.kubeflow().settings();
    return new Finding.Ok(settings.endpoint() + " (" + settings.source() + ")");
  }

  private static Finding connection(DoctorContext context) throws InterruptedException {
    Settings settings = context.kubeflow().settings();
    context.kubeflow().ping();
    boolean secure = settings.endpoint().base().getScheme().equals("https");
    return new Finding.Ok(!secure ? "it answers, without TLS" : "it answers; its certificate is"
        + " trusted" + settings.authority().map(pem -> ", with " + pem).orElse(""));
  }

  private static Finding login(DoctorContext context) throws InterruptedException {
    Kubeflow kubeflow = context.kubeflow();
    kubeflow.identify();
    return new Finding.Ok(kubeflow.login() + (kubeflow.server().multiUser() ? ""
        : "; Kubeflow for a single user asks for none, at most a gateway before it does"));
  }

  private static Finding release(DoctorContext context) throws InterruptedException {
    String release = context.kubeflow().server().release();
    return release.matches("v?[01]\\..*")
        ? new Finding.Failed(release + " cannot run pipelines of schema 2.1.0; have it updated")
        : new Finding.Ok(release + ", "
            + (context.kubeflow().server().multiUser() ? "for many users" : "for a single user"));
  }

  private static Finding namespace(DoctorContext context) throws InterruptedException {
    String namespace = context.kubeflow().namespace();
    return new Finding.Ok(namespace.isEmpty() ? "none is needed" : namespace);
  }

  private static Finding reading(DoctorContext context) throws InterruptedException {
    Kubeflow kubeflow = context.kubeflow();
    kubeflow.pipelines().find(ABSENT);
    kubeflow.experiments().find(ABSENT);
    kubeflow.runs().newest(Optional.empty(), 1);
    kubeflow.schedules().named(ABSENT);
    return new Finding.Ok("pipelines, experiments, runs and schedules");
  }

  private static Finding creating(DoctorContext context) {
    return new Finding.Skipped("Kubeflow tells only those who try; upload a pipeline");
  }

  private static Finding secret(DoctorContext context) throws InterruptedException {
    String namespace = context.kubeflow().namespace();
    return new Finding.Skipped("Kubeflow shows no secrets; kubectl get secret " + context.secret()
        + (namespace.isEmpty() ? "" : " -n " + namespace));
  }

  private static Finding bucket(DoctorContext context) {
    if (context.bucket().isEmpty()) {
      return new Finding.Skipped("none is named; give --bucket=s3://BUCKET");
    }
    return new Finding.Ok(context.bucket().get().read()
        + " can be read with the credentials of this machine");
  }

  private static Finding webhook(DoctorContext context) throws InterruptedException {
    return context.message().isPresent()
        ? context.message().get().send(context.kubeflow(), context.clock().instant())
        : new Finding.Skipped("only a pod knows it; --test-message has one send a message");
  }

  private static Finding publishing(DoctorContext context) {
    context.bucket().orElseThrow().checkConditionalWrites();
    return new Finding.Ok("models can be published: the store minds the conditions of writes");
  }
}
