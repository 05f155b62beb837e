// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

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

  private static void assertWebhook(Outcome doctor, String state, String... parts) {
    DoctorLine.check(doctor, "webhook", state, parts);
  }

  @Test
  void aPodTellsTheWebhookOfARunThatFailsOnPurpose() {
    upload();
    Outcome doctor = send().ok();
    assertWebhook(doctor, "ok", "run " + NAME);
    assertTrue(doctor.err().contains("test-message: FAILED\n"), doctor.err());
    assertTrue(doctor.err().contains("notify: SUCCEEDED\n"), doctor.err());
    Outcome run = client.run("status", NAME).ok();
    assertEquals("FAILED", value(run, "state"));
    assertEquals("carbonflow-doctor", value(run, "experiment"));
    assertEquals("-", value(run, "pipeline"));
  }

  @Test
  void whatTheTaskSaysOfItsMessageIsReportedWithWhatToDo() {
    upload();
    String said = "no message was sent: the webhook answered with HTTP status 404";
    server.webhookSays(said);
    Outcome doctor = send();
    assertEquals(1, doctor.exit());
    assertWebhook(doctor, "failed", said + "; ", Notify.WEBHOOK, "secret carbonflow-webhook");
    String unset = "the run has ended as FAILED, but no message can be sent: " + Notify.WEBHOOK
        + " is not set";
    server.webhookSays(unset);
    assertWebhook(send(), "failed", unset + "; ", "secret carbonflow-webhook");
  }

  @Test
  void theImageIsThatOfTheNewestVersionUnlessOneIsNamed() {
    assertWebhook(send(), "failed", "--test-message: ", "--image=REF");
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
  void aPodThatDoesNotStartIsReportedWithItsReasonAndTheRunIsStopped() {
    upload();
    server.holdTask("test-message", "ImagePullBackOff: Back-off pulling image");
    Outcome doctor = send("--timeout=1s");
    assertWebhook(
        doctor, "failed", "run " + NAME, "1s", "ImagePullBackOff: Back-off pulling image; see ");
    assertEquals(1, server.requests("POST .*:terminate").size());
  }

  @Test
  void aRunThatCannotBeStartedIsReported() {
    upload();
    server.fail("POST .*/runs", new Fault.Status(400, "{\"message\": \"no such account\"}"));
    assertWebhook(send(), "failed", server.url() + ": ", NAME + " (400 no such account)");
  }

  @Test
  void itsOptionsHaveNoMeaningAlone() {
    client.run("doctor", "--image=a").fails(2, "carbonflow kubeflow doctor", "--image: ",
        "--test-message");
    client.run("doctor", "--timeout=5m").fails(2, "carbonflow kubeflow doctor", "--timeout: ",
        "--test-message");
  }
}
