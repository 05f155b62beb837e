// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.PodMount;

/// What a task mounts and a run on this machine does not have. Such a task would find an empty folder
/// or none, so it is refused.
public final class ClusterMounts {
  private ClusterMounts() {}

  /// Refuses a task that mounts what is on a cluster alone.
  ///
  /// @throws Problem for the first such thing
  public static void refuse(Job job) {
    job.container().pod().mounts().stream()
        .filter(mount -> !(mount instanceof PodMount.EmptyFolder)).findFirst().ifPresent(mount -> {
          throw problem(job, mount, "which is on a cluster alone", "run it on Kubeflow");
        });
  }

  /// Refuses a task that mounts anything.
  ///
  /// @throws Problem for the first such thing
  static void refuseAll(Job job) {
    refuse(job);
    job.container().pod().mounts().stream().findFirst().ifPresent(mount -> {
      throw problem(job, mount, "which this JVM does not have", "run it with --runner=container");
    });
  }

  private static Problem problem(Job job, PodMount mount, String why, String remedy) {
    return new Problem(Place.of("task " + job.task()),
        "mounts " + mount.words() + " at " + mount.path() + ", " + why, remedy);
  }
}
