// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.carbonflow.cli.CarbonflowProgram.Outcome;
import io.carbonflow.kfp.client.server.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogsTest extends ServerTest {

  @BeforeEach
  void uploadPipeline() {
    upload();
  }

  private String run() {
    String id = start("a");
    client.run("status", "a", "--wait").ok();
    return id;
  }

  @Test
  void theLogOfATaskComesFromThePagesServer() {
    run();
    Outcome log = client.run("logs", "a", "training").ok();
    assertEquals("training: looks at its inputs\ntraining: done\n", log.out());
    assertEquals("", log.err());
    client.run("logs", "a", "trainin").fails(1, "carbonflow kubeflow logs",
        "run a: no pod was started for a task trainin", "lists its tasks");
  }

  @Test
  void theLogComesFromTheApiServerWhereThereIsNoPage() {
    client = client.with("KBFL_ENDPOINT", server.direct());
    run();
    assertEquals("training: looks at its inputs\ntraining: done\n",
        client.run("logs", "a", "training").ok().out());
    assertEquals(1, server.requests("GET /direct/apis/v1alpha1/.*/log").size());
  }

  @Test
  void theLogComesFromArgosArchiveWhereThePodIsGone() {
    run();
    server.removePods();
    assertEquals("training: looks at its inputs\ntraining: done\n",
        client.run("logs", "a", "training").ok().out());
    assertEquals(1, server.requests("GET .*/artifacts/main-logs:read").size());
  }

  @Test
  void aLogThatIsCutWhileItFlowsIsShownOnce() {
    run();
    server.fail("GET .*/k8s/pod/logs", new Fault.CutOff()).fail("GET .*/k8s/pod/logs", new Fault.CutOff());
    assertEquals("training: looks at its inputs\ntraining: done\n",
        client.run("logs", "a", "training").ok().out());
    assertEquals(3, server.requests("GET .*/k8s/pod/logs").size());
  }

  @Test
  void whereThereIsNoLogEachWayThatWasTriedIsNamed() {
    String id = run();
    server.removePods();
    server.removeArchive();
    client.run("logs", "a", "training").fails(1, "carbonflow kubeflow logs",
        "its log cannot be had from " + server.endpoint()
            + " (the page's server: 500, the API server: 200, Argo's archive: 404)",
        "try: kubectl logs training-compact-" + id.substring(0, 5)
            + "-retry-system-container-impl-", " -c main -n kubeflow");
  }
}
