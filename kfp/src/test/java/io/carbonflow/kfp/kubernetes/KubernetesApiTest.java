// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.tls.TestAuthority;
import io.carbonflow.kfp.kubernetes.KubernetesServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a pod reads of Kubernetes, from a server that speaks HTTPS.
class KubernetesApiTest {
  private static final String PATH = "/api/v1/namespaces/team/pods/x";
  @TempDir private static Path authority;
  private static TestAuthority signer;
  @TempDir private Path folder;
  private KubernetesServer server;
  private KubernetesApi api;

  @BeforeAll
  static void makeAuthority() throws Exception {
    signer = TestAuthority.in(authority);
  }

  @BeforeEach
  void startServer() throws Exception {
    server = new KubernetesServer(signer, folder.resolve("account"), "team");
    api = server.api();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private String refused(KubernetesApi asked, int most) {
    String message = assertThrows(Unread.class, () -> asked.get(PATH + "/log?tailLines=5", most))
        .getMessage();
    assertFalse(message.contains("T0KEN"), message);
    return message;
  }

  private String refused() {
    return refused(api, 1000);
  }

  @Test
  void aPodReadsWithItsAccountsTokenAndTrustsItsAuthority() throws Exception {
    server.at(PATH + "/log", Reply.of(200, "a log"));
    assertEquals("a log", api.get(PATH + "/log?tailLines=5", 1000));
    assertEquals("GET " + PATH + "/log?tailLines=5", server.asked().getFirst());
    assertEquals("team", api.account().namespace());
  }

  @Test
  void whereKubernetesIsStandsInAPodsEnvironment() {
    assertEquals(Optional.empty(), KubernetesApi.of(Map.of()));
    assertEquals("https://10.96.0.1:443", KubernetesApi.of(Map.of(
        "KUBERNETES_SERVICE_HOST", "10.96.0.1")).orElseThrow().address().toString());
    assertEquals("https://[fd00::1]:6443", KubernetesApi.of(Map.of(
        "KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "6443"))
        .orElseThrow().address().toString());
    assertEquals(Optional.empty(), KubernetesApi.of(Map.of("KUBERNETES_SERVICE_HOST", "no host")));
  }

  @Test
  void aServerThatIsBusyOrBrokenIsAskedThreeTimes() throws Exception {
    server.at(PATH + "/log", Reply.of(500, ""), Reply.of(429, "slow down"), Reply.of(200, "ok"));
    assertEquals("ok", api.get(PATH + "/log", 1000));
    server.at(PATH + "/log", Reply.refusal(503, "ServiceUnavailable", "etcd is away"));
    assertEquals("Kubernetes answers 503: etcd is away", refused());
    assertEquals(6, server.asked().size());
  }

  @Test
  void aRefusalIsReportedInKubernetesWordsAndNotAskedAgain() {
    server.at(PATH + "/log", Reply.refusal(403, "Forbidden", "pods \"x\" is forbidden: User"
        + " \"system:serviceaccount:team:other\" cannot get resource \"pods/log\" in API group"
        + " \"\" in the namespace \"team\""));
    assertEquals("Kubernetes answers 403: pods \"x\" is forbidden: User"
        + " \"system:serviceaccount:team:other\" cannot get resource \"pods/log\" in API group"
        + " \"\" in the namespace \"team\"", refused());
    assertEquals(1, server.asked().size());
    server.at(PATH + "/log", Reply.of(404, "<html>" + "x".repeat(100)));
    assertEquals("Kubernetes answers 404", refused());
  }

  @Test
  void aTokenThatIsNotGoodIsNotShown() throws Exception {
    Path token = folder.resolve("account").resolve("token");
    Files.writeString(token, "an old T0KEN\nof two lines");
    assertEquals(token + " does not hold what Kubernetes puts there", refused());
    Files.writeString(token, "oldT0KEN");
    assertEquals("Kubernetes answers 401: Unauthorized", refused());
  }

  @Test
  void aRefusalThatRepeatsTheTokenIsReportedWithoutIt() {
    server.at(PATH + "/log", Reply.refusal(403, "Forbidden", "no right for " + KubernetesServer.TOKEN));
    assertEquals("Kubernetes answers 403: no right for …", refused());
  }

  @Test
  void anAnswerThatIsTooLargeIsNotTaken() throws Exception {
    server.at(PATH + "/log", Reply.of(200, "x".repeat(1000)));
    assertEquals(1000, api.get(PATH + "/log", 1000).length());
    assertEquals("Kubernetes' answer is larger than 999 bytes", refused(api, 999));
    assertEquals(2, server.asked().size());
  }

  @Test
  void anAnswerThatTakesTooLongIsNotWaitedFor() {
    server.at(PATH + "/log", Reply.of(200, "late").after(Duration.ofMinutes(1)));
    assertEquals("Kubernetes gives no answer in time", refused(new KubernetesApi(api.address(),
        api.account(), new KubernetesApi.Patience(Duration.ofSeconds(5), Duration.ofMillis(300),
            api.patience().retry().withAttempts(2))), 1000));
  }

  @Test
  void aServerThatAnotherAuthorityVouchesForIsNotTrusted() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.delete(folder.resolve("account").resolve("ca.crt"));
    Files.copy(TestAuthority.in(other).pem(), folder.resolve("account").resolve("ca.crt"));
    assertEquals("there is no TLS connection to Kubernetes that the account trusts", refused());
    assertEquals(0, server.asked().size());
  }

  @Test
  void aPodWithoutAnAccountAndAServerThatIsNotThereAreReported() throws Exception {
    assertEquals("the pod has no account at Kubernetes: there is no " + folder.resolve("none")
        .resolve("namespace"), assertThrows(Unread.class,
            () -> new ServiceAccount(folder.resolve("none")).namespace()).getMessage());
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertEquals("there is no connection to Kubernetes", refused(new KubernetesApi(
        URI.create("https://127.0.0.1:" + port), api.account(), api.patience()), 1000));
  }
}
