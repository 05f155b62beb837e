// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.ServerJson;
import org.junit.jupiter.api.Test;

/// A schedule every minute and its run are recorded, and so is the run that stands still. The other
/// schedules have the same fields; an interval, a beginning and an end of a trigger, and one that is
/// paused, are as the API server's code gives them (api_converter.go, toApiTrigger).
class ScheduleStatusTest {
  private static final CommandHints HINTS = new CommandHints("carbonflow", "./carbonflow");
  private static final Instant CREATED = Instant.parse("2026-01-05T08:00:00Z");
  private static final Instant DUE = Instant.parse("2026-01-06T03:00:00Z");
  private static final String DAILY = "{\"cron_schedule\": {\"cron\": \"0 0 3 * * *\"%s}}";

  private static RecurringRun schedule(String trigger) {
    JsonObject json = JsonParser.parseString("""
        {"recurring_run_id": "4d0e", "display_name": "daily", "status": "ENABLED",
         "max_concurrency": "1", "no_catchup": true, "created_at": "%s"}""".formatted(CREATED))
        .getAsJsonObject();
    json.add("trigger", JsonParser.parseString(trigger));
    return RecurringRun.of(new ServerJson(json));
  }

  private static RecurringRun daily() {
    return schedule(DAILY.formatted(""));
  }

  private static RunStatus run(String state, Instant created) {
    return RunStatus.plain(Run.of(new ServerJson(JsonParser.parseString("""
        {"run_id": "7a", "display_name": "dailyn6rs-1-3330448755", "state": "%s",
         "created_at": "%s", "recurring_run_id": "4d0e"}""".formatted(state, created))
        .getAsJsonObject())));
  }

  private static ScheduleStatus at(Instant now, RecurringRun schedule, RunStatus... runs) {
    return ScheduleStatus.of(
        schedule, List.of(runs), Optional.empty(), ZoneOffset.UTC, now,
        HINTS);
  }

  private static List<String> problems(ScheduleStatus status) {
    return status.problems().stream().map(Problem::getMessage).toList();
  }

  @Test
  void aRecordedScheduleHasStartedWhenItWasDueAndIsHeldUpByItsRun() {
    RecurringRun schedule = RecurringRun.of(Recording.read("schedule.recurring-run.json"));
    assertEquals(Optional.of(Instant.parse("2026-11-28T23:25:00Z")),
        schedule.next(schedule.created().orElseThrow(), ZoneOffset.UTC));
    RunStatus run = RunStatus.plain(
        Run.of(Recording.read("scheduled.runs.json").parts("runs").getFirst()));
    Instant started = Instant.parse("2026-11-28T23:25:18Z");
    assertEquals(Optional.of(started), run.run().created());
    ScheduleStatus status = at(Instant.parse("2026-11-28T23:28:20Z"), schedule, run);
    assertEquals(List.of(), problems(status));
    assertEquals(Optional.of(Instant.parse("2026-11-28T23:26:00Z")), status.next());
    assertEquals(List.of("schedule every-minute: was to start a run at 2026-11-28T23:26:00Z and has"
        + " not: no more than 1 may go on at once, and dailyn6rs-1-3330448755 has not ended; it starts"
        + " the next one when that has ended or is stopped"),
        problems(at(Instant.parse("2026-11-28T23:32:00Z"), schedule, run("RUNNING", started))));
  }

  @Test
  void theNextStartIsTheNextThatTheTriggerNames() {
    assertEquals(Optional.of(DUE), at(CREATED, daily()).next());
    assertEquals(Optional.of(CREATED.plusSeconds(7200)),
        at(CREATED.plusSeconds(3600), schedule("{\"periodic_schedule\": {\"interval_second\":"
            + " \"7200\"}}")).next());
    assertEquals(Optional.of(DUE.minusSeconds(3600)), ScheduleStatus.of(daily(), List.of(),
        Optional.empty(), ZoneId.of("Europe/Berlin"), CREATED, HINTS).next());
  }

  @Test
  void aStartIsMissedFiveMinutesAfterItWasDue() {
    Instant late = DUE.plus(ScheduleStatus.GRACE);
    assertEquals(List.of(), problems(at(late, daily())));
    ScheduleStatus status = at(late.plusSeconds(1), daily());
    assertEquals(List.of("schedule daily: was to start a run at 2026-01-06T03:00:00Z and has not;"
        + " see why in the log of Kubeflow's controller, kubectl logs -n kubeflow"
        + " deploy/ml-pipeline-scheduledworkflow; if the cluster's cron has a time zone of its own,"
        + " name it in CRON_SCHEDULE_TIMEZONE"), problems(status));
    assertEquals(Optional.of(DUE), status.overdue());
    assertEquals(Optional.empty(), status.next());
  }

  @Test
  void aScheduleThatHasStartedWhenItWasDueIsWell() {
    ScheduleStatus status =
        at(DUE.plusSeconds(3600), daily(), run("SUCCEEDED", DUE.plusSeconds(20)));
    assertEquals(List.of(), problems(status));
    assertEquals(Optional.of(DUE.plusSeconds(86_400)), status.next());
    assertEquals("dailyn6rs-1-3330448755", status.last().orElseThrow().run().name());
  }

  @Test
  void whereTheRunBeforeHasNotEndedThatIsWhyTheNextOneHasNotStarted() {
    assertEquals(List.of("schedule daily: was to start a run at 2026-01-07T03:00:00Z and has not:"
        + " no more than 1 may go on at once, and dailyn6rs-1-3330448755 has not ended; it starts"
        + " the next one when that has ended or is stopped"),
        problems(at(DUE.plusSeconds(90_000), daily(), run("RUNNING", DUE.plusSeconds(20)))));
  }

  @Test
  void aRunThatStandsStillIsReported() {
    RunStatus still = Recording.of("image-missing").status();
    List<String> problems = problems(at(Instant.parse("2026-11-28T22:00:00Z"), daily(), still));
    assertEquals(1, problems.size());
    assertEquals("schedule daily: its run " + still.run().name() + " "
        + Standstill.of(still, Instant.parse("2026-11-28T22:00:00Z")).orElseThrow()
        + "; it goes on when that is fixed; to give it up: ./carbonflow kubeflow stop "
        + still.run().id(), problems.getFirst());
  }

  @Test
  void aLastRunThatHasFailedIsReported() {
    assertEquals(List.of("schedule daily: its last run dailyn6rs-1-3330448755 has failed: task"
        + " merge: out of memory; see ./carbonflow kubeflow status 7a"), problems(
        ScheduleStatus.of(daily(), List.of(run("FAILED", DUE), run("SUCCEEDED", CREATED)),
            Optional.of(new Diagnosis("merge", "out of memory", List.of())), ZoneOffset.UTC,
            DUE.plusSeconds(60), HINTS)));
    assertEquals(List.of("schedule daily: its last run dailyn6rs-1-3330448755 was stopped by"
        + " somebody; see ./carbonflow kubeflow status 7a"),
        problems(at(DUE.plusSeconds(60), daily(), run("CANCELED", DUE))));
    assertEquals(List.of(), problems(
        at(DUE.plusSeconds(60), daily(), run("SUCCEEDED", DUE), run("FAILED", CREATED))));
  }

  @Test
  void aScheduleThatIsPausedOrWhoseTimeIsOverOwesNothing() {
    JsonObject paused = JsonParser.parseString("{\"display_name\": \"daily\", \"status\":"
        + " \"DISABLED\", \"trigger\": " + DAILY.formatted("") + "}").getAsJsonObject();
    ScheduleStatus status = at(DUE.plusSeconds(90_000), RecurringRun.of(new ServerJson(paused)),
        run("FAILED", CREATED));
    assertEquals(List.of(), problems(status));
    assertEquals(Optional.empty(), status.next());
    RecurringRun over =
        schedule(DAILY.formatted(", \"end_time\": \"2026-01-06T00:00:00Z\""));
    assertEquals(List.of(), problems(at(DUE.plusSeconds(90_000), over)));
    RecurringRun later =
        schedule(DAILY.formatted(", \"start_time\": \"2026-03-01T00:00:00Z\""));
    assertEquals(Optional.of(Instant.parse("2026-03-01T03:00:00Z")), at(CREATED, later).next());
  }

  @Test
  void ofATriggerThatIsNotKnownHereNothingIsSaid() {
    RecurringRun other = schedule("{\"cron_schedule\": {\"cron\": \"@every 1h\"}}");
    assertEquals(List.of(), problems(at(DUE.plusSeconds(90_000), other)));
    assertEquals(Optional.empty(), at(DUE, other).next());
  }
}
