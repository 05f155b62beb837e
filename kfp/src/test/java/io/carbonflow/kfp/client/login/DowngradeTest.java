// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.retry.RetryPolicy;
import io.carbonflow.base.tls.TestAuthority;
import io.carbonflow.kfp.client.CommandHints;
import io.carbonflow.kfp.client.ConnectionSettings;
import io.carbonflow.kfp.client.Kubeflow;
import io.carbonflow.kfp.client.transport.ClientTimeouts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A login that begins at https and leads to plain http, by whatever kind of step. Nothing is sent there.
class DowngradeTest {
  private static final String FORM = "<form method=\"post\" action=\"%s\">"
      + "<input name=\"login\" type=\"text\"><input name=\"password\" type=\"password\"></form>";
  @TempDir static Path folder;
  private static TestAuthority authority;
  private PageServer https;
  private PageServer http;

  @BeforeAll
  static void makeAuthority() throws Exception {
    authority = TestAuthority.in(folder);
  }

  @BeforeEach
  void startServers() throws Exception {
    https = new PageServer(Optional.of(authority.serverContext()));
    http = PageServer.plain();
    http.page("GET /auth/local", FORM.formatted("/login")).page("POST /login", "thanks");
  }

  @AfterEach
  void stopServers() {
    https.close();
    http.close();
  }

  private Kubeflow kubeflow(String endpoint, String door) {
    Map<String, String> environment = Map.of("KBFL_ENDPOINT", endpoint, "KBFL_URL", door,
        "KBFL_LOGIN", "u", "KBFL_PASSWORD", "pass", "KBFL_CA_CERT", authority.pem().toString());
    return new Kubeflow(ConnectionSettings.of(
        environment, Optional.empty(), Optional.empty(), Optional.empty()), environment,
        new ClientTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(30),
            new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1), RetryPolicy.Growth.LINEAR),
            Duration.ofMillis(1)),
        new CommandHints("wine", "./wine"), _ -> { });
  }

  @ParameterizedTest
  @ValueSource(strings = {"link", "redirect", "sign-in", "password", "approval"})
  void noStepLeadsFromHttpsToHttp(String step) {
    https.at("GET /apis/v2beta1/healthz", new PageServer.Page(401, "application/json", "{}"));
    String cookie = "sess=SESSION; Path=/";
    switch (step) {
      case "link" -> https.page(
          "GET /", "<a href=\"" + http.url() + "/auth/local\">Email</a>", "set-cookie", cookie);
      case "redirect" -> https.redirect("GET /", http.url() + "/auth/local", "set-cookie", cookie);
      case "sign-in" -> https.page("GET /", "<form method=\"get\" action=\"" + http.url()
          + "/start\"><input type=\"hidden\" name=\"rd\" value=\"/\"></form>", "set-cookie", cookie);
      case "password" -> https.page(
          "GET /", FORM.formatted(http.url() + "/login"), "set-cookie", cookie);
      default -> https.page("GET /", "<form method=\"post\" action=\"" + http.url() + "/approval\">"
          + "<input name=\"approval\" value=\"approve\"></form>", "set-cookie", cookie);
    }
    String told = assertThrows(
        Problem.class, () -> kubeflow(https.url(), https.url()).server()).getMessage();
    String to = switch (step) {
      case "link", "redirect" -> "/auth/local";
      case "sign-in" -> "/start";
      case "password" -> "/login";
      default -> "/approval";
    };
    assertEquals(https.url() + "/: leads from https to " + http.url() + to
        + "; have the server's own address corrected to https", told);
    assertEquals(List.of(), http.asked());
  }

  @Test
  void aCookieThatCameByHttpsIsNotShownByHttp() {
    https.page("GET /", "dashboard", "set-cookie", "sess=SESSION; Path=/");
    http.at("GET /apis/v2beta1/healthz", new PageServer.Page(401, "application/json", "{}"));
    assertThrows(Problem.class, () -> kubeflow(http.url(), https.url()).server());
    assertEquals(List.of("", ""), http.asked().stream().map(PageServer.Asked::cookie).toList());
  }

  @Test
  void anApiThatHasMovedToHttpIsNotRecommended() {
    https.redirect("GET /apis/v2beta1/healthz", http.url() + "/apis/v2beta1/healthz")
        .page("GET /", "dashboard");
    assertEquals(https.url() + ": leads from https to " + http.url() + "/apis/v2beta1/healthz"
        + "; have the server's own address corrected to https", assertThrows(
            Problem.class, () -> kubeflow(https.url(), https.url()).server()).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mailto:a@example.com", "ftp://127.0.0.1/x", "javascript:login()", "http:///x"})
  void whatIsNoAddressOfAPageIsNotGoneTo(String to) {
    http.at("GET /apis/v2beta1/healthz", new PageServer.Page(401, "application/json", "{}"))
        .page("GET /", FORM.formatted(to));
    assertEquals(http.url() + "/: the login leads to what is not an address of a page; log in by another"
        + " way, a token or a cookie, and report what page it is", assertThrows(Problem.class,
            () -> kubeflow(http.url(), http.url()).server()).getMessage());
    http.redirect("GET /apis/v2beta1/healthz", to).redirect("GET /", to);
    String told = assertThrows(
        Problem.class, () -> kubeflow(http.url(), http.url()).server()).getMessage();
    assertEquals(http.url() + "/: the login met a page that is not known here: a page without a title at "
        + http.url() + "/ (HTTP 302); log in by another way, a token or a cookie, and report what page"
        + " it is", told);
  }
}
