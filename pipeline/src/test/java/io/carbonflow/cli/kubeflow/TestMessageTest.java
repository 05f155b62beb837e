package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.cli.CarbonflowProgram.Outcome;
import io.carbonflow.components.notify.Notify;
import io.carbonflow.kfp.client.server.Fault;
import org.junit.jupiter.api.Test;

/// `doctor --test-message`. How a real server answers a run whose pipeline goes with the request has not
/// been recorded; the server of the tests takes it as the real one's code does.
class TestMessageTest extends ServerTest {
  private static final String NAME = "carbonflow-doctor 2026-01-05T08:00:00Z";

  private Outcome send(String... more) {
    Object[] args = new Object[more.length + 2];
    args[0] = "doctor";
    args[1] = "--test-message";
    System.arraycopy(more, 0, args, 2, more.length);
    return client.run(args);
  }

  private static String webhook(Outcome doctor) {
    return doctor.out().lines().filter(line -> line.startsWith("webhook ")).findFirst()
        .orElse("").replaceAll(" {2,}", " | ");
  }

  @Test
  void aPodTellsTheWebhookOfARunThatFailsOnPurpose() {
    upload();
    Outcome doctor = send().ok();
    assertEquals("webhook | ok | the webhook was told, by run " + NAME + ", which fails on purpose",
        webhook(doctor));
    assertTrue(doctor.err().contains("test-message: FAILED\n"), doctor.err());
    assertTrue(doctor.err().contains("notify: SUCCEEDED\n"), doctor.err());
    Outcome run = client.run("status", NAME).ok();
    assertEquals("FAILED", value(run, "state"));
    assertEquals("carbonflow-doctor", value(run, "experiment"));
    assertEquals("-", value(run, "pipeline"));
  }

  @Test
  void whatTheTaskSaysOfItsMessageIsToldWithWhatToDo() {
    upload();
    server.webhookSays("nobody was told: the webhook answered with HTTP status 404");
    Outcome doctor = send();
    assertEquals(1, doctor.exit());
    assertEquals("webhook | failed | nobody was told: the webhook answered with HTTP status 404;"
        + " correct CARBONFLOW_WEBHOOK in the secret carbonflow-webhook of the namespace",
        webhook(doctor));
    server.webhookSays("the run has ended as FAILED, but nobody can be told: " + Notify.WEBHOOK
        + " is not set");
    assertTrue(webhook(send()).startsWith("webhook | failed | the run has ended as FAILED, but nobody"
        + " can be told: CARBONFLOW_WEBHOOK is not set; correct"));
  }

  @Test
  void theImageIsThatOfTheNewestVersionUnlessOneIsNamed() {
    assertTrue(webhook(send()).contains("failed | --test-message: no pipeline of carbonflow's is"
        + " uploaded, so it is not known which image to take; give --image=REF"));
    client.run("upload", "training-compact", "--image=registry.example/one:1").ok();
    client.run("upload", "inference", "--image=registry.example/two:2").ok();
    send().ok();
    assertTrue(server.lastRun().toString().contains("\"image\":\"registry.example/two:2\""));
    send("--image=registry.example/mine:3", "--service-account=carbonflow-runner").ok();
    String run = server.lastRun().toString();
    assertTrue(run.contains("\"image\":\"registry.example/mine:3\""), run);
    assertTrue(run.contains("\"service_account\":\"carbonflow-runner\""), run);
    assertTrue(run.contains("\"secretName\":\"carbonflow-webhook\""), run);
  }

  @Test
  void aPodThatDoesNotStartIsToldWithItsReasonAndTheRunIsStopped() {
    upload();
    server.holdTask("test-message", "ImagePullBackOff: Back-off pulling image");
    Outcome doctor = send("--timeout=1s");
    assertTrue(webhook(doctor).startsWith("webhook | failed | run " + NAME + " has not ended within"
        + " 1s and is being stopped; test-message waits: ImagePullBackOff: Back-off pulling image;"
        + " see "), webhook(doctor));
    assertEquals(1, server.requests("POST .*:terminate").size());
  }

  @Test
  void aRunThatCannotBeStartedIsTold() {
    upload();
    server.fail("POST .*/runs", new Fault.Status(400, "{\"message\": \"no such account\"}"));
    String told = webhook(send());
    assertTrue(told.contains("failed | " + server.url() + ": cannot start run " + NAME
        + " (400 no such account)"), told);
  }

  @Test
  void itsOptionsHaveNoMeaningAlone() {
    client.run("doctor", "--image=a").fails(2, "carbonflow kubeflow doctor",
        "--image: has no meaning without --test-message");
    client.run("doctor", "--timeout=5m").fails(2, "carbonflow kubeflow doctor",
        "--timeout: has no meaning without --test-message");
  }
}
