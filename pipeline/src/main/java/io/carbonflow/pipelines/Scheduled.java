package io.carbonflow.pipelines;

import io.carbonflow.components.notify.Notice;
import io.carbonflow.components.notify.Notify;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.step.RunFact;
import io.carbonflow.kfp.step.Value;
import java.util.function.Function;

/// What every pipeline that runs by a schedule has around its tasks.
final class Scheduled {
  private static final String GUARDED = "guarded";

  private Scheduled() {}

  /// Adds tasks, and the task that tells somebody where they fail.
  ///
  /// @param notice of which runs somebody is told
  /// @param tasks adds the tasks
  /// @return what the tasks give
  static <R> R guarded(Dag dag, Value<Notice> notice, Function<Dag, R> tasks) {
    return dag.guarded(GUARDED, tasks, new Notify(),
        ended -> new Notify.In(ended, new Value.OfRun(RunFact.NAME), new Value.OfRun(RunFact.ID))
            .with(Notify.In::notice, notice),
        Cluster.NOTIFY);
  }
}
