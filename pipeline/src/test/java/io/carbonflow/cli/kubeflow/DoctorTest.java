// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.carbonflow.cli.CarbonflowProgram.Outcome;
import io.carbonflow.kfp.client.server.Fault;
import io.carbonflow.kfp.client.server.Gate;
import io.carbonflow.kfp.client.server.KubeflowServer;
import io.carbonflow.store.S3Server;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private static final String USER = "user@example.com";

  private static Client client(KubeflowServer server) {
    return Client.of(server).with("KBFL_LOGIN", USER).with("KBFL_PASSWORD", "secret");
  }

  @Test
  void aHealthyServerWithItsBucket() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.ofDex(USER, "secret"), "team");
        S3Server s3 = S3Server.inMemory().bucket("models")) {
      S3Server.useCredentials();
      assertEquals("""
          endpoint    ok       %s (KBFL_ENDPOINT)
          connection  ok       it answers, without TLS
          login       ok       the login form as user@example.com
          release     ok       2.17.0, for many users
          namespace   ok       team
          reading     ok       pipelines, experiments, runs and schedules
          creating    skipped  Kubeflow tells only those who try; upload a pipeline
          secret      skipped  Kubeflow shows no secrets; kubectl get secret s3-credentials -n team
          schedules   ok       none is enabled
          runs        ok       none is going on
          bucket      ok       s3://models can be read with the credentials of this machine
          publishing  ok       models can be published: the store supports conditional writes
          webhook     skipped  only a pod knows it; --test-message has one send a message
          """.formatted(server.endpoint()), client(server).run("doctor", "--bucket=s3://models",
              "--s3-endpoint=" + s3.endpoint()).ok().out());
      Outcome gone = client(server).run("doctor", "--bucket=s3://gone",
          "--s3-endpoint=" + s3.endpoint());
      assertEquals(1, gone.exit());
      DoctorLine.check(gone, "bucket", "failed", "s3://gone/carbonflow-doctor: ");
    }
  }

  @Test
  void whatNeedsAnotherThingToBeWellIsSkipped() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.ofDex(USER, "other"), "team")) {
      Outcome doctor = client(server).run("doctor");
      assertEquals(1, doctor.exit());
      DoctorLine.check(doctor, "connection", "ok");
      DoctorLine.check(doctor, "login", "failed", server.url() + "/dex/auth/local/login: ", USER);
      DoctorLine.check(doctor, "namespace", "skipped", "login");
      DoctorLine.check(doctor, "reading", "skipped", "namespace");
      assertEquals("", doctor.err());
    }
  }

  @Test
  void aTokenThatTheApiServerDoesNotKnowIsRefusedThoughItTellsItsHealth() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.ofApiServer("known"), "team")) {
      Client client = Client.of(server).with("KBFL_ENDPOINT", server.direct())
          .with("KBFL_NAMESPACE", "team");
      Outcome garbage = client.with("KBFL_TOKEN", "garbage").run("doctor");
      assertEquals(1, garbage.exit());
      DoctorLine.check(garbage, "login", "failed", server.url() + ": ", "refused", "(401 ");
      DoctorLine.check(garbage, "reading", "skipped", "namespace");
      DoctorLine.check(client.run("doctor"), "login", "failed", server.url() + ": ", "asks", "(401 ");
      DoctorLine.check(client.with("KBFL_TOKEN", "known").run("doctor").ok(), "login", "ok", "KBFL_TOKEN");
    }
  }

  @Test
  void aLoginThatIsKnownAndMayNotReadIsTwoThings() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.ofApiServer("known"), "team")) {
      Outcome doctor = Client.of(server).with("KBFL_TOKEN", "known")
          .with("KBFL_NAMESPACE", "other").run("doctor");
      assertEquals(1, doctor.exit());
      DoctorLine.check(doctor, "login", "ok", "KBFL_TOKEN");
      DoctorLine.check(doctor, "reading", "failed", server.url() + ": ", "pipelines", "(403 ");
    }
  }

  @Test
  void aServerOfASingleUserAsksForNoLogin() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.open())) {
      DoctorLine.check(Client.of(server).run("doctor"), "login", "ok", "no login", "single user");
      DoctorLine.check(Client.of(server).with("KBFL_TOKEN", "any").run("doctor"), "login", "ok",
          "KBFL_TOKEN", "single user");
    }
  }

  @Test
  void severalNamespacesHaveToBeChosenFrom() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.open(), "one", "two")) {
      Outcome doctor = Client.of(server).run("doctor");
      DoctorLine.check(doctor, "namespace", "failed", "KBFL_NAMESPACE", "--namespace", "one, two");
      assertEquals(new DoctorLine("ok", "two"),
          DoctorLine.of(Client.of(server).run("doctor", "--namespace=two").ok(), "namespace"));
      Outcome foreign = Client.of(server).with("KBFL_NAMESPACE", "three").run("doctor");
      DoctorLine.check(foreign, "reading", "failed", server.url() + ": ", "pipelines", "(403 ", USER);
    }
  }

  @Test
  void aReleaseThatIsTooOldIsNamed() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.open())) {
      server.fail("GET .*healthz", new Fault.Slow(java.time.Duration.ofMillis(1)));
      server.fail("GET .*healthz", new Fault.Status(200, "{\"apiServerTagName\": \"1.8.5\"}"));
      Outcome doctor = Client.of(server).run("doctor");
      DoctorLine.check(doctor, "release", "failed", "1.8.5", "2.1.0");
      assertEquals(1, doctor.exit());
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsReportedOnce() throws Exception {
    KubeflowServer server = KubeflowServer.start(Gate.open());
    server.close();
    Outcome doctor = Client.of(server).run("doctor");
    assertEquals(1, doctor.exit());
    DoctorLine.check(doctor, "connection", "failed", server.url() + ": ");
    DoctorLine.check(doctor, "login", "skipped", "connection");
  }
}
