// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.tls.TestAuthority;
import io.carbonflow.kfp.client.server.Gate;
import io.carbonflow.kfp.client.server.KubeflowServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server whose certificate is signed by an authority that only a PEM file names.
class TlsTest {
  private static final String REFUSED = ": there is no trusted TLS connection; check the address,"
      + " or name the PEM file of its authority with --ca-cert or in KBFL_CA_CERT";
  @TempDir static Path folder;
  private static TestAuthority authority;
  private static KubeflowServer server;

  @BeforeAll
  static void startServer() throws Exception {
    authority = TestAuthority.in(folder);
    server = KubeflowServer.startTls(
        Gate.ofDex("user@example.com", "secret"), authority.serverContext());
    server.gate().secureCookie = true;
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  private static Client client() {
    return Client.of(server).with("KBFL_LOGIN", "user@example.com").with("KBFL_PASSWORD", "secret");
  }

  @Test
  void anUnknownAuthorityIsNotTrusted() {
    client().run("runs").fails(1, "carbonflow kubeflow runs", server.url() + REFUSED);
  }

  @Test
  void theAuthorityIsNamedByAnOptionOrAVariable() {
    client().run("runs", "--ca-cert=" + authority.pem()).ok();
    client().with("KBFL_CA_CERT", authority.pem()).run("runs").ok();
    String doctor =
        client().with("SSL_CERT_FILE", authority.pem()).run("doctor").ok().out();
    assertTrue(doctor.contains("connection  ok       it answers; its certificate is trusted, with "
        + authority.pem()), doctor);
  }

  @Test
  void aServerThatSpeaksNoTlsIsReportedAsSuch() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> {
        // again and again, as a client whose connection takes too long on a busy machine makes another
        while (!plain.isClosed()) {
          try (Socket socket = plain.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
            socket.getInputStream().readAllBytes();
          } catch (IOException _) {
            // the client has gone, or the test
          }
        }
      });
      String url = "https://127.0.0.1:" + plain.getLocalPort();
      client().with("KBFL_ENDPOINT", url).run("runs").fails(
          1, "carbonflow kubeflow runs", url + REFUSED);
    }
  }

  @Test
  void aFileWithoutCertificatesIsNamed() {
    client().run("runs", "--ca-cert=" + folder.resolve("none.pem")).fails(1,
        "carbonflow kubeflow runs", "none.pem: holds no certificates in PEM that can be read;"
            + " correct or unset --ca-cert, KBFL_CA_CERT or SSL_CERT_FILE");
  }
}
