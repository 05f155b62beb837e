// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import module java.base;
import io.carbonflow.components.notify.Notify;
import io.carbonflow.kfp.pipeline.TaskSettings;
import io.carbonflow.store.StoreOptions;

/// What the tasks ask of a cluster, from the peak memory that was measured on the real tables
/// (docs/explanation/performance.md): some 300 MB for a search, 750 MB for all of it in one container. What is
/// set aside leaves room on a node of two cores; what may be used is more.
///
/// A deadline is far beyond what a task was ever seen to take, as it is there for what never ends: a
/// pod that hangs, or whose image is not there. It fails the task, and so the webhook is notified; the
/// run's own deadline ends the exit handler too, and is therefore longer than any way through the
/// tasks.
public final class ResourceRequests {
  /// The secret that holds the keys of the store, in the tasks' namespace.
  public static final String SECRET = StoreOptions.POD_SECRET;

  /// The secret that says whom to tell of a failure, in the tasks' namespace.
  public static final String WEBHOOK_SECRET = "carbonflow-webhook";

  /// How long a run may take.
  static final Optional<Duration> RUN = Optional.of(Duration.ofDays(1));

  /// A task that hardly does anything.
  static final TaskSettings TINY = TaskSettings.DEFAULT.cpu("100m", "1").memory("256Mi", "512Mi")
      .deadline(Duration.ofMinutes(10));

  /// A task that ends a group. From Kubeflow's cache it would start no container, and Kubeflow looks
  /// only at the end of one whether a group is complete.
  static final TaskSettings LAST = TINY.uncached();

  /// A task that looks at every row a few times.
  static final TaskSettings LIGHT = TaskSettings.DEFAULT.retried(2).cpu("250m", "2").memory("512Mi", "1Gi")
      .deadline(Duration.ofHours(1));

  /// A task that searches. On the real tables 50 trials take minutes; who wants thousands may have to
  /// give them more time here. Three of them fit on a node of two cores, beside what a cluster itself asks for.
  static final TaskSettings SEARCH = TaskSettings.DEFAULT.retried(2).cpu("500m", "4").memory("768Mi", "2Gi")
      .deadline(Duration.ofHours(3));

  /// A task that reads from a store or writes to it.
  static final TaskSettings STORE = withKeys(LIGHT);

  /// The task that compares models: it fits the best one to single years, and reads from a store and writes to it.
  static final TaskSettings EVALUATE = withKeys(SEARCH.deadline(Duration.ofHours(2)));

  /// A whole training in one container.
  static final TaskSettings WHOLE = withKeys(TaskSettings.DEFAULT.retried(2).cpu("1", "4")
      .memory("1Gi", "2Gi").deadline(Duration.ofHours(12)));

  /// The exit handler, which takes the webhook's address from a secret.
  static final TaskSettings NOTIFY = TINY.retried(2)
      .secret(Notify.WEBHOOK, WEBHOOK_SECRET).secret(Notify.PAGES, WEBHOOK_SECRET);

  private ResourceRequests() {}

  private static TaskSettings withKeys(TaskSettings settings) {
    return settings.secret("AWS_ACCESS_KEY_ID", SECRET)
        .secret("AWS_SECRET_ACCESS_KEY", SECRET)
        .secret("AWS_REGION", SECRET);
  }
}
