package io.carbonflow.kubeflow.doctor;

import io.carbonflow.kubeflow.Kubeflow;
import io.carbonflow.kubeflow.Settings;
import io.carbonflow.store.ConditionalWrites;
import io.carbonflow.store.Store;
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
      List<Check> checks, Patient patient, BiConsumer<Check, Finding> show)
      throws InterruptedException {
    Set<String> well = new HashSet<>();
    boolean healthy = true;
    for (Check check : checks) {
      Optional<String> missing = check.needs().filter(name -> !well.contains(name));
      Finding finding = missing.isPresent()
          ? new Finding.Skipped("needs " + missing.get() + " to be well")
          : check.examine(patient);
      show.accept(check, finding);
      switch (finding) {
        case Finding.Ok _ -> well.add(check.name());
        case Finding.Failed _ -> healthy = false;
        case Finding.Skipped _ -> { }
      }
    }
    return healthy;
  }

  private static Finding endpoint(Patient patient) {
    Settings settings = patient.kubeflow().settings();
    return new Finding.Ok(settings.endpoint() + " (" + settings.source() + ")");
  }

  private static Finding connection(Patient patient) throws InterruptedException {
    Settings settings = patient.kubeflow().settings();
    patient.kubeflow().ping();
    boolean secure = settings.endpoint().base().getScheme().equals("https");
    return new Finding.Ok(!secure ? "it answers, without TLS" : "it answers; its certificate is"
        + " trusted" + settings.authority().map(pem -> ", with " + pem).orElse(""));
  }

  private static Finding login(Patient patient) throws InterruptedException {
    Kubeflow kubeflow = patient.kubeflow();
    kubeflow.identify();
    return new Finding.Ok(kubeflow.login() + (kubeflow.server().multiUser() ? ""
        : "; Kubeflow for a single user asks for none, at most a gateway before it does"));
  }

  private static Finding release(Patient patient) throws InterruptedException {
    String release = patient.kubeflow().server().release();
    return release.matches("v?[01]\\..*")
        ? new Finding.Failed(release + " cannot run pipelines of schema 2.1.0; have it updated")
        : new Finding.Ok(release + ", "
            + (patient.kubeflow().server().multiUser() ? "for many users" : "for a single user"));
  }

  private static Finding namespace(Patient patient) throws InterruptedException {
    String namespace = patient.kubeflow().namespace();
    return new Finding.Ok(namespace.isEmpty() ? "none is needed" : namespace);
  }

  private static Finding reading(Patient patient) throws InterruptedException {
    Kubeflow kubeflow = patient.kubeflow();
    kubeflow.pipelines().find(ABSENT);
    kubeflow.experiments().find(ABSENT);
    kubeflow.runs().newest(Optional.empty(), 1);
    kubeflow.schedules().named(ABSENT);
    return new Finding.Ok("pipelines, experiments, runs and schedules");
  }

  private static Finding creating(Patient patient) {
    return new Finding.Skipped("Kubeflow tells only those who try; upload a pipeline");
  }

  private static Finding secret(Patient patient) throws InterruptedException {
    String namespace = patient.kubeflow().namespace();
    return new Finding.Skipped("Kubeflow shows no secrets; kubectl get secret " + patient.secret()
        + (namespace.isEmpty() ? "" : " -n " + namespace));
  }

  private static Finding bucket(Patient patient) {
    if (patient.bucket().isEmpty()) {
      return new Finding.Skipped("none is named; give --bucket=s3://BUCKET");
    }
    try (Store store = Store.open(patient.bucket().get(), patient.store())) {
      store.exists(ABSENT);
      return new Finding.Ok(store.root() + " can be read with the credentials of this machine");
    }
  }

  private static Finding webhook(Patient patient) throws InterruptedException {
    return patient.message().isPresent()
        ? patient.message().get().send(patient.kubeflow(), patient.clock().instant())
        : new Finding.Skipped("only a pod knows it; --test-message has one send a message");
  }

  private static Finding publishing(Patient patient) {
    try (Store store = Store.open(patient.bucket().orElseThrow(), patient.store())) {
      ConditionalWrites.check(store);
      return new Finding.Ok("models can be published: the store minds the conditions of writes");
    }
  }
}
