package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.cli.Program.Outcome;
import io.carbonflow.kubeflow.server.Fault;
import io.carbonflow.kubeflow.server.Gate;
import io.carbonflow.kubeflow.server.KubeflowServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways to log in. Every outcome is searched for the secrets that were used.
class LoginTest {
  private static final String USER = "user@example.com";
  private static final String PASSWORD = "pass&w=rd %41+ä";
  private static final String TOKEN = "eyJ-token";
  private static final String COMMAND = "carbonflow kubeflow runs";
  @TempDir Path folder;
  private KubeflowServer server;

  @AfterEach
  void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  private Client start(Gate gate) throws IOException {
    server = KubeflowServer.start(gate);
    return Client.of(server);
  }

  private Client startDex() throws IOException {
    return start(Gate.ofDex(USER, PASSWORD))
        .with("KBFL_LOGIN", USER).with("KBFL_PASSWORD", PASSWORD);
  }

  private static Outcome runs(Client client) {
    Outcome outcome = client.run("runs", "--verbose");
    for (String secret : new String[] {PASSWORD, "pass%26w", TOKEN, "session-", "csrf", "hmac"}) {
      assertFalse((outcome.out() + outcome.err()).contains(secret), outcome.err());
    }
    return outcome;
  }

  /// Runs a command and checks the message that it fails with.
  private static void fails(Client client, String... parts) {
    Outcome outcome = runs(client);
    assertEquals(1, outcome.exit(), outcome.err());
    String message = outcome.err().lines().filter(line -> line.startsWith(COMMAND + ": "))
        .findFirst().orElse("");
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "no '" + part + "' in: " + message);
    }
  }

  private Path secret(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void theServiceAccountsTokenFileComesFirst() throws Exception {
    Client client = start(Gate.ofToken(TOKEN));
    runs(client.with("KF_PIPELINES_SA_TOKEN_PATH", secret("token", TOKEN + "\n"))
        .with("KBFL_TOKEN", "another")).ok();
    assertEquals(1, server.requests("GET .*healthz").size(), "the first way was the right one");
    fails(client.with("KF_PIPELINES_SA_TOKEN_PATH", folder.resolve("none")), folder
        + "/none: cannot be read; correct or unset KF_PIPELINES_SA_TOKEN_PATH");
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
        + " tried: the bearer token in KBFL_TOKEN; renew it or take another way: set KF_PIPELINES_SA_TOKEN_PATH,");
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
  void aWrongPasswordIsToldAsSuchAndNotTriedAgain() throws Exception {
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
    fails(client, server.url() + "/dex/auth/local/login: the login gave a cookie that is for https only;"
        + " use the https address");
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

  @Test
  void nothingThatIsSecretIsAnOption() {
    Client client = new Client(Map.of(), Client.REVISION);
    for (String command : new String[] {"upload", "run", "schedule", "doctor"}) {
      String help = client.run(command, "--help").ok().out();
      assertFalse(help.matches("(?is).*--\\S*(password|token|cookie|login).*"), help);
    }
  }

  @Test
  void aPasswordIsNotSentToAServerThatAsksForNone() throws Exception {
    Client client = start(Gate.open()).with("KBFL_LOGIN", USER).with("KBFL_PASSWORD", PASSWORD);
    runs(client).ok();
    assertEquals(0, server.requests("POST .*").size());
  }
}
