// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.cli.CarbonflowProgram.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `runs`, `status`, `stop` and `retry`.
class RunsTest extends ServerTest {

  @BeforeEach
  void uploadPipeline() {
    upload();
  }

  private static List<String> names(Outcome table) {
    return table.ok().out().lines().skip(1).map(row -> row.split(" ")[0]).toList();
  }

  @Test
  void runsAreListedPageByPageTheNewestFirst() {
    server.copyRun(start("run-1"), 104);
    int before = server.requests("GET .*/v2beta1/runs").size();
    List<String> all = names(client.run("runs", "--limit=200"));
    assertEquals(105, all.size());
    assertEquals(List.of("run-105", "run-104"), all.subList(0, 2));
    assertEquals(2, server.requests("GET .*/v2beta1/runs").size() - before);
    assertEquals(20, names(client.run("runs")).size());
    assertEquals(List.of("run-105"), names(client.run("runs", "--limit=1")));
  }

  @Test
  void anExperimentsRunsAreListedAlone() {
    start("a");
    client.run("run", "training-compact", "--name=b", "--experiment=other", DATA_2015, DATA_2016)
        .ok();
    assertEquals(List.of("b"), names(client.run("runs", "--experiment=other")));
    client.run("runs", "--experiment=none").fails(
        1, "carbonflow kubeflow runs", "there is no experiment none");
    client.run("runs", "--limit=0").fails(2, "carbonflow kubeflow runs",
        "--limit: '0' is not a whole number from 1 to 100000");
  }

  @Test
  void aRunIsMeantByItsNameOrItsIdAndTwoOfOneNameByTheIdAlone() {
    String first = start("a");
    assertEquals("a", value(client.run("status", first).ok(), "run"));
    client.run("run", "training-compact", DATA_2015, DATA_2016).ok();
    client.run("run", "training-compact", DATA_2015, DATA_2016).ok();
    String name = "training-compact 2026-01-05T08:00:00Z";
    client.run("status", name).fails(1, "carbonflow kubeflow status",
        "run " + name + ": 2 runs have that name: ", "(PENDING, 2026-01-05T08:",
        "name one by its id");
    client.run("stop", "nobody").fails(1, "carbonflow kubeflow stop",
        "there is no run nobody; ./carbonflow kubeflow runs lists them");
    client.run("stop", "00000000-0000-0000-0000-000000000000").fails(
        1, "carbonflow kubeflow stop", "there is no run 00000000-");
  }

  @Test
  void aRunIsShownWithItsTasks() {
    String id = start("a");
    client.run("status", "a", "--wait").ok();
    assertEquals("""
        run: a
        id: %s
        state: SUCCEEDED
        pipeline: training-compact
        version: %s
        experiment: training-compact
        created: 2026-01-05T08:02:00Z
        finished: 2026-01-05T08:04:10Z
        page: %s/#/runs/details/%s

        TASK         STATE      STARTED               DURATION
        guarded      SUCCEEDED  2026-01-05T08:02:30Z  1m
        training     SUCCEEDED  2026-01-05T08:02:30Z  20s
        check-floor  SUCCEEDED  2026-01-05T08:03:10Z  20s
        notify       SUCCEEDED  2026-01-05T08:03:50Z  20s
        """.formatted(id, Client.REVISION, server.endpoint(), id),
        client.run("status", "a").ok().out());
  }

  @Test
  void aFailedRunIsShownWithItsTaskAndMessage() {
    server.failTask("training");
    start("a");
    client.run("status", "a", "--wait").fails(1, "carbonflow kubeflow status", "task training");
    Outcome status = client.run("status", "a").ok();
    assertEquals("training", value(status, "failed task"));
    assertTrue(value(status, "message").startsWith("carbonflow training: merged.csv, line 3:"));
    assertTrue(status.out().endsWith("""
        not run, because training failed: check-floor
        training, the end of its log:
        | training: looks at its inputs
        | carbonflow training: merged.csv, line 3: has no building; correct the table
        | F0105 main.go:57] failed to execute component: exit status 1
        """), status.out());
  }

  @Test
  void stoppingMayBeRepeatedAndARunThatHasEndedIsLeftAlone() {
    start("a");
    assertEquals("it is being stopped", value(client.run("stop", "a").ok(), "result"));
    assertEquals("nothing to stop, it is FAILED (stopped by somebody)",
        value(client.run("stop", "a").ok(), "result"));
    assertEquals(1, server.requests("POST .*:terminate").size());
    client.run("status", "a", "--wait").fails(
        1, "carbonflow kubeflow status",
        "run a: has ended as FAILED (stopped by somebody); see " + server.endpoint());
    assertEquals("FAILED (stopped by somebody)", value(client.run("status", "a").ok(), "state"));
    assertEquals("", value(client.run("status", "a").ok(), "failed task"));
    assertTrue(client.run("runs").ok().out().contains("a     FAILED (stopped by somebody)  2026"));
  }

  @Test
  void retryingGoesOnFromWhatHasFailedAndMayBeRepeated() {
    server.failTask("training");
    start("a");
    client.run("status", "a", "--wait");
    server.failTask("");
    Outcome retried = client.run("retry", "a", "--wait").ok();
    assertEquals("it goes on", value(retried, "result"));
    assertEquals("SUCCEEDED", value(retried, "state"));
    assertTrue(retried.err().startsWith("An exit handler that has run does not run again: no message is"
        + " sent when the run ends now.\n"), retried.err());
    Outcome moot = client.run("retry", "a").ok();
    assertEquals("nothing to retry, it is SUCCEEDED", value(moot, "result"));
    assertEquals("", moot.err());
    assertEquals(1, server.requests("POST .*:retry").size());
  }

  @Test
  void whoRetriesAndDoesNotWaitIsToldHowToFollow() {
    server.failTask("training");
    String id = start("a");
    client.run("status", "a", "--wait");
    assertEquals("An exit handler that has run does not run again: no message is sent when the run"
        + " ends now; ./carbonflow kubeflow status " + id + " --wait follows it.\n",
        client.run("retry", "a").ok().err());
  }
}
