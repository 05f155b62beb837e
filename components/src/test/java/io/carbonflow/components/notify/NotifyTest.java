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
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.FinalStatus;
import io.carbonflow.kfp.step.Terminal;
import io.carbonflow.kfp.step.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The exit handler with a webhook that is there, one that is not, and none. It runs in no pod, so it
/// knows of the run's end what the final status says.
class NotifyTest {
  private static final String SECRET = "T0KEN";
  private final List<String> posted = new CopyOnWriteArrayList<>();
  private final List<Integer> answers = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> {
      posted.add(exchange.getRequestMethod() + " " + exchange.getRequestHeaders()
          .getFirst("Content-Type") + " " + new String(exchange.getRequestBody().readAllBytes(),
          StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(answers.isEmpty() ? 200 : answers.removeFirst(), -1);
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/services/" + SECRET;
  }

  /// What the step logs.
  private String notify(String state, String message, Notice notice, Map<String, String> environment)
      throws InterruptedException {
    var shown = new ByteArrayOutputStream();
    try (Workers workers = new Workers(1)) {
      var terminal = new Terminal(
          new PrintStream(shown, true, StandardCharsets.UTF_8), false, System::nanoTime);
      Notify.run(new Notify.In(Value.of(new FinalStatus(state, "guarded", message)),
          Value.of("nightly \"7\""), Value.of("0b1c"), Value.of(notice)),
          new Context(workers, terminal.console("notify")), environment, Optional.empty());
    }
    String log = shown.toString(StandardCharsets.UTF_8);
    assertFalse(log.contains(SECRET) || log.contains("services"), log);
    return log;
  }

  private String notify(String state, Notice notice) throws InterruptedException {
    return notify(state, "", notice, Map.of(Notify.WEBHOOK, address()));
  }

  @Test
  void aFailureIsReportedWithTheRunsNameAndItsPage() throws InterruptedException {
    String log = notify("FAILED", "task clean failed: it is cold\nat the pole", Notice.FAILURE,
        Map.of(Notify.WEBHOOK, " " + address() + "\n",
            Notify.PAGES, "https://kubeflow.example.com/pipeline/"));
    assertEquals("notify: the message was sent\n", log);
    assertTrue(posted.getFirst().startsWith("POST application/json {"), posted::toString);
    JsonObject json = JsonParser.parseString(
        posted.getFirst().replaceFirst("[^{]*", "")).getAsJsonObject();
    assertEquals("""
        carbonflow: run nightly "7" has failed: task clean failed: it is cold
        https://kubeflow.example.com/pipeline/#/runs/details/0b1c\
        """, json.get("text").getAsString());
    assertEquals("nightly \"7\"", json.get("run").getAsString());
    assertEquals("FAILED", json.get("state").getAsString());
    assertEquals("https://kubeflow.example.com/pipeline/#/runs/details/0b1c",
        json.get("page").getAsString());
  }

  @Test
  void whereThePagesAreNotKnownTheIdIsReported() throws InterruptedException {
    notify("FAILED", Notice.FAILURE);
    assertTrue(posted.getFirst().contains("has failed\\nits id is 0b1c\""), posted::toString);
    assertFalse(posted.getFirst().contains("\"page\""));
  }

  /// `COMPLETE` and `RUNNING` are what Kubeflow's server has for the end of a group of tasks.
  @ParameterizedTest
  @CsvSource({"SUCCEEDED, 0, 1", "COMPLETE, 0, 1", "FAILED, 1, 1", "RUNNING, 1, 1",
      "CANCELED, 1, 1", "'', 1, 1"})
  void ofSuccessNoMessageIsSentUnlessWanted(String state, int onFailure, int always)
      throws InterruptedException {
    notify(state, Notice.NEVER);
    assertEquals(0, posted.size());
    notify(state, Notice.FAILURE);
    assertEquals(onFailure, posted.size());
    notify(state, Notice.ALWAYS);
    assertEquals(onFailure + always, posted.size());
  }

  @ParameterizedTest
  @CsvSource({"SUCCEEDED, SUCCEEDED, has ended well", "COMPLETE, SUCCEEDED, has ended well",
      "FAILED, FAILED, has failed", "CANCELED, CANCELED, was stopped",
      "RUNNING, UNKNOWN, 'has ended, and it could not be found out how'"})
  void whatIsReportedAboutARunIsOneOfFour(String state, String told, String words)
      throws InterruptedException {
    notify(state, Notice.ALWAYS);
    assertTrue(posted.getFirst().contains("\"text\":\"carbonflow: run nightly \\\"7\\\" " + words
        + "\\nits id is 0b1c\""), posted::toString);
    assertTrue(posted.getFirst().contains("\"state\":\"" + told + "\""), posted::toString);
  }

  @Test
  void whyAnEndIsNotKnownIsInTheLog() throws InterruptedException {
    assertEquals("""
        notify: it could not be found out how the run has ended: its final status is RUNNING
        notify: the message was sent
        """, notify("RUNNING", Notice.FAILURE));
  }

  @Test
  void whyNoMessageIsSentIsInTheLog() throws InterruptedException {
    assertEquals("notify: the run has ended well; no message is sent\n",
        notify("SUCCEEDED", Notice.FAILURE));
  }

  @Test
  void withoutAWebhookTheLogSaysSo() throws InterruptedException {
    for (Map<String, String> none : List.of(Map.<String, String>of(), Map.of(Notify.WEBHOOK, ""))) {
      assertEquals("notify: the run has failed; no message can be sent: CARBONFLOW_WEBHOOK is not set\n",
          notify("FAILED", "", Notice.FAILURE, none));
    }
  }

  @Test
  void aWebhookThatIsBusyIsAskedAgain() throws InterruptedException {
    answers.addAll(List.of(503, 429));
    assertEquals("notify: the message was sent\n", notify("FAILED", Notice.FAILURE));
    assertEquals(3, posted.size());
  }

  @Test
  void aWebhookThatRefusesIsNotAskedAgainAndIsNotAFailure() throws InterruptedException {
    answers.add(404);
    assertEquals("notify: no message was sent: the webhook answered with HTTP status 404\n",
        notify("FAILED", Notice.FAILURE));
    assertEquals(1, posted.size());
  }

  @Test
  void aWebhookThatIsDownIsNotAFailure() throws Exception {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertEquals("notify: no message was sent: the webhook accepts no connection, or its host is not"
        + " known\n", notify("FAILED", "", Notice.FAILURE,
        Map.of(Notify.WEBHOOK, "http://127.0.0.1:" + port + "/" + SECRET)));
    String tls = notify("FAILED", "", Notice.FAILURE,
        Map.of(Notify.WEBHOOK, address().replace("http:", "https:")));
    assertTrue(tls.startsWith("notify: no message was sent: "), tls);
  }

  @ParameterizedTest
  @ValueSource(strings = {"T0KEN", "ftp://host/T0KEN", "https:///T0KEN", "https://ho st/T0KEN"})
  void whatIsNoAddressIsNotAFailureAndNotShown(String address) throws InterruptedException {
    assertEquals("notify: no message was sent: CARBONFLOW_WEBHOOK is not an address, https://HOST/PATH\n",
        notify("FAILED", "", Notice.FAILURE, Map.of(Notify.WEBHOOK, address)));
  }

  @Test
  void authoritiesThatCannotBeReadAreReported() throws InterruptedException {
    Map<String, String> environment = new HashMap<>(Map.of(Notify.WEBHOOK, address()));
    environment.put("SSL_CERT_FILE", "/none.pem");
    assertEquals("notify: no message was sent: /none.pem: holds no certificates in PEM that can be read;"
        + " correct or unset SSL_CERT_FILE\n",
        notify("FAILED", "", Notice.FAILURE, environment));
  }
}
