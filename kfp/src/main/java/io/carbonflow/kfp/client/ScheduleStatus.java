// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// A schedule as it is now. Kubeflow does not report a start that fails or does not come: where as many
/// runs go on as may at once, or its controller cannot start one, it waits without a word
/// (backend/src/crd/controller/scheduledworkflow).
///
/// @param schedule the schedule
/// @param last the run that it has started last, if there is one
/// @param next when it starts the next one; empty if it is paused, starts none, is overdue, or nobody
///     can say
/// @param overdue since when a start has been due that has not come
/// @param problems what somebody should look at; none for a schedule that is paused
public record ScheduleStatus(
    RecurringRun schedule,
    Optional<RunStatus> last,
    Optional<Instant> next,
    Optional<Instant> overdue,
    List<Problem> problems) {
  /// How many runs of a schedule are looked at: as many as may go on at once.
  static final int RUNS = 10;
  /// How late a start may be. The controller looks every 30 seconds, and clocks differ.
  public static final Duration GRACE = Duration.ofMinutes(5);

  /// The status of a schedule.
  ///
  /// @param runs its newest runs, newest first
  /// @param why why the newest one has failed, if it has
  /// @param zone the time zone of the cluster's cron
  /// @param now the time
  /// @param hints how messages name commands
  static ScheduleStatus of(RecurringRun schedule, List<RunStatus> runs, Optional<Diagnosis> why,
      ZoneId zone, Instant now, CommandHints hints) {
    Optional<RunStatus> last = runs.stream().findFirst();
    if (!schedule.enabled()) {
      return new ScheduleStatus(schedule, last, Optional.empty(), Optional.empty(), List.of());
    }
    Instant base = last.flatMap(status -> status.run().created()).or(schedule::created).orElse(now);
    Optional<Instant> next = schedule.next(base, zone);
    Optional<Instant> overdue = next.filter(due -> due.plus(GRACE).isBefore(now));
    List<RunStatus> going =
        runs.stream().filter(status -> !status.state().isFinal()).toList();
    Place place = Place.of("schedule " + schedule.name());
    List<Problem> problems = new ArrayList<>();
    overdue.ifPresent(due -> problems.add(late(place, schedule, due, going)));
    for (RunStatus status : going) {
      Standstill.of(status, now).ifPresent(still -> problems.add(new Problem(place,
          "its run " + status.run().name() + " " + still, remedy(status, hints))));
    }
    last.flatMap(status -> failed(place, status, why, hints)).ifPresent(problems::add);
    return new ScheduleStatus(schedule, last,
        overdue.isPresent() ? Optional.empty() : next, overdue, problems);
  }

  private static Problem late(
      Place place, RecurringRun schedule, Instant due, List<RunStatus> going) {
    String what = "was to start a run at " + due + " and has not";
    if (!going.isEmpty() && going.size() >= schedule.maxConcurrency()) {
      return new Problem(place, what + ": no more than " + schedule.maxConcurrency()
          + " may go on at once, and " + going.stream().map(status -> status.run().name())
              .collect(Collectors.joining(", ")) + " has not ended",
          "it starts the next one when that has ended or is stopped");
    }
    return new Problem(place, what, "see why in the log of Kubeflow's controller, kubectl logs -n"
        + " kubeflow deploy/ml-pipeline-scheduledworkflow; if the cluster's cron has a time zone of"
        + " its own, name it in " + ConnectionSettings.CRON_ZONE);
  }

  private static Optional<Problem> failed(Place place, RunStatus status, Optional<Diagnosis> why,
      CommandHints hints) {
    return switch (status.state()) {
      case FAILED, CANCELED -> Optional.of(new Problem(place, "its last run " + status.run().name()
          + (status.stopped() ? " was stopped by somebody" : " has failed" + why.map(found -> ": task "
              + found.task() + ": " + found.message()).orElse("")),
          "see " + hints.kubeflow("status " + status.run().id())));
      case PENDING, RUNNING, SUCCEEDED, SKIPPED, CANCELING, PAUSED, UNKNOWN -> Optional.empty();
    };
  }

  /// What to do about a run that stands still.
  public static String remedy(RunStatus status, CommandHints hints) {
    return "it goes on when that is fixed; to give it up: "
        + hints.kubeflow("stop " + status.run().id());
  }
}
