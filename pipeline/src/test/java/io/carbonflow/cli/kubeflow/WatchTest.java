// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonParser;
import io.carbonflow.cli.CarbonflowProgram.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What `schedules` and `doctor` say of what goes on.
class WatchTest extends ServerTest {
  private static final String ROOM = "Unschedulable: 0/1 nodes are available: 1 Insufficient cpu.";

  @BeforeEach
  void schedule() {
    upload();
    client.run("schedule", "daily", "--pipeline=training-compact", "--cron=0 3 * * *", DATA_2015,
        DATA_2016).ok();
  }

  private List<String> lines(Client at) {
    return at.run("schedules").ok().out().lines().toList();
  }

  private static List<String> check(Outcome doctor, String name) {
    List<String> lines = doctor.out().lines().toList();
    int from = lines.stream().map(line -> line.split(" ")[0]).toList().indexOf(name);
    int to = from + 1;
    while (to < lines.size() && lines.get(to).startsWith(" ")) {
      to++;
    }
    return lines.subList(from, to).stream().map(line -> line.replaceAll("^\\S+ +", "").strip())
        .toList();
  }

  /// The schedule that was recorded had no parameters, and nobody had noted anything of it.
  @Test
  void theServerOfTheTestsHasTheFieldsOfARecordedSchedule() throws Exception {
    Set<String> recorded = new TreeSet<>(JsonParser.parseString(Files.readString(
        Path.of("..", "kubeflow", "recorded", "2.17", "schedule.recurring-run.json")))
        .getAsJsonObject().keySet());
    recorded.addAll(List.of("description", "runtime_config"));
    assertEquals(recorded, new TreeSet<>(server.schedule("daily").keySet()));
  }

  @Test
  void aScheduleThatIsNewSaysWhenItStartsFirst() {
    assertEquals(List.of(
        "NAME   STATE    WHEN              PIPELINE          VERSION  AT ONCE  CATCH-UP",
        "daily  enabled  cron 0 0 3 * * *  training-compact  latest   1        no",
        "",
        "NAME   NEXT START            LAST START  LAST RUN  ITS STATE",
        "daily  2026-01-06T03:00:00Z  -           -         -"), lines(client));
    client.run("pause", "daily").ok();
    assertEquals("daily  -           -           -         -", lines(client).getLast());
  }

  @Test
  void theLastRunOfASchedule() {
    server.finish(server.startScheduled("daily"));
    String row = lines(client).getLast();
    assertTrue(row.matches("daily  2026-01-06T03:00:00Z  2026-01-05T08:0\\d:\\d0Z"
        + "  daily[0-9a-f]{5}-1-\\d+  SUCCEEDED"), row);
    Outcome doctor = client.run("doctor").ok();
    assertEquals(List.of("ok       1 enabled, started when due, and the last run of none has failed"),
        check(doctor, "schedules"));
    assertEquals(List.of("ok       none is going on"), check(doctor, "runs"));
  }

  @Test
  void aLastRunThatHasFailed() {
    server.failTask("training");
    String id = server.startScheduled("daily");
    server.finish(id);
    String problem = lines(client).getLast();
    assertTrue(problem.matches("schedule daily: its last run daily\\S+ has failed: task"
        + " training: carbonflow training: merged\\.csv, line 3: has no building;"
        + " correct the table \\(main: Error \\(exit code 1\\)\\); see ./carbonflow kubeflow status "
        + id), problem);
    Outcome doctor = client.run("doctor");
    assertEquals(1, doctor.exit());
    assertEquals(List.of("failed   " + problem), check(doctor, "schedules"));
  }

  @Test
  void aStartThatDidNotCome() {
    Client later = client.at("2026-01-06T08:00:00Z");
    List<String> lines = lines(later);
    assertEquals("daily  overdue     -           -         -", lines.get(4));
    assertTrue(lines.getLast().startsWith(
        "schedule daily: was to start a run at 2026-01-06T03:00:00Z and has not; see why in"),
        lines.getLast());
    assertEquals(1, later.run("doctor").exit());
    assertEquals("daily  2026-01-05T13:00:00Z  -           -         -", lines(client
        .with("CRON_SCHEDULE_TIMEZONE", "Pacific/Honolulu").at("2026-01-05T13:04:00Z")).get(4));
    later.with("CRON_SCHEDULE_TIMEZONE", "Mars").run("schedules").fails(1,
        "carbonflow kubeflow schedules", "CRON_SCHEDULE_TIMEZONE: 'Mars' is not a time zone; write it"
            + " as Europe/Berlin");
  }

  @Test
  void aRunThatStandsStillHoldsUpItsSchedule() {
    server.holdTask("training", ROOM);
    String id = server.startScheduled("daily");
    for (int i = 0; i < 4; i++) {
      client.run("status", id).ok();
    }
    Outcome doctor = client.at("2026-01-06T08:00:00Z").run("doctor");
    assertEquals(1, doctor.exit());
    List<String> schedules = check(doctor, "schedules");
    assertEquals(2, schedules.size());
    assertTrue(schedules.get(0).matches("failed   schedule daily: was to start a run at"
        + " 2026-01-06T03:00:00Z and has not: no more than 1 may go on at once, and daily\\S+ has not"
        + " ended; it starts the next one when that has ended or is stopped"), schedules.get(0));
    assertTrue(schedules.get(1).matches("schedule daily: its run daily\\S+ has not moved since"
        + " 2026-01-05T08:\\d\\d:\\d0Z, because training waits: " + ROOM + "; it goes on when"
        + " that is fixed; to give it up: ./carbonflow kubeflow stop " + id), schedules.get(1));
    List<String> runs = check(doctor, "runs");
    assertTrue(runs.getFirst().matches("failed   run daily\\S+ has not moved since \\S+, because"
        + " training waits: .*"), runs.getFirst());
  }

  @Test
  void aRunThatGetsOnIsWell() {
    start("first");
    assertEquals(List.of("ok       1 going on, none stands still"),
        check(client.run("doctor").ok(), "runs"));
  }
}
