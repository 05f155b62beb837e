// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.doctor;

import module java.base;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.RecurringRun;
import io.carbonflow.kfp.client.Run;
import io.carbonflow.kfp.client.RunState;
import io.carbonflow.kfp.client.RunStatus;
import io.carbonflow.kfp.client.ScheduleStatus;
import io.carbonflow.kfp.client.Standstill;

/// Looks at what goes on: what no task of a run can tell anybody, as none of them runs.
final class Watch {
  private static final int MOST = 50;

  private Watch() {}

  /// Whether all schedules that are not paused have started when they should have, and well.
  static DoctorFinding schedules(DoctorContext context) throws InterruptedException {
    Kubeflow kubeflow = context.kubeflow();
    List<RecurringRun> enabled =
        kubeflow.schedules().all().stream().filter(RecurringRun::enabled).toList();
    List<String> problems = new ArrayList<>();
    for (RecurringRun schedule : enabled) {
      ScheduleStatus status = kubeflow.status(schedule, context.clock().instant());
      status.problems().forEach(problem -> problems.add(problem.getMessage()));
    }
    return finding(problems, enabled.isEmpty() ? "none is enabled"
        : enabled.size() + " enabled, started when due, and the last run of none has failed");
  }

  /// Whether all runs that have not ended get on.
  static DoctorFinding runs(DoctorContext context) throws InterruptedException {
    Kubeflow kubeflow = context.kubeflow();
    List<Run> going = new ArrayList<>();
    for (RunState state : List.of(RunState.PENDING, RunState.RUNNING, RunState.CANCELING)) {
      going.addAll(kubeflow.runs().in(state, MOST));
    }
    List<String> problems = new ArrayList<>();
    for (Run run : going) {
      RunStatus status = kubeflow.status(run);
      Optional<Standstill> still = Standstill.of(status, context.clock().instant());
      still.ifPresent(one -> problems.add("run " + run.name() + " " + one + "; "
          + ScheduleStatus.remedy(status, kubeflow.hints())));
    }
    return finding(problems,
        going.isEmpty() ? "none is going on" : going.size() + " going on, none stands still");
  }

  private static DoctorFinding finding(List<String> problems, String well) {
    return problems.isEmpty() ? new DoctorFinding.Ok(well)
        : new DoctorFinding.Failed(String.join("\n", problems));
  }
}
