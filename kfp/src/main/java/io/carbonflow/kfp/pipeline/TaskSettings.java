// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.ContainerSpec.SecretAsEnv;
import io.carbonflow.kfp.ir.Pod;
import io.carbonflow.kfp.ir.Resources;
import io.carbonflow.kfp.ir.Task;

/// How a task runs on a cluster. What is not set is the cluster's choice.
///
/// @param cached false to run it even if an earlier run had the same inputs
/// @param retries how often it is tried again where its pod could not run
/// @param resources what it asks for
/// @param secrets environment variables that are taken from secrets, by their names
/// @param deadline how long its pod may run; empty for as long as it takes
/// @param label what Kubeflow's page calls it; empty for the task's name
/// @param after tasks of the same part that have to end before it, beside those whose outputs it takes
/// @param env further environment variables, which a step that runs in this JVM does not see
/// @param pod what else its pod is to be
public record TaskSettings(
    boolean cached,
    Optional<Task.Retries> retries,
    Resources resources,
    SortedMap<String, SecretAsEnv> secrets,
    Optional<Duration> deadline,
    Optional<String> label,
    SortedSet<String> after,
    SortedMap<String, String> env,
    Pod pod) {
  /// Nothing is set; a task that reads nothing from outside may be skipped.
  public static final TaskSettings DEFAULT = new TaskSettings(true, Optional.empty(), Resources.NONE,
      new TreeMap<>(), Optional.empty(), Optional.empty(), new TreeSet<>(), new TreeMap<>(), Pod.PLAIN);

  /// Copies what can be changed.
  public TaskSettings {
    secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
    after = Collections.unmodifiableSortedSet(new TreeSet<>(after));
    env = Collections.unmodifiableSortedMap(new TreeMap<>(env));
  }

  /// These settings; the task runs each time again.
  public TaskSettings uncached() {
    return new TaskSettings(false, retries, resources, secrets, deadline, label, after, env, pod);
  }

  /// These settings; a pod that could not run is tried again after 2 s, 4 s, and so on, for an hour.
  /// A task that fails is not tried again, but Argo waits before it says so: therefore seconds.
  public TaskSettings retried(int times) {
    var often = Optional.of(new Task.Retries(times, "2s", 2, "3600s"));
    return new TaskSettings(cached, often, resources, secrets, deadline, label, after, env, pod);
  }

  /// These settings, with cores that are set aside and cores at most, such as `500m` and `2`.
  ///
  /// @throws IllegalArgumentException if one is not a quantity
  public TaskSettings cpu(String request, String limit) {
    return asking(resources.with(Resources.Kind.CPU_REQUEST, request)
        .with(Resources.Kind.CPU_LIMIT, limit));
  }

  /// These settings, with memory that is set aside and memory at most, such as `512Mi` and `1Gi`.
  ///
  /// @throws IllegalArgumentException if one is not a quantity
  public TaskSettings memory(String request, String limit) {
    return asking(resources.with(Resources.Kind.MEMORY_REQUEST, request)
        .with(Resources.Kind.MEMORY_LIMIT, limit));
  }

  /// These settings, with accelerators that are set aside, such as one of `nvidia.com/gpu`.
  ///
  /// @throws IllegalArgumentException if there are none
  public TaskSettings accelerators(String type, int count) {
    return asking(resources.with(new Resources.Accelerator(type, count)));
  }

  private TaskSettings asking(Resources all) {
    return new TaskSettings(cached, retries, all, secrets, deadline, label, after, env, pod);
  }

  /// These settings, with an environment variable from a secret's key of the same name; where there
  /// is no such secret or key the variable is not set.
  public TaskSettings secret(String variable, String secret) {
    SortedMap<String, SecretAsEnv> more = new TreeMap<>(secrets);
    more.put(variable, new SecretAsEnv(secret, variable, true));
    return new TaskSettings(cached, retries, resources, more, deadline, label, after, env, pod);
  }

  /// These settings; a pod that still runs after this time is ended, and its task has failed.
  ///
  /// @param longest a time of whole seconds, at least one
  public TaskSettings deadline(Duration longest) {
    return new TaskSettings(cached, retries, resources, secrets, Optional.of(longest), label, after, env, pod);
  }

  /// These settings, with another name on Kubeflow's page.
  public TaskSettings shownAs(String text) {
    return new TaskSettings(cached, retries, resources, secrets, deadline, Optional.of(text), after, env, pod);
  }

  /// These settings; the task starts after others of the same part, whose outputs it does not take.
  public TaskSettings after(String... tasks) {
    SortedSet<String> more = new TreeSet<>(after);
    more.addAll(List.of(tasks));
    return new TaskSettings(cached, retries, resources, secrets, deadline, label, more, env, pod);
  }

  /// These settings, with an environment variable.
  public TaskSettings env(String variable, String value) {
    SortedMap<String, String> more = new TreeMap<>(env);
    more.put(variable, value);
    return new TaskSettings(cached, retries, resources, secrets, deadline, label, after, more, pod);
  }

  /// These settings, with more said of the pod: `settings.pod(pods -> pods.volume("data", "/data"))`.
  public TaskSettings pod(UnaryOperator<PodSettings> more) {
    return new TaskSettings(cached, retries, resources, secrets, deadline, label, after, env,
        more.apply(new PodSettings(pod)).pod());
  }

  /// A container that runs so. What is not set here stays as the container has it.
  ContainerSpec on(ContainerSpec container) {
    SortedMap<String, String> variables = new TreeMap<>(container.env());
    variables.putAll(env);
    SortedMap<String, SecretAsEnv> hidden = new TreeMap<>(container.secrets());
    hidden.putAll(secrets);
    return new ContainerSpec(container.image(), container.command(), container.args(), variables,
        hidden, container.resources().with(resources), deadline.or(container::deadline),
        pod.equals(Pod.PLAIN) ? container.pod() : pod);
  }
}
