// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.cli.CarbonflowProgram.Outcome;
import io.carbonflow.kfp.client.server.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduleTest extends ServerTest {
  private static final String CREATED = "POST .*/recurringruns";
  private static final String REMOVED = "DELETE .*/recurringruns/.*";
  private static final String COMMAND = "carbonflow kubeflow schedule";

  @BeforeEach
  void uploadPipeline() {
    upload();
  }

  private Outcome schedule(String name, String... more) {
    Object[] args = new Object[more.length + 5];
    System.arraycopy(new Object[] {"schedule", name, "--pipeline=training-compact", DATA_2015,
        DATA_2016}, 0, args, 0, 5);
    System.arraycopy(more, 0, args, 5, more.length);
    return client.run(args);
  }

  private List<String> rows() {
    return client.run("schedules").ok().out().lines().skip(1)
        .takeWhile(line -> !line.isEmpty()).toList();
  }

  @Test
  void aScheduleOfFiveFieldsFollowsTheLatestVersionWithoutCatchingUp() {
    assertEquals("""
        schedule: nightly
        result: created
        pipeline: training-compact
        version: latest
        when: cron 0 0 3 * * 1-5
        state: enabled
        """, schedule("nightly", "--cron=0 3 * * 1-5").ok().out());
    assertEquals(List.of("nightly  enabled  cron 0 0 3 * * 1-5  training-compact  latest   1"
        + "        no"), rows());
  }

  @Test
  void theSameAgainChangesNothing() {
    schedule("nightly", "--every=1d", "--max-concurrency=2").ok();
    Outcome again = schedule("nightly", "--every=24h", "--max-concurrency=2").ok();
    assertEquals("unchanged", value(again, "result"));
    assertEquals(1, server.requests(CREATED).size());
    assertEquals(0, server.requests(REMOVED).size());
  }

  @Test
  void whateverIsDifferentReplacesIt() {
    schedule("nightly", "--every=1d").ok();
    for (String[] other : new String[][] {{"--every=2d"}, {"--cron=0 3 * * *"},
        {"--every=1d", "--max-concurrency=3"}, {"--every=1d", "--param=seed=1"},
        {"--every=1d", "--experiment=other"}, {"--every=1d", "--version=" + Client.REVISION},
        {"--every=1d", "--service-account=mine"}}) {
      assertEquals("replaced", value(schedule("nightly", other).ok(), "result"));
      assertEquals(1, rows().size());
    }
    assertEquals(8, server.requests(CREATED).size());
  }

  @Test
  void theNewOneIsThereBeforeTheOldOneGoes() {
    schedule("nightly", "--every=1d").ok();
    server.fail(REMOVED, new Fault.Status(500, "{\"message\": \"the database is gone\"}"));
    schedule("nightly", "--every=2d").fails(1, COMMAND,
        "cannot remove schedule nightly (500 the database is gone)");
    assertEquals(2, rows().size());
    assertEquals("unchanged", value(schedule("nightly", "--every=2d").ok(), "result"));
    assertEquals(1, rows().size());
    assertTrue(rows().getFirst().contains("every 2d"), rows().toString());
  }

  @Test
  void aScheduleThatTheServerRefusesLeavesTheOldOneAsItIs() {
    schedule("nightly", "--every=1d").ok();
    server.fail(CREATED, new Fault.Status(400, "{\"message\": \"no such service account\"}"));
    schedule("nightly", "--every=2d").fails(1, COMMAND,
        "cannot create schedule nightly (400 no such service account)");
    assertTrue(rows().getFirst().contains("every 1d"), rows().toString());
  }

  @Test
  void whoHasPausedAScheduleFindsItPausedAfterItWasReplaced() {
    schedule("nightly", "--every=1d").ok();
    client.run("pause", "nightly").ok();
    Outcome replaced = schedule("nightly", "--every=2d").ok();
    assertEquals("paused; ./carbonflow kubeflow resume nightly", value(replaced, "state"));
    assertTrue(rows().getFirst().startsWith("nightly  paused "), rows().toString());
    assertEquals("resumed", value(client.run("resume", "nightly").ok(), "result"));
    assertTrue(rows().getFirst().startsWith("nightly  enabled "), rows().toString());
  }

  @Test
  void pausingResumingAndRemovingMayBeRepeated() {
    schedule("nightly", "--every=1d").ok();
    assertEquals("paused", value(client.run("pause", "nightly").ok(), "result"));
    assertEquals("unchanged", value(client.run("pause", "nightly").ok(), "result"));
    assertEquals(1, server.requests("POST .*:disable").size());
    assertEquals("removed", value(client.run("unschedule", "nightly").ok(), "result"));
    assertEquals("there is none", value(client.run("unschedule", "nightly").ok(), "result"));
    client.run("pause", "nightly").fails(1, "carbonflow kubeflow pause",
        "there is no schedule nightly; ./carbonflow kubeflow schedules lists them");
  }

  @Test
  void wrongUseIsReportedBeforeAnythingIsSent() {
    int before = server.requests(".*").size();
    schedule("nightly").fails(2, COMMAND, "give either --cron or --every");
    schedule("nightly", "--cron=0 3 * * *", "--every=1d").fails(
        2, COMMAND, "give either --cron or --every");
    schedule("nightly", "--cron=0 25 * * *").fails(
        2, COMMAND, "--cron: the hour '25' is not within 0 to 23");
    schedule("nightly", "--every=1").fails(2, COMMAND, "--every: '1' is not a length of time");
    schedule("nightly", "--every=1d", "--max-concurrency=11").fails(
        2, COMMAND, "--max-concurrency: '11' is not a whole number from 1 to 10");
    client.run("schedule", "nightly", "--every=1d").fails(
        2, COMMAND, "Missing required option: '--pipeline'");
    client.run("schedule").fails(2, COMMAND, "Missing required parameter: 'NAME'");
    assertEquals(before, server.requests(".*").size());
  }

  @Test
  void parametersAreCheckedAgainstTheVersionThatRuns() {
    schedule("nightly", "--every=1d", "--param=sed=1").fails(
        2, COMMAND, "parameter sed: is not a parameter of it");
    assertEquals(0, server.requests(CREATED).size());
  }
}
