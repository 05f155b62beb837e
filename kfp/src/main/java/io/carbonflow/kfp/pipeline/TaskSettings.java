package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.kfp.ir.ContainerSpec.SecretAsEnv;
import io.carbonflow.kfp.ir.Resources;
import io.carbonflow.kfp.ir.Task;

/// How a task runs on a cluster. What is not set is the cluster's choice.
///
/// @param cached false to run it even if an earlier run had the same inputs
/// @param retries how often it is tried again where its pod could not run
/// @param resources what it asks for
/// @param secrets environment variables that are taken from secrets, by their names
/// @param deadline how long its pod may run; empty for as long as it takes
public record TaskSettings(
    boolean cached,
    Optional<Task.Retries> retries,
    Resources resources,
    SortedMap<String, SecretAsEnv> secrets,
    Optional<Duration> deadline) {
  /// Nothing is set; a task that reads nothing from outside may be skipped.
  public static final TaskSettings DEFAULT =
      new TaskSettings(true, Optional.empty(), Resources.NONE, new TreeMap<>(), Optional.empty());

  /// Copies the secrets.
  public TaskSettings {
    secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
  }

  /// These settings; the task runs each time anew.
  public TaskSettings uncached() {
    return new TaskSettings(false, retries, resources, secrets, deadline);
  }

  /// These settings; a pod that could not run is tried again after 2 s, 4 s, and so on, for an hour.
  /// A task that fails is not tried again, but Argo waits before it says so: hence seconds.
  public TaskSettings retried(int times) {
    return new TaskSettings(cached, Optional.of(new Task.Retries(times, "2s", 2, "3600s")),
        resources, secrets, deadline);
  }

  /// These settings, with cores that are set aside and cores at most, such as `500m` and `2`.
  ///
  /// @throws IllegalArgumentException if one is no quantity
  public TaskSettings cpu(String request, String limit) {
    return new TaskSettings(cached, retries, resources.with(Resources.Kind.CPU_REQUEST, request)
        .with(Resources.Kind.CPU_LIMIT, limit), secrets, deadline);
  }

  /// These settings, with memory that is set aside and memory at most, such as `512Mi` and `1Gi`.
  ///
  /// @throws IllegalArgumentException if one is no quantity
  public TaskSettings memory(String request, String limit) {
    return new TaskSettings(cached, retries, resources.with(Resources.Kind.MEMORY_REQUEST, request)
        .with(Resources.Kind.MEMORY_LIMIT, limit), secrets, deadline);
  }

  /// These settings, with an environment variable from a secret's key of the same name; where there
  /// is no such secret or key the variable is not set.
  public TaskSettings secret(String variable, String secret) {
    SortedMap<String, SecretAsEnv> more = new TreeMap<>(secrets);
    more.put(variable, new SecretAsEnv(secret, variable, true));
    return new TaskSettings(cached, retries, resources, more, deadline);
  }

  /// These settings; a pod that still runs after this time is ended, and its task has failed.
  ///
  /// @param longest a time of whole seconds, at least one
  public TaskSettings deadline(Duration longest) {
    return new TaskSettings(cached, retries, resources, secrets, Optional.of(longest));
  }
}
