// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.kfp.client.server.Gate;
import org.junit.jupiter.api.Test;

/// Tokens and cookies, and which of them counts.
class LoginTest extends LoginFixture {

  @Test
  void theServiceAccountsTokenFileComesFirst() throws Exception {
    Client client = start(Gate.ofToken(TOKEN));
    runs(client.with("KF_PIPELINES_SA_TOKEN_PATH", secret("token", TOKEN + "\n"))
        .with("KBFL_TOKEN", "another")).ok();
    assertEquals(1, server.requests("GET .*healthz").size(), "the first way was the right one");
    fails(client.with("KF_PIPELINES_SA_TOKEN_PATH", folder.resolve("none")), folder
        + "/none: there is no such file; correct or unset KF_PIPELINES_SA_TOKEN_PATH");
  }

  @Test
  void aTokenThatKubernetesHasRenewedIsReadAgain() throws Exception {
    Path file = secret("token", "old");
    Client client = start(Gate.ofToken(TOKEN)).with("KF_PIPELINES_SA_TOKEN_PATH", file);
    server.onRequest("GET .*healthz", () -> {
      try {
        Files.writeString(file, TOKEN);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    });
    runs(client).ok();
    assertEquals(2, server.requests("GET .*healthz").size());
  }

  @Test
  void aBearerTokenComesFromAVariableOrAFile() throws Exception {
    Client client = start(Gate.ofToken(TOKEN));
    runs(client.with("KBFL_TOKEN", TOKEN)).ok();
    runs(client.with("KBFL_TOKEN_FILE", secret("token", TOKEN))).ok();
    fails(client.with("KBFL_TOKEN", "wrong"), "the login is refused (401 Jwt verification fails);"
        + " tried: the bearer token in KBFL_TOKEN; renew it or take another way: set"
        + " KF_PIPELINES_SA_TOKEN_PATH,");
    fails(client.with("KBFL_TOKEN_FILE", secret("token", "two\nlines")),
        "token: holds no secret on a single line; correct it");
    fails(client.with("KBFL_TOKEN", TOKEN + "…"),
        "KBFL_TOKEN: holds characters that no token or cookie has; correct it");
  }

  @Test
  void aCookieIsTakenFromABrowserAndAnExpiredOneGivesWayToTheForm() throws Exception {
    Client client = start(Gate.ofDex(USER, PASSWORD));
    Client cookie = client.with("KBFL_COOKIE", server.gate().session());
    runs(cookie).ok();
    server.gate().expire();
    fails(cookie, "the login is refused (401); tried: the cookie in KBFL_COOKIE; renew it");
    runs(cookie.with("KBFL_LOGIN", USER).with("KBFL_PASSWORD", PASSWORD)).ok();
  }

  @Test
  void withoutALoginOneIsAskedFor() throws Exception {
    Client client = start(Gate.ofDex(USER, PASSWORD));
    String ways = "; set KF_PIPELINES_SA_TOKEN_PATH, KBFL_TOKEN or KBFL_COOKIE, or KBFL_LOGIN and"
        + " KBFL_PASSWORD";
    fails(client, server.url() + ": asks for a login (401)" + ways);
    server.gate().redirecting = true;
    fails(client, server.url() + ": asks for a login (302, a redirect to " + server.url()
        + "/oauth2/start)" + ways);
  }
}
