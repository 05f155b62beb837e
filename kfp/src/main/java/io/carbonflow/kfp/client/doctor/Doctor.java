// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.doctor;

import module java.base;
import io.carbonflow.kfp.client.ConnectionSettings;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.transport.Address;

/// Looks at everything that a pipeline needs on Kubeflow. To add a check, add it to [#CHECKS].
public final class Doctor {
  /// The checks of Kubeflow itself.
  public static final List<DoctorCheck> OF_KUBEFLOW = List.of(
      new DoctorCheck("endpoint", Optional.empty(), Doctor::endpoint),
      DoctorCheck.of("connection", "endpoint", Doctor::connection),
      DoctorCheck.of("login", "connection", Doctor::login),
      DoctorCheck.of("release", "login", Doctor::release),
      DoctorCheck.of("namespace", "login", Doctor::namespace),
      DoctorCheck.of("reading", "namespace", Doctor::reading),
      DoctorCheck.of("creating", "namespace", Doctor::creating),
      DoctorCheck.of("schedules", "reading", Watch::schedules),
      DoctorCheck.of("runs", "reading", Watch::runs));

  /// All checks, in the order in which they make sense: those of what a project needs beside Kubeflow
  /// stand where they belong.
  public static final List<DoctorCheck> CHECKS = withProject();

  private static final String ABSENT = "carbonflow-doctor";

  private Doctor() {}

  private static List<DoctorCheck> withProject() {
    List<DoctorCheck> all = new ArrayList<>(OF_KUBEFLOW);
    all.add(all.size() - 2, DoctorCheck.of("secret", "namespace", Doctor::secret));
    all.addAll(List.of(
        new DoctorCheck("bucket", Optional.empty(), Doctor::bucket),
        DoctorCheck.of("publishing", "bucket", Doctor::publishing),
        DoctorCheck.of("webhook", "reading", Doctor::webhook)));
    return List.copyOf(all);
  }

  /// Goes through checks.
  ///
  /// @param show takes each check with what it has found, as soon as it has
  /// @return whether none has failed
  public static boolean examine(
      List<DoctorCheck> checks, DoctorContext context, BiConsumer<DoctorCheck, DoctorFinding> show)
      throws InterruptedException {
    Set<String> well = new HashSet<>();
    boolean healthy = true;
    for (DoctorCheck check : checks) {
      Optional<String> missing = check.needs().filter(name -> !well.contains(name));
      DoctorFinding finding = missing.isPresent()
          ? new DoctorFinding.Skipped("needs " + missing.get() + " to be well")
          : check.examine(context);
      show.accept(check, finding);
      switch (finding) {
        case DoctorFinding.Ok _ -> well.add(check.name());
        case DoctorFinding.Failed _ -> healthy = false;
        case DoctorFinding.Skipped _ -> { }
      }
    }
    return healthy;
  }

  private static DoctorFinding endpoint(DoctorContext context) {
    ConnectionSettings settings = context.kubeflow().settings();
    return new DoctorFinding.Ok(settings.endpoint() + " (" + settings.source() + ")");
  }

  private static DoctorFinding connection(DoctorContext context) throws InterruptedException {
    ConnectionSettings settings = context.kubeflow().settings();
    context.kubeflow().ping();
    boolean secure = Address.isHttps(settings.endpoint().base());
    return new DoctorFinding.Ok(!secure ? "it answers, without TLS" : "it answers; its certificate is"
        + " trusted" + settings.authority().map(pem -> ", with " + pem).orElse(""));
  }

  private static DoctorFinding login(DoctorContext context) throws InterruptedException {
    Kubeflow kubeflow = context.kubeflow();
    kubeflow.identify();
    return new DoctorFinding.Ok(kubeflow.login() + (kubeflow.server().multiUser() ? ""
        : "; Kubeflow for a single user asks for none, at most a gateway before it does"));
  }

  private static DoctorFinding release(DoctorContext context) throws InterruptedException {
    String release = context.kubeflow().server().release();
    return release.matches("v?[01]\\..*")
        ? new DoctorFinding.Failed(release + " cannot run pipelines of schema 2.1.0; have it updated")
        : new DoctorFinding.Ok(release + ", "
            + (context.kubeflow().server().multiUser() ? "for many users" : "for a single user"));
  }

  private static DoctorFinding namespace(DoctorContext context) throws InterruptedException {
    String namespace = context.kubeflow().namespace();
    return new DoctorFinding.Ok(namespace.isEmpty() ? "none is needed" : namespace);
  }

  private static DoctorFinding reading(DoctorContext context) throws InterruptedException {
    Kubeflow kubeflow = context.kubeflow();
    kubeflow.pipelines().find(ABSENT);
    kubeflow.experiments().find(ABSENT);
    kubeflow.runs().newest(Optional.empty(), 1);
    kubeflow.schedules().named(ABSENT);
    return new DoctorFinding.Ok("pipelines, experiments, runs and schedules");
  }

  private static DoctorFinding creating(DoctorContext context) {
    return new DoctorFinding.Skipped("Kubeflow tells only those who try; upload a pipeline");
  }

  private static DoctorFinding secret(DoctorContext context) throws InterruptedException {
    String namespace = context.kubeflow().namespace();
    return new DoctorFinding.Skipped("Kubeflow shows no secrets; kubectl get secret " + context.secret()
        + (namespace.isEmpty() ? "" : " -n " + namespace));
  }

  private static DoctorFinding bucket(DoctorContext context) {
    if (context.bucket().isEmpty()) {
      return new DoctorFinding.Skipped("none is named; give --bucket=s3://BUCKET");
    }
    return new DoctorFinding.Ok(context.bucket().get().read()
        + " can be read with the credentials of this machine");
  }

  private static DoctorFinding webhook(DoctorContext context) throws InterruptedException {
    return context.message().isPresent()
        ? context.message().get().send(context.kubeflow(), context.clock().instant())
        : new DoctorFinding.Skipped("only a pod knows it; --test-message has one send a message");
  }

  private static DoctorFinding publishing(DoctorContext context) {
    context.bucket().orElseThrow().checkConditionalWrites();
    return new DoctorFinding.Ok("models can be published: the store supports conditional writes");
  }
}
