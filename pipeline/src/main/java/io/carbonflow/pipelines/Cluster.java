package io.carbonflow.pipelines;

import io.carbonflow.components.notify.Notify;
import io.carbonflow.pipeline.Settings;
import io.carbonflow.store.StoreOptions;

/// What the tasks ask of a cluster, from the peak memory that was measured on the real tables
/// (docs/performance.md): some 300 MB for a search, 750 MB for all of it in one container.
public final class Cluster {
  /// The secret that holds the keys of the store, in the tasks' namespace.
  public static final String SECRET = StoreOptions.POD_SECRET;

  /// The secret that says whom to tell of a failure, in the tasks' namespace.
  public static final String WEBHOOK_SECRET = "carbonflow-webhook";

  /// A task that hardly does anything.
  static final Settings TINY = Settings.DEFAULT.cpu("100m", "1").memory("256Mi", "512Mi");

  /// A task that looks at every row a few times.
  static final Settings LIGHT = Settings.DEFAULT.retried(2).cpu("250m", "2").memory("512Mi", "1Gi");

  /// A task that searches.
  static final Settings SEARCH = Settings.DEFAULT.retried(2).cpu("1", "4").memory("768Mi", "2Gi");

  /// A task that reads from a store or writes to it.
  static final Settings STORE = withKeys(LIGHT);

  /// The task that compares models: it fits the best one again, and reads from a store and writes to it.
  /// It took 322 MB and 11 CPU seconds on the real tables.
  static final Settings EVALUATE = withKeys(SEARCH);

  /// A whole training in one container.
  static final Settings WHOLE =
      withKeys(Settings.DEFAULT.retried(2).cpu("2", "4").memory("1Gi", "2Gi"));

  /// The exit handler, which takes the webhook's address from a secret.
  static final Settings NOTIFY = TINY.retried(2)
      .secret(Notify.WEBHOOK, WEBHOOK_SECRET).secret(Notify.PAGES, WEBHOOK_SECRET);

  private Cluster() {}

  private static Settings withKeys(Settings settings) {
    return settings.secret("AWS_ACCESS_KEY_ID", SECRET)
        .secret("AWS_SECRET_ACCESS_KEY", SECRET)
        .secret("AWS_REGION", SECRET);
  }
}
