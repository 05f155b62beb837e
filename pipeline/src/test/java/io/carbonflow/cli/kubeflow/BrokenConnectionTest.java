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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong on the way: what is safe is repeated, what is not is never sent twice.
class BrokenConnectionTest extends ServerTest {
  private static final int ATTEMPTS = Client.HURRY.retry().attempts();
  private static final String STARTS = "POST .*/runs";
  private static final String COMMAND = "carbonflow kubeflow run";

  @BeforeEach
  void uploadPipeline() {
    upload();
  }

  static Stream<Fault> passing() {
    return Stream.of(new Fault.Status(503, "no healthy upstream"), new Fault.Status(502, ""),
        new Fault.Status(504, ""), new Fault.Status(429, "", "retry-after", "0"),
        new Fault.Status(429, "", "retry-after", "Wed, 21 Oct 2015 07:28:00 GMT"),
        new Fault.Dropped(), new Fault.CutOff());
  }

  private Outcome run(String... more) {
    return client.run(Stream.concat(Stream.of("run", "training-compact", DATA_2015, DATA_2016),
        Stream.of(more)).toArray());
  }

  private long started() {
    return client.run("runs").ok().out().lines().skip(1).count();
  }

  @ParameterizedTest
  @MethodSource("passing")
  void aSafeRequestIsRepeated(Fault fault) {
    server.fail("GET .*/v2beta1/runs", fault).fail("GET .*/v2beta1/runs", fault);
    client.run("runs").ok();
    assertEquals(3, server.requests("GET .*/v2beta1/runs").size());
  }

  @ParameterizedTest
  @MethodSource("passing")
  void aSafeRequestThatKeepsFailingIsGivenUp(Fault fault) {
    for (int i = 0; i < 2 * ATTEMPTS; i++) {
      server.fail("GET .*/v2beta1/runs", fault);
    }
    client.run("runs").fails(1, "carbonflow kubeflow runs", server.url() + ": ");
    // Java's client sends a GET again by itself if the connection is closed without an answer.
    int most = fault instanceof Fault.Dropped ? 2 * ATTEMPTS : ATTEMPTS;
    int sent = server.requests("GET .*/v2beta1/runs").size();
    assertTrue(sent >= ATTEMPTS && sent <= most, sent + " requests");
  }

  @Test
  void theServersWishToWaitIsKeptToWithinLimits() {
    server.fail("GET .*/v2beta1/runs", new Fault.Status(429, "", "retry-after", "3600"));
    Outcome outcome = client.run("runs", "--verbose").ok();
    assertTrue(outcome.err().contains("trying again in 40 ms, attempt 2 of " + ATTEMPTS), outcome.err());
  }

  @Test
  void whatTheServerRefusesForGoodIsNotRepeated() {
    server.fail("GET .*/v2beta1/runs", new Fault.Status(500, "{\"message\": \"no database\"}"));
    client.run("runs").fails(1, "carbonflow kubeflow runs", "cannot read runs (500 no database);"
        + " try again later; the log of ml-pipeline says more");
    assertEquals(1, server.requests("GET .*/v2beta1/runs").size());
  }

  @Test
  void anAnswerThatTakesTooLongIsNotWaitedFor() {
    for (int i = 0; i < ATTEMPTS; i++) {
      server.fail("GET .*/v2beta1/runs", new Fault.Slow(Duration.ofSeconds(2)));
    }
    client.run("runs", "--request-timeout=1s").fails(1, "carbonflow kubeflow runs",
        server.url() + ": there is no answer in time; check that the server runs");
  }

  static Stream<Arguments> lost() {
    return Stream.of(new Fault.AnswerLost(), new Fault.CutOff())
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("lost")
  void aRunWhoseAnswerIsLostIsFoundAgainAndNotStartedTwice(Fault fault) {
    server.fail(STARTS, fault);
    Outcome outcome = run().ok();
    assertEquals("started", value(outcome, "result"));
    assertEquals(1, server.requests(STARTS).size());
    assertEquals(1, started());
  }

  @Test
  void anotherRunOfTheSameNameIsNotTakenForIt() {
    run().ok();
    server.fail(STARTS, new Fault.Dropped());
    run().fails(1, COMMAND, server.endpoint() + ": it is not known whether the request to start run"
        + " training-compact 2026-01-05T08:00:00Z was carried out: its answer was lost (the"
        + " connection was cut off), and nothing is to be seen of it; look whether it appears"
        + " before you repeat the command");
    assertEquals(1, started());
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void aGatewaysErrorLeavesOpenWhetherTheRunWasStarted(int status) {
    server.fail(STARTS, new Fault.Status(status, "upstream connect error"));
    run().fails(1, COMMAND, "its answer was lost (" + status + " upstream connect error), and");
    assertEquals(1, server.requests(STARTS).size());
  }

  @Test
  void whatWasTurnedAwayBeforeItWasLookedAtIsSentAgain() {
    server.fail(STARTS, new Fault.Status(429, ""));
    run().ok();
    assertEquals(2, server.requests(STARTS).size());
    assertEquals(1, started());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST .*/experiments", "POST .*/pipelines", "POST .*/upload_version",
      "POST .*/recurringruns", "DELETE .*/recurringruns/.*", "POST .*:disable", "POST .*:enable",
      "POST .*:terminate", "POST .*:retry"})
  void everyOtherRequestWithAnEffectIsSentOnceToo(String request) {
    server.fail(request, new Fault.AnswerLost());
    client.run("upload", "training", "--version=v1").ok();
    Object[] schedule = {"schedule", "nightly", "--pipeline=training", DATA_2015, DATA_2016,
        "--every=1d"};
    client.run(schedule).ok();
    client.run("pause", "nightly").ok();
    client.run("resume", "nightly").ok();
    client.run("unschedule", "nightly").ok();
    server.failTask("training");
    start("a");
    start("b");
    client.run("stop", "a").ok();
    client.run("status", "b", "--wait");
    client.run("retry", "b").ok();
    client.run("upload", "training", "--version=v1").ok();
    int once = request.matches(".*(experiments|pipelines|upload_version)") ? 2 : 1;
    assertEquals(once, server.requests(request).size());
    assertEquals(2, started());
  }
}
