// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.run.ClusterMounts;
import io.carbonflow.kfp.run.Job;
import io.carbonflow.kfp.run.Launcher;
import io.carbonflow.kfp.step.Console;

/// Runs each task in its container image, as a cluster would: with a root file system that cannot
/// be written, without rights, and without a network unless the task is given something remote.
public final class ContainerLauncher implements Launcher {
  private final Engine engine;
  private final User user;
  private final Path run;
  private final Settings settings;
  private final Consumer<String> say;
  private final Map<String, String> images = new HashMap<>();

  /// What a caller may choose.
  ///
  /// @param image the image for all tasks; empty for the one that each names
  /// @param network the network of all tasks; empty for what each needs
  /// @param reach what of this machine tasks may see
  public record Settings(Optional<String> image, Optional<String> network, Reach reach) {}

  /// A launcher with the engine of this machine.
  ///
  /// @param run the run's folder
  /// @param environment the caller's variables, as of [System#getenv()]
  /// @param say takes a line about what the whole run waits for
  /// @throws io.carbonflow.base.fault.Problem if there is no engine that works
  public ContainerLauncher(
      Path run, Settings settings, Map<String, String> environment, Consumer<String> say)
      throws InterruptedException {
    this.engine = Engine.find(environment);
    this.user = User.of(engine);
    this.run = run.toAbsolutePath().normalize();
    this.settings = settings;
    this.say = say;
  }

  /// The id of the image: one that is built again is other code. An image that is not on this machine
  /// is pulled.
  ///
  /// @throws io.carbonflow.base.fault.Problem if it cannot be had
  @Override
  public String version(ContainerSpec container) throws InterruptedException {
    String reference = reference(container);
    synchronized (images) {
      if (!images.containsKey(reference)) {
        images.put(reference, engine.image(reference, say));
      }
      return images.get(reference);
    }
  }

  @Override
  public void launch(Job job, Console console) throws InterruptedException, IOException {
    ClusterMounts.refuse(job);
    String name = "carbonflow-" + job.task().replaceAll("[^a-zA-Z0-9_.-]", "-") + "-"
        + UUID.randomUUID();
    Mounts mounts = new Mounts(run, Path.of("").toAbsolutePath()).task(job, settings.reach());
    List<String> args = arguments(name, job, mounts);
    // A step's program marks its lines with the step's name; the console marks them with the task's.
    List<String> command = job.container().command();
    String mark = command.isEmpty() ? "" : command.getLast() + ": ";
    Consumer<String> lines = line -> console.line(
        line.startsWith(mark) ? line.substring(mark.length()) : line);
    try (var container = new RunningContainer(engine.program(), name, args, lines)) {
      int exit = container.await();
      if (exit != 0) {
        throw ContainerFailure.of(
            job, reference(job.container()), exit, container, mounts).problem();
      }
    }
  }

  private List<String> arguments(String name, Job job, Mounts mounts)
      throws InterruptedException, IOException {
    Map<String, String> environment = engine.program().environment();
    Network network = settings.network().map(chosen -> new Network(Optional.of(chosen)))
        .orElseGet(() -> Network.of(job.parameters().values(), environment));
    ForwardedEnvironment inherited = !network.none() && mayHaveKeys(job)
        ? ForwardedEnvironment.of(environment) : ForwardedEnvironment.NOTHING;
    inherited.files().forEach(mounts::file);
    user.chown(mounts.own());
    return new RunOptions(name).user(user).network(network)
        .resources(job.container().resources().amounts())
        .environment(job.container().env())
        .inherited(inherited.names())
        .mounts(mounts)
        .folders(job.container().pod())
        .of(version(job.container()), job.container());
  }

  /// Whether the caller knows that the task reaches something. What only somebody else's pipeline
  /// names is no reason to hand over keys.
  private boolean mayHaveKeys(Job job) {
    return settings.network().isPresent() || PathLikeParameters.in(job.parameters().values())
        .anyMatch(text -> settings.reach().trusted(text)
            && PathLikeParameters.remote(text).isPresent());
  }

  private String reference(ContainerSpec container) {
    return settings.image().orElse(container.image());
  }
}
