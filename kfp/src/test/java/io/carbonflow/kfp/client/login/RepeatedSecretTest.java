// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.retry.RetryPolicy;
import io.carbonflow.kfp.client.CommandHints;
import io.carbonflow.kfp.client.ConnectionSettings;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.transport.ClientTimeouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Servers that repeat in their answers what they were sent: it is in no message and in no log.
class RepeatedSecretTest {
  private static final String HEALTH = "GET /apis/v2beta1/healthz";
  private static final String TOKEN = "eyJhbGciOi.T0KEN/x+y==";
  private static final String PASSWORD = "pass w&rd";
  private final List<String> journal = new CopyOnWriteArrayList<>();
  private PageServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = PageServer.plain();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private String told(String... login) {
    Map<String, String> environment = new HashMap<>(Map.of("KBFL_ENDPOINT", server.url()));
    for (int i = 0; i < login.length; i += 2) {
      environment.put(login[i], login[i + 1]);
    }
    try (Kubeflow kubeflow = new Kubeflow(ConnectionSettings.of(
        environment, Optional.empty(), Optional.empty(), Optional.empty()), environment,
        new ClientTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(30),
            new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1), RetryPolicy.Growth.LINEAR),
            Duration.ofMillis(1)), new CommandHints("wine", "./wine"), journal::add)) {
      String told = assertThrows(Problem.class, kubeflow::server).getMessage();
      for (String secret : List.of("T0KEN", "SESSION", PASSWORD, "pass+w%26rd", "pass%20w%26rd")) {
        assertFalse((told + journal).contains(secret), told + journal);
      }
      return told;
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '!', value = {
      "401! text/plain! token %s is not known! (401 token … is not known)",
      "403! application/json! {\"message\": \"no right for %s\"}! (403 no right for …)",
      "500! application/json! {\"error\": \"%s\"}! (500 …)",
      "500! application/json! {\"message\": \"eyJhbGciOi.T0KEN\\/x+y\\u003d=\"}! (500 …)",
      "503! text/plain! upstream refused %s! (503 upstream refused …)",
  })
  void aTokenInAnErrorIsMasked(int status, String type, String text, String shown) {
    server.at(HEALTH, new PageServer.Page(status, type, text.replace("%s", TOKEN)));
    String told = told("KBFL_TOKEN", TOKEN);
    assertTrue(told.contains(shown), told);
  }

  @Test
  void aTokenThatAnErrorIsCutInTheMiddleOfIsMasked() {
    server.at(HEALTH, new PageServer.Page(500, "text/plain", "x".repeat(390) + TOKEN + "z".repeat(90)));
    String told = told("KBFL_TOKEN", TOKEN);
    assertTrue(told.contains("xx…zzzzzzzzz…)"), told);
  }

  @Test
  void aBrowsersCookieIsMasked() {
    server.at(HEALTH, new PageServer.Page(500, "text/plain", "bad cookie SESSION-1234|5"));
    String told = told("KBFL_COOKIE", "lang=en; oauth2_proxy=SESSION-1234|5");
    assertTrue(told.contains("(500 bad cookie …)"), told);
  }

  @Test
  void aRedirectThatRepeatsTheTokenIsShownWithoutIt() {
    server.redirect(HEALTH, "/login/" + TOKEN);
    String told = told("KBFL_TOKEN", TOKEN);
    assertTrue(told.contains("a redirect to " + server.url() + "/login/…)"), told);
  }

  @Test
  void pagesOfALoginThatRepeatPasswordAndSessionAreReportedWithoutThem() {
    server.redirect(HEALTH, "/door", "set-cookie", "s=SESSION-1234; Path=/")
        .page("GET /", "<form method=\"post\" action=\"/login\"><input name=\"login\" type=\"text\">"
            + "<input name=\"password\" type=\"password\"></form>", "set-cookie", "s=SESSION-1234; Path=/")
        .redirect("POST /login", "/after/pass%20w%26rd")
        .page("GET /after/pass w&rd", "<title>Hello SESSION-1234, " + PASSWORD.replace("&", "&amp;")
            + "</title>");
    assertEquals(server.url() + "/: the login met a page that is not known here: \"Hello …, …\" at "
        + server.url() + "/after/… (HTTP 200); log in by another way, a token or a cookie, and report"
        + " what page it is", told("KBFL_LOGIN", "u", "KBFL_PASSWORD", PASSWORD));
    assertTrue(journal.toString().contains("/after/…: 200"), journal::toString);
  }
}
