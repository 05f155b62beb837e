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

/// `run`, and `--wait`.
class StartTest extends ServerTest {
  private static final String RUNS = "POST .*/runs";
  private static final String COMMAND = "carbonflow kubeflow run";

  @BeforeEach
  void uploadPipelines() {
    upload();
    client.run("upload", "training").ok();
  }

  private Outcome run(String... more) {
    Object[] args = new Object[more.length + 4];
    System.arraycopy(new Object[] {"run", "training", DATA_2015, DATA_2016}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    return client.run(args);
  }

  @Test
  void aRunIsStartedInAnExperimentThatIsMadeAndItsPageIsShown() {
    Outcome started = run().ok();
    String id = value(started, "id");
    assertEquals("""
        run: training 2026-01-05T08:00:00Z
        id: %s
        result: started
        version: %s
        experiment: training
        page: %s/#/runs/details/%s
        """.formatted(id, Client.REVISION, server.endpoint(), id), started.out());
    run("--experiment=training").ok();
    assertEquals(1, server.requests("POST .*/experiments").size());
  }

  @Test
  void waitingFollowsTheTasksAndEndsWellOnlyIfTheRunDoes() {
    Outcome done = run("--wait").ok();
    assertTrue(done.out().endsWith("state: SUCCEEDED\nduration: 8m50s\n"), done.out());
    assertTrue(done.err().startsWith("""
        guarded: RUNNING
        merge: RUNNING
        merge: SUCCEEDED
        validate: RUNNING
        validate: SUCCEEDED
        clean: RUNNING
        """), done.err());
    assertEquals(28, done.err().lines().count());
  }

  @Test
  void aFailedTaskIsNamedWithItsMessageAndTheEndOfItsLog() {
    server.failTask("clean");
    Outcome failed = run("--wait", "--name=bad");
    failed.fails(1, COMMAND, "run bad: has ended as FAILED; task clean failed: carbonflow clean:"
        + " merged.csv, line 3: has no building; correct the table (main: Error (exit code 1)); see "
        + server.endpoint() + "/#/runs/details/" + value(failed, "id"));
    assertTrue(failed.err().contains(
        "clean, the end of its log:\n| clean: looks at its inputs\n"));
    assertEquals("FAILED", value(failed, "state"));
  }

  @Test
  void aRunThatDoesNotEndInTimeGoesOn() {
    Outcome late = client.run("run", "training-compact", DATA_2015, DATA_2016, "--name=slow",
        "--wait", "--timeout=1s");
    late.ok();
    server.fail("GET .*/runs/[^/]*", new Fault.Slow(Duration.ofMillis(1100)));
    Outcome slow = run("--name=slower", "--wait", "--timeout=1s");
    slow.fails(1, COMMAND, "run slower: has not ended within 1s and goes on; follow it:"
        + " ./carbonflow kubeflow status " + value(slow, "id") + " --wait");
    assertEquals("SUCCEEDED", value(client.run("status", "slower", "--wait").ok(), "state"));
  }

  @Test
  void aNameMakesARunThatMayBeAskedForTwice() {
    Outcome first = run("--name=ci-7").ok();
    Outcome second = run("--name=ci-7").ok();
    assertEquals(first.out().replace("started", "it is there already"), second.out());
    assertEquals(1, server.requests(RUNS).size());
    run("--name=ci-7", "--param=seed=1").fails(1, COMMAND, "run ci-7: there is one of this name"
        + " with another pipeline, version, experiment or parameters",
        "give another --name, or none");
    assertEquals(1, server.requests(RUNS).size());
  }

  @Test
  void parametersAreCheckedAndTypedBeforeAnythingIsStarted() {
    run("--param=sed=1").fails(2, COMMAND, "pipeline training " + Client.REVISION
        + ", parameter sed: is not a parameter of it; its parameters are as_published, bucket, city, data, data_2015,");
    run("--param=seed=one").fails(2, COMMAND, "parameter seed: 'one' is not a whole number");
    run("--param=data={}").fails(2, COMMAND, "parameter data: '{}' is not a JSON list");
    run("--param=seed").fails(2, COMMAND, "--param: 'seed' is not of the form NAME=VALUE");
    assertEquals(0, server.requests(RUNS).size());
    // The server refuses numbers and truth values that are written as texts.
    run("--param=seed=7", "--param=halving=false", "--param=hyperopt_iterations=3").ok();
    run("--param=data=a.csv, s3://b/c/", "--param=years=2015-").ok();
  }

  @Test
  void theLatestVersionRunsUnlessAnotherIsNamed() {
    client.run("upload", "training", "--version=v2", "--image=b:2").ok();
    assertEquals("v2", value(run().ok(), "version"));
    assertEquals(Client.REVISION,
        value(run("--version=" + Client.REVISION).ok(), "version"));
    run("--version=v3").fails(1, COMMAND, "pipeline training: there is no version v3; upload it:"
        + " ./carbonflow kubeflow upload training --version=v3");
    client.run("run", "trainin").fails(1, COMMAND, server.endpoint()
        + ": there is no pipeline trainin; upload it first");
  }

  @Test
  void theSdksVariablesNameTheExperiment() {
    Client named = client.with("KF_PIPELINES_DEFAULT_EXPERIMENT_NAME", "usual");
    Object[] args = {"run", "training", DATA_2015, DATA_2016, "--experiment=own"};
    assertEquals("own", value(named.run(args).ok(), "experiment"));
    args[4] = "--verbose";
    assertEquals("usual", value(named.run(args).ok(), "experiment"));
    args[4] = "--experiment=own";
    assertEquals("forced", value(named.with("KF_PIPELINES_OVERRIDE_EXPERIMENT_NAME", "forced")
        .run(args).ok(), "experiment"));
  }

  @Test
  void aServerThatIsAwayForAWhileIsWaitedFor() {
    for (int i = 0; i < 2; i++) {
      server.fail("GET .*/runs/[^/]*", new Fault.Status(503, "no healthy upstream"));
      server.fail("GET .*/runs/[^/]*", new Fault.Dropped());
      server.fail("GET .*/runs/[^/]*", new Fault.CutOff());
    }
    assertEquals("SUCCEEDED", value(run("--wait").ok(), "state"));
  }

  @Test
  void optionsThatDoNotGoTogetherAreWrongUse() {
    run("--timeout=1m").fails(2, COMMAND, "--timeout: has no meaning without --wait");
    run("--wait", "--timeout=soon").fails(2, COMMAND,
        "--timeout: 'soon' is not a length of time; write it as 90s, 15m, 6h, 1d or 1h30m");
    run("--name=").fails(2, COMMAND, "--name: is empty");
    run("--nmae=x").fails(2, COMMAND, "there is no option --nmae=x");
  }
}
