// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;
import io.carbonflow.kfp.ir.ContainerSpec;
import io.carbonflow.kfp.ir.Pod;
import io.carbonflow.kfp.ir.PodMount;
import io.carbonflow.kfp.ir.Resources;

/// The engine's arguments for a container, each option a word of its own.
final class RunOptions {
  private final List<String> words = new ArrayList<>();

  /// What holds for every container: no more rights than a cluster would give it. The label is for
  /// machines with SELinux, which else would have to mark the caller's files again.
  RunOptions(String name) {
    words.addAll(List.of("run", "--name=" + name, "--pull=never", "--read-only", "--cap-drop=all",
        "--security-opt=no-new-privileges", "--security-opt=label=disable",
        // Native libraries are unpacked there, and have to be executable.
        tmpfs("/tmp", "exec")));
  }

  private static String tmpfs(String folder, String exec) {
    return "--tmpfs=" + folder + ":rw," + exec + ",nosuid,nodev,mode=1777";
  }

  RunOptions user(User user) {
    words.addAll(user.options());
    return this;
  }

  RunOptions network(Network network) {
    network.name().ifPresent(name -> words.add("--network=" + name));
    return this;
  }

  /// Limits as the cluster's: without room to swap. A cluster has machines with more cores than this
  /// one, which docker refuses to promise.
  RunOptions resources(Map<Resources.Kind, String> amounts) {
    if (amounts.containsKey(Resources.Kind.MEMORY_LIMIT)) {
      BigDecimal bytes = ResourceQuantity.of(amounts.get(Resources.Kind.MEMORY_LIMIT))
          .setScale(0, RoundingMode.CEILING);
      words.add("--memory=" + bytes.toPlainString());
      words.add("--memory-swap=" + bytes.toPlainString());
    }
    if (amounts.containsKey(Resources.Kind.CPU_LIMIT)) {
      BigDecimal cores = ResourceQuantity.of(amounts.get(Resources.Kind.CPU_LIMIT));
      int here = Runtime.getRuntime().availableProcessors();
      if (cores.compareTo(BigDecimal.valueOf(here)) <= 0) {
        words.add("--cpus=" + cores.toPlainString());
      }
    }
    return this;
  }

  RunOptions environment(Map<String, String> variables) {
    variables.forEach((name, value) -> words.add("--env=" + name + "=" + value));
    return this;
  }

  /// Variables whose values the engine takes from its own environment: they may be secrets, and
  /// arguments can be seen by everybody on the machine.
  RunOptions inherited(List<String> names) {
    names.forEach(name -> words.add("--env=" + name));
    return this;
  }

  RunOptions mounts(Mounts mounts) {
    words.add("--workdir=" + mounts.workingFolder());
    if (!mounts.holdWorkingFolder()) {
      words.add(tmpfs(mounts.workingFolder().toString(), "noexec"));
    }
    mounts.all().forEach(mount -> words.add(mount.option()));
    return this;
  }

  /// Folders that are empty at first; what is mounted else is not on this machine.
  RunOptions folders(Pod pod) {
    pod.mounts().stream().filter(PodMount.EmptyFolder.class::isInstance)
        .forEach(folder -> words.add(tmpfs(folder.path(), "exec")));
    return this;
  }

  /// All arguments. As in a cluster, the command stands for the image's entry point.
  List<String> of(String image, ContainerSpec container) {
    List<String> all = new ArrayList<>(words);
    List<String> command = container.command();
    if (!command.isEmpty()) {
      all.add("--entrypoint=" + command.getFirst());
    }
    all.add(image);
    all.addAll(command.subList(Math.min(1, command.size()), command.size()));
    all.addAll(container.args());
    return all;
  }
}
