// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.cli.CarbonflowProgram.Outcome;
import io.carbonflow.kfp.client.server.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is said of runs that wait, that are large, that have loops, or whose server is of another
/// release.
class SeenRunsTest extends ServerTest {
  private static final String NO_ROOM =
      "Unschedulable: 0/1 nodes are available: 1 Insufficient cpu.";
  private static final String STATUS = "carbonflow kubeflow status";

  @BeforeEach
  void uploadPipeline() {
    upload();
  }

  @Test
  void whileATaskWaitsItIsSaidWhyOnce() {
    server.holdTask("training", NO_ROOM);
    start("a");
    Outcome waiting = client.run("status", "a", "--wait", "--timeout=1s");
    waiting.fails(1, STATUS, "run a: has not ended within 1s and goes on");
    assertTrue(waiting.err().startsWith(
        "guarded: RUNNING\ntraining: waits: " + NO_ROOM + "\ncarbonflow"), waiting.err());
    Outcome status = client.run("status", "a").ok();
    assertEquals("training: " + NO_ROOM, value(status, "waits"));
    assertTrue(status.out().contains("\ntraining  PENDING"), status.out());
    server.releaseTasks();
    assertEquals("SUCCEEDED", value(client.run("status", "a", "--wait").ok(), "state"));
  }

  @Test
  void logsOfATaskThatWaitsSayWhyThereAreNone() {
    String image = "ImagePullBackOff: Back-off pulling image \"example/none\"";
    server.holdTask("training", image);
    start("a");
    client.run("status", "a", "--wait", "--timeout=1s");
    client.run("logs", "a", "training").fails(1, "carbonflow kubeflow logs",
        "has no log yet, because it waits: " + image);
  }

  @Test
  void aTaskThatIsOnItsWayIsNotSaidToWait() {
    server.holdTask("training", "PodInitializing");
    start("a");
    assertFalse(client.run("status", "a", "--wait", "--timeout=1s").err().contains("waits"));
  }

  @Test
  void ofALargeRunTheWorkflowIsRight() {
    server.compressNodes();
    server.failTask("training");
    start("a");
    String state = "FAILED (says its workflow; Kubeflow still has it as RUNNING)";
    Outcome ended = client.run("status", "a", "--wait");
    ended.fails(1, STATUS, "run a: has ended as " + state + "; task training failed: carbonflow");
    Outcome status = client.run("status", "a").ok();
    assertEquals(state, value(status, "state"));
    assertEquals("training", value(status, "failed task"));
    assertTrue(value(status, "finished").startsWith("2026-01-05T08:"), status.out());
    assertTrue(client.run("logs", "a", "training").ok().out().startsWith("training: looks"));
  }

  @Test
  void whereTheServerGivesNoWorkflowItsOwnListOfTasksIsRead() {
    start("a");
    client.run("status", "a", "--wait").ok();
    server.fail("GET .*/v1beta1/runs/.*", new Fault.Status(404, ""));
    Outcome status = client.run("status", "a").ok();
    assertTrue(status.out().contains("\ntraining     SUCCEEDED"), status.out());
    assertTrue(status.out().contains("\ncheck-floor  SUCCEEDED"), status.out());
    server.fail("GET .*/v1beta1/runs/.*", new Fault.Status(404, ""));
    client.run("logs", "a", "training").fails(1, "carbonflow kubeflow logs",
        "run a: the server does not say which pods it has (apis/v1beta1/runs); see its page");
  }

  @Test
  void whatHadFailedBeforeSomebodyStoppedTheRunIsReported() {
    server.failTask("training");
    server.holdTask("notify", "");
    start("a");
    client.run("status", "a", "--wait", "--timeout=1s");
    client.run("stop", "a").ok();
    client.run("status", "a", "--wait").fails(1, STATUS,
        "run a: has ended as FAILED (stopped by somebody); task training failed: carbonflow");
  }

  @Test
  void theRoundsOfALoopHaveLabels() {
    client.run("upload", "training-distributed").ok();
    client.run("run", "training-distributed", DATA_2015, DATA_2016, "--name=d", "--wait").ok();
    Outcome status = client.run("status", "d").ok();
    assertTrue(status.out().contains("\nscreen-svm, 1 of 3"), status.out());
    assertTrue(status.out().contains("\nscreen-svm, 3 of 3"), status.out());
    assertEquals("""
        ==> screen-svm, 1 of 3 <==
        screen-svm: looks at its inputs
        screen-svm: done
        ==> screen-svm, 2 of 3 <==
        screen-svm: looks at its inputs
        screen-svm: done
        ==> screen-svm, 3 of 3 <==
        screen-svm: looks at its inputs
        screen-svm: done
        """, client.run("logs", "d", "screen-svm").ok().out());
    assertEquals("screen-svm: looks at its inputs\nscreen-svm: done\n",
        client.run("logs", "d", "screen-svm, 3 of 3").ok().out());
  }
}
