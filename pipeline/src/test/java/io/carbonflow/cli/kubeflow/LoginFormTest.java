// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.carbonflow.kfp.client.server.Fault;
import io.carbonflow.kfp.client.server.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Name and password in the form of Dex, with oauth2-proxy in front.
class LoginFormTest extends LoginFixture {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theFormIsFilledInWhateverStandsBeforeIt(boolean all) throws Exception {
    Client client = startDex();
    server.gate().approving = all;
    server.gate().choosing = all;
    server.gate().redirecting = !all;
    runs(client).ok();
    assertEquals(1, server.requests("POST /dex/auth/local/login").size());
    assertEquals(all ? 1 : 0, server.requests("POST /dex/approval").size());
  }

  @Test
  void thePasswordMayBeInAFile() throws Exception {
    Client client = start(Gate.ofDex(USER, PASSWORD)).with("KBFL_LOGIN", USER);
    runs(client.with("KBFL_PASSWORD_FILE", secret("password", PASSWORD + "\n"))).ok();
    fails(client, "KBFL_PASSWORD: is not set, but KBFL_LOGIN is; set both, or neither");
  }

  @Test
  void aSessionThatEndsMeanwhileIsRenewedOnceAndTheRequestRepeated() throws Exception {
    Client client = startDex();
    client.run("upload", "training-compact").ok();
    for (String request : new String[] {"GET .*/pipelines/names/.*", "POST .*/runs"}) {
      server.onRequest(request, server.gate()::expire);
    }
    client.run("run", "training-compact", "--param=data_2015=a", "--param=data_2016=b").ok();
    assertEquals(2, server.requests("POST .*/runs").size(), "the first was not let in");
    assertEquals(1, client.run("runs").ok().out().lines().skip(1).count());
  }

  @Test
  void aLoginThatBreaksOffIsTriedAgainAndTheRequestIsNotTakenForSent() throws Exception {
    Client client = startDex();
    client.run("upload", "training-compact").ok();
    server.onRequest("POST .*/runs", server.gate()::expire);
    // One login for the command itself comes before.
    server.onRequest("GET .*/pipelines/names/.*", () -> server
        .fail("GET /dex/auth", new Fault.Status(503, "no healthy upstream"))
        .fail("GET /dex/approval", new Fault.CutOff()));
    client.run("run", "training-compact", "--param=data_2015=a", "--param=data_2016=b").ok();
    assertEquals(1, client.run("runs").ok().out().lines().skip(1).count());
  }

  @Test
  void aWrongPasswordIsReportedAsSuchAndNotTriedAgain() throws Exception {
    Client client = startDex().with("KBFL_PASSWORD", "wrong");
    fails(client, server.url() + "/dex/auth/local/login: name or password are refused for " + USER
        + "; correct KBFL_LOGIN and KBFL_PASSWORD");
    assertEquals(1, server.requests("POST /dex/.*").size());
  }

  @Test
  void anUnknownPageIsNamedByTitleAndAddressAndNotShown() throws Exception {
    Client client = startDex();
    server.gate().secondFactor = true;
    fails(client, "the login met a page that is not known here: \"Two-factor authentication\" at "
        + server.url() + "/dex/auth/local/login (HTTP 200); log in by another way, a token or a"
        + " cookie, and report what page it is");
    assertFalse(runs(client).err().contains("Code for"));
  }

  @Test
  void aCookieForHttpsOnlyIsExplained() throws Exception {
    Client client = startDex();
    server.gate().secureCookie = true;
    fails(client, server.url() + "/dex/auth/local/login: the login gave a cookie that is for"
        + " https only; use the https address");
  }

  @Test
  void aPasswordIsNotSentToAServerThatAsksForNone() throws Exception {
    Client client = start(Gate.open()).with("KBFL_LOGIN", USER).with("KBFL_PASSWORD", PASSWORD);
    runs(client).ok();
    assertEquals(0, server.requests("POST .*").size());
  }
}
