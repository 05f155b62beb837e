// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.tls.TestAuthority;
import io.carbonflow.kfp.kubernetes.KubernetesApi;
import io.carbonflow.kfp.kubernetes.KubernetesServer;
import io.carbonflow.kfp.kubernetes.KubernetesServer.Reply;
import io.carbonflow.kfp.kubernetes.ServiceAccount;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FinalStatus;
import io.carbonflow.kfp.step.Terminal;
import io.carbonflow.kfp.step.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The exit handler in a pod, which reads its own workflow from Kubernetes. The workflows are those that
/// a real Kubeflow 2.17 has left, set back to the time at which the exit task ran ([Unfinished]); the
/// final status is the one Kubeflow's server gives.
class OwnRunTest {
  private static final String LOG = """
      merge: reading s3://models/none.csv
      carbonflow merge: s3://models/none.csv: there is no such object; correct --data-2015
      F1128 18:31:20.000000      18 main.go:57] failed to execute component: exit status 1
      """;
  @TempDir private static Path authority;
  private static TestAuthority signer;
  @TempDir private Path folder;
  private final List<String> posted = new CopyOnWriteArrayList<>();
  private HttpServer webhook;
  private KubernetesServer kubernetes;

  @BeforeAll
  static void makeAuthority() throws Exception {
    signer = TestAuthority.in(authority);
  }

  @BeforeEach
  void startServers() throws Exception {
    kubernetes = new KubernetesServer(signer, folder.resolve("account"), "kubeflow");
    webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    webhook.createContext("/", exchange -> {
      posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    });
    webhook.start();
  }

  @AfterEach
  void stopServers() {
    webhook.stop(0);
    kubernetes.close();
  }

  /// What the step logs.
  private String notify(FinalStatus ended, Notice notice, KubernetesApi api)
      throws InterruptedException {
    var shown = new ByteArrayOutputStream();
    try (Workers workers = new Workers(1)) {
      var terminal = new Terminal(
          new PrintStream(shown, true, StandardCharsets.UTF_8), false, System::nanoTime);
      Notify.run(new Notify.In(Value.of(ended), Value.of("nightly"), Value.of("0b1c"),
          Value.of(notice)), new Context(workers, terminal.console("notify")),
          Map.of(Notify.WEBHOOK, "http://127.0.0.1:" + webhook.getAddress().getPort()),
          Optional.of(api));
    }
    String log = shown.toString(StandardCharsets.UTF_8);
    assertFalse(log.contains(KubernetesServer.TOKEN), log);
    return log;
  }

  private String notify(String state, Notice notice) throws InterruptedException {
    return notify(new FinalStatus(state, "guarded", "", "run-x"), notice, kubernetes.api());
  }

  private void workflow(Reply... replies) {
    kubernetes.at("/apis/argoproj.io/v1alpha1/namespaces/kubeflow/workflows/run-x", replies);
  }

  private void workflow(JsonObject manifest) {
    workflow(Reply.of(200, manifest.toString()));
  }

  private void log(String pod, Reply reply) {
    kubernetes.at("/api/v1/namespaces/kubeflow/pods/" + pod + "/log", reply);
  }

  /// The message to the webhook, except for the run and its id.
  private JsonObject told() {
    assertEquals(1, posted.size(), posted::toString);
    JsonObject message = JsonParser.parseString(posted.getFirst()).getAsJsonObject();
    assertEquals("nightly", message.remove("run").getAsString());
    assertEquals("0b1c", message.remove("run_id").getAsString());
    return message;
  }

  /// Checks how the run is told to have ended, and as far as it failed which task did and why.
  private void assertTold(String state, String task, String reason) {
    JsonObject told = told();
    String text = told.remove("text").getAsString();
    assertTrue(text.contains(task) && text.contains(reason), text);
    Map<String, String> expected = new TreeMap<>(
        Map.of("state", state, "task", task, "reason", reason));
    expected.values().removeIf(String::isEmpty);
    assertEquals(expected, told.asMap().entrySet().stream().collect(
        Collectors.toMap(Map.Entry::getKey, field -> field.getValue().getAsString())));
  }

  /// Checks that the run has ended well, for which no message is sent.
  private void assertNobodyIsTold(String log) {
    assertEquals(List.of(), posted);
    assertEquals(1, log.lines().count(), log);
  }

  @ParameterizedTest
  @ValueSource(strings = {"training-succeeded", "inference-succeeded", "monitoring-not-degraded"})
  void aRunThatEndedWellTendsNoMessageUnlessWantedThoughKubeflowSaysRunning(String name)
      throws Exception {
    workflow(Unfinished.recorded(name));
    assertNobodyIsTold(notify("RUNNING", Notice.FAILURE));
    notify("RUNNING", Notice.ALWAYS);
    assertTold("SUCCEEDED", "", "");
    assertEquals("GET /apis/argoproj.io/v1alpha1/namespaces/kubeflow/workflows/run-x",
        kubernetes.asked().getFirst());
  }

  @Test
  void aFailedTaskIsReportedWithItsOwnLastLine() throws Exception {
    workflow(Unfinished.recorded("training-failed-in-merge"));
    log("training-gcnlk-retry-system-container-impl-4284688179", Reply.of(200, LOG));
    assertEquals("notify: the message was sent\n", notify("RUNNING", Notice.FAILURE));
    JsonObject told = told();
    assertEquals("carbonflow: run nightly has failed: merge: carbonflow merge:"
        + " s3://models/none.csv: there is no such object; correct --data-2015\nits id is 0b1c",
        told.get("text").getAsString());
    assertEquals("FAILED", told.get("state").getAsString());
    assertEquals("merge", told.get("task").getAsString());
    assertEquals("carbonflow merge: s3://models/none.csv: there is no such object; correct"
        + " --data-2015", told.get("reason").getAsString());
    assertEquals("GET /api/v1/namespaces/kubeflow/pods/training-gcnlk-retry-system-container-impl-"
        + "4284688179/log?container=main&tailLines=50&limitBytes=1048576",
        kubernetes.asked().getLast());
  }

  @Test
  void aTaskThatWasKilledForItsMemoryIsToldSo() throws Exception {
    workflow(Unfinished.recorded("merge-killed-for-memory"));
    notify("RUNNING", Notice.FAILURE);
    assertTold("FAILED", "merge", "main: OOMKilled (exit code 137)");
  }

  /// What Kubernetes says of the log of a container that was never started is from its source
  /// (kubelet_pods.go, validateContainerLogStatus).
  @ParameterizedTest
  @CsvSource({"task-deadline, probe-slow-pod-deadline-dx4jz-system-container-impl-2293953852",
      "image-missing-deadline, probe-image-pod-deadline-xq5c2-system-container-impl-1891942391"})
  void aTaskThatWasEndedByItsDeadlineIsToldSo(String name, String pod) throws Exception {
    workflow(Unfinished.recorded(name));
    log(pod, Reply.refusal(400, "BadRequest", "container \"main\" in pod \"x\" is waiting to start:"
        + " trying and failing to pull image"));
    assertEquals("""
        notify: the log of work cannot be read: Kubernetes answers 400: container "main" in pod "x" is \
        waiting to start: trying and failing to pull image
        notify: the message was sent
        """, notify("RUNNING", Notice.FAILURE));
    assertTold("FAILED", "work", "Pod was active on the node longer than the specified deadline");
  }

  /// The driver's log was not recorded; its last line has the form of its source (`glog.Exitf`).
  @Test
  void aDriverThatFailedIsReportedWithItsReason() throws Exception {
    workflow(Unfinished.recorded("driver-failed"));
    log("probe-driver-fails-r8fd5-system-container-driver-2446909174", Reply.of(200,
        "F1128 23:25:00.000000      18 main.go:127] KFP driver: driver.Container(x) failed: why\n"));
    notify("RUNNING", Notice.FAILURE);
    assertTold("FAILED", "work", "KFP driver: driver.Container(x) failed: why");
  }

  @Test
  void ofALoopTheRoundIsToldThatFailed() throws Exception {
    workflow(Unfinished.recorded("loop-second-round-failed"));
    log("probe-loop-jzftw-system-container-impl-2981620052", Reply.of(200, "no such table\n"));
    notify(new FinalStatus("RUNNING", "repeat", "", "run-x"), Notice.FAILURE, kubernetes.api());
    assertTold("FAILED", "work, 2 of 3", "no such table");
  }

  @Test
  void whereTheLogMayNotBeReadTheReasonIsReportedWithoutIt() throws Exception {
    workflow(Unfinished.recorded("training-failed-in-merge"));
    log("training-gcnlk-retry-system-container-impl-4284688179", Reply.refusal(403, "Forbidden",
        "pods \"x\" is forbidden"));
    assertEquals("""
        notify: the log of merge cannot be read: Kubernetes answers 403: pods "x" is forbidden
        notify: the message was sent
        """, notify("RUNNING", Notice.FAILURE));
    assertTold("FAILED", "merge", "main: Error (exit code 1)");
  }

  /// No exit task gets to see these: it is stopped too. The recording lacks the deadline that Kubeflow
  /// sets (resource_manager.go, TerminateWorkflow), and has Argo's word that it is the run's start.
  @Test
  void aStopIsToldApartFromAFailure() throws Exception {
    JsonObject manifest = Unfinished.recorded("unschedulable-then-stopped");
    workflow(manifest);
    notify("RUNNING", Notice.FAILURE);
    assertTold("CANCELED", "", "");
    posted.clear();
    manifest.getAsJsonObject("status").addProperty("message", "");
    workflow(manifest);
    notify("RUNNING", Notice.FAILURE);
    assertTold("FAILED", "training", "Step exceeded its deadline");
    posted.clear();
    manifest.add("spec", JsonParser.parseString("{\"activeDeadlineSeconds\": 0}"));
    workflow(manifest);
    notify("RUNNING", Notice.FAILURE);
    assertTold("CANCELED", "", "");
  }

  @Test
  void aRetryThatMadeAFailureGoodIsNone() throws Exception {
    JsonObject manifest = Unfinished.recorded("training-failed-in-merge");
    Unfinished.each(manifest, node -> {
      if (!node.get("type").getAsString().equals("Pod")
          && node.get("phase").getAsString().equals("Failed")) {
        node.addProperty("phase", "Succeeded");
      }
    });
    workflow(manifest);
    assertNobodyIsTold(notify("FAILED", Notice.FAILURE));
  }

  @Test
  void aServerThatIsAwayForAMomentIsAskedAgain() throws Exception {
    workflow(Reply.of(500, ""), Reply.of(200, Unfinished.recorded("inference-succeeded").toString()));
    assertNobodyIsTold(notify("RUNNING", Notice.FAILURE));
  }

  @ParameterizedTest
  @CsvSource({"COMPLETE, ''", "SUCCEEDED, ''", "FAILED, FAILED", "RUNNING, UNKNOWN"})
  void whereTheWorkflowMayNotBeReadTheFinalStatusIsTakenAsFarAsItSays(String state, String told)
      throws Exception {
    workflow(Reply.refusal(403, "Forbidden", "workflows.argoproj.io \"run-x\" is forbidden"));
    String log = notify(state, Notice.FAILURE);
    assertTrue(log.startsWith("notify: the run's workflow cannot be read: Kubernetes answers 403:"
        + " workflows.argoproj.io \"run-x\" is forbidden\n"), log);
    if (told.isEmpty()) {
      assertEquals(List.of(), posted);
    } else {
      assertTold(told, "", "");
    }
  }

  /// A workflow whose nodes are in Argo's database could not be recorded; the field is that of Argo's
  /// `workflow_types.go`.
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "{}|Kubernetes' answer is not a workflow",
      "<html>|Kubernetes' answer is not a workflow",
      "{\"status\": {\"offloadNodeStatusVersion\": \"fnv:1\"}}|Argo keeps its nodes in a database",
      "{\"status\": {}}|it has no part 'guarded'",
      "{\"status\": {\"nodes\": {\"a\": {\"name\": \".onExit\"}}}}|it has no part 'guarded'",
      "{\"status\": {\"message\": \"exceeded workflow deadline 2026-99-99 99:99:99 +0000\"}}|"
          + "it has no part 'guarded'",
      "{\"status\": {\"compressedNodes\": \"H4sI\"}, \"metadata\": {\"name\": \"w\"}}|"
          + "workflow w: its nodes, which Argo has compressed, cannot be read: they are not whole;"
          + " look at the run's page"})
  void whateverTheAnswerHoldsTheExitTaskEndsWell(String answer, String why) throws Exception {
    workflow(Reply.of(200, answer));
    String log = notify("RUNNING", Notice.FAILURE);
    assertTrue(log.lines().findFirst().orElseThrow().endsWith(": " + why), log);
    assertEquals(3, log.lines().count(), log);
    assertTold("UNKNOWN", "", "");
  }

  @Test
  void aPartThatHasNotEndedIsNotCalledWell() throws Exception {
    JsonObject manifest = Unfinished.recorded("inference-succeeded");
    Consumer<JsonObject> running = node -> {
      if (node.get("name").getAsString().endsWith(".guarded")) {
        node.addProperty("phase", "Running");
      }
    };
    Unfinished.each(manifest, running);
    workflow(manifest);
    assertTrue(notify("RUNNING", Notice.FAILURE).startsWith(
        "notify: the run's workflow cannot be read: it says that 'guarded' is RUNNING\n"));
  }

  @Test
  void aPodWithoutAnAccountAndARunWithoutAWorkflowTakeTheFinalStatus() throws IOException,
      InterruptedException {
    var none = new KubernetesApi(kubernetes.api().address(),
        new ServiceAccount(folder.resolve("none")), kubernetes.api().patience());
    assertTrue(notify(new FinalStatus("FAILED", "guarded", "it is cold", "run-x"), Notice.FAILURE,
        none).startsWith("notify: the run's workflow cannot be read: the pod has no account"));
    assertTold("FAILED", "", "it is cold");
    assertTrue(notify(new FinalStatus("COMPLETE", "guarded", ""), Notice.FAILURE, kubernetes.api())
        .startsWith("notify: the run's workflow cannot be read: the final status does not name it"));
    assertTrue(notify(new FinalStatus("COMPLETE", "guarded", "", "../x"), Notice.FAILURE,
        kubernetes.api()).contains("'../x' is not a name in Kubernetes"));
    assertEquals(List.of(), kubernetes.asked());
  }
}
