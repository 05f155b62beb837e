package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  private static String line(Outcome doctor, String check) {
    return doctor.out().lines().filter(line -> line.startsWith(check + " ")).findFirst()
        .orElse("").replaceAll(" {2,}", " | ");
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
          publishing  ok       models can be published: the store minds the conditions of writes
          webhook     skipped  only a pod knows it; --test-message has one send a message
          """.formatted(server.endpoint()), client(server).run("doctor", "--bucket=s3://models",
              "--s3-endpoint=" + s3.endpoint()).ok().out());
      Outcome gone = client(server).run("doctor", "--bucket=s3://gone",
          "--s3-endpoint=" + s3.endpoint());
      assertEquals(1, gone.exit());
      assertTrue(line(gone, "bucket").contains("failed | s3://gone/carbonflow-doctor: there is no"
          + " bucket \"gone\""), gone.out());
    }
  }

  @Test
  void whatNeedsAnotherThingToBeWellIsSkipped() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.ofDex(USER, "other"), "team")) {
      Outcome doctor = client(server).run("doctor");
      assertEquals(1, doctor.exit());
      assertEquals("connection | ok | it answers, without TLS", line(doctor, "connection"));
      assertTrue(line(doctor, "login").contains("failed | " + server.url()
          + "/dex/auth/local/login: name or password are refused for user@example.com"));
      assertEquals("namespace | skipped | needs login to be well", line(doctor, "namespace"));
      assertEquals("reading | skipped | needs namespace to be well", line(doctor, "reading"));
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
      assertTrue(line(garbage, "login").startsWith("login | failed | " + server.url() + ": the login"
          + " is refused (401 Failed to check authorization."), garbage.out());
      assertEquals("reading | skipped | needs namespace to be well", line(garbage, "reading"));
      assertTrue(line(client.run("doctor"), "login").contains(": asks for a login (401 "));
      assertEquals("login | ok | the bearer token in KBFL_TOKEN",
          line(client.with("KBFL_TOKEN", "known").run("doctor").ok(), "login"));
    }
  }

  @Test
  void aLoginThatIsKnownAndMayNotReadIsTwoThings() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.ofApiServer("known"), "team")) {
      Outcome doctor = Client.of(server).with("KBFL_TOKEN", "known")
          .with("KBFL_NAMESPACE", "other").run("doctor");
      assertEquals(1, doctor.exit());
      assertEquals("login | ok | the bearer token in KBFL_TOKEN", line(doctor, "login"));
      assertTrue(line(doctor, "reading").contains("failed | " + server.url()
          + ": cannot read pipelines (403 "), doctor.out());
    }
  }

  @Test
  void aServerOfASingleUserAsksForNoLogin() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.open())) {
      String asked = "; Kubeflow for a single user asks for none, at most a gateway before it does";
      assertEquals("login | ok | no login" + asked, line(Client.of(server).run("doctor"), "login"));
      assertEquals("login | ok | the bearer token in KBFL_TOKEN" + asked,
          line(Client.of(server).with("KBFL_TOKEN", "any").run("doctor"), "login"));
    }
  }

  @Test
  void severalNamespacesHaveToBeChosenFrom() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.open(), "one", "two")) {
      Outcome doctor = Client.of(server).run("doctor");
      assertTrue(line(doctor, "namespace").endsWith("everything belongs to a namespace there, and"
          + " none is named; set KBFL_NAMESPACE or give --namespace, one of one, two"));
      assertEquals("namespace | ok | two",
          line(Client.of(server).run("doctor", "--namespace=two").ok(), "namespace"));
      Outcome foreign = Client.of(server).with("KBFL_NAMESPACE", "three").run("doctor");
      assertTrue(line(foreign, "reading").contains("failed | " + server.url()
          + ": cannot read pipelines (403 User 'user@example.com' is not authorized"));
    }
  }

  @Test
  void aReleaseThatIsTooOldIsNamed() throws Exception {
    try (KubeflowServer server = KubeflowServer.start(Gate.open())) {
      server.fail("GET .*healthz", new Fault.Slow(java.time.Duration.ofMillis(1)));
      server.fail("GET .*healthz", new Fault.Status(200, "{\"apiServerTagName\": \"1.8.5\"}"));
      Outcome doctor = Client.of(server).run("doctor");
      assertEquals("release | failed | 1.8.5 cannot run pipelines of schema 2.1.0; have it updated",
          line(doctor, "release"));
      assertEquals(1, doctor.exit());
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsToldOnce() throws Exception {
    KubeflowServer server = KubeflowServer.start(Gate.open());
    server.close();
    Outcome doctor = Client.of(server).run("doctor");
    assertEquals(1, doctor.exit());
    assertTrue(line(doctor, "connection").contains("failed | " + server.url()
        + ": no connection is accepted"), doctor.out());
    assertEquals("login | skipped | needs connection to be well", line(doctor, "login"));
  }
}
