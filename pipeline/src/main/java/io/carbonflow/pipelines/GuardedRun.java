// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import module java.base;
import io.carbonflow.components.notify.Notice;
import io.carbonflow.components.notify.Notify;
import io.carbonflow.kfp.pipeline.Dag;
import io.carbonflow.kfp.step.RunVariable;
import io.carbonflow.kfp.step.Value;

/// What every pipeline that runs by a schedule has around its tasks.
final class GuardedRun {
  private static final String GUARDED = "guarded";

  private GuardedRun() {}

  /// Adds tasks, and the task that tells somebody where they fail.
  ///
  /// @param notice which runs are reported
  /// @param tasks adds the tasks
  /// @return what the tasks give
  static <R> R guarded(Dag dag, Value<Notice> notice, Function<Dag, R> tasks) {
    return dag.guarded(GUARDED, tasks, new Notify(),
        ended -> new Notify.In(ended, new Value.OfRun(RunVariable.NAME), new Value.OfRun(RunVariable.ID))
            .with(Notify.In::notice, notice),
        ResourceRequests.NOTIFY);
  }
}
