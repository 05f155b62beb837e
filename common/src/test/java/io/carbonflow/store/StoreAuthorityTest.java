// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.tls.CaBundle;
import io.carbonflow.base.tls.TestAuthority;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server whose certificate is signed by an authority that only a PEM file names.
class StoreAuthorityTest {
  private static final StoreUri BUCKET = StoreUri.parse("s3://models");
  @TempDir static Path folder;
  private static S3Server server;
  private static Path authority;

  @BeforeAll
  static void startServer() throws Exception {
    TestAuthority signer = TestAuthority.in(folder);
    authority = signer.pem();
    S3Server.useCredentials();
    server = S3Server.withTls(signer.serverContext()).bucket("models");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  private static Store open(Map<String, String> environment) {
    return Store.open(BUCKET, StoreOptions.of(environment).withEndpoint(server.endpoint()));
  }

  private static TrustManager[] trusted(Path pem) {
    return CaBundle.trustManagers(pem, "name another file");
  }

  @Test
  void theAuthorityOfTheBundleIsTrusted() throws Exception {
    try (Store store = open(Map.of("SSL_CERT_FILE", authority.toString()))) {
      store.write("a.txt", StoreContract.bytes("secret no more"));
      try (InputStream in = store.read("a.txt")) {
        assertArrayEquals(StoreContract.bytes("secret no more"), in.readAllBytes());
      }
    }
  }

  @Test
  void withoutTheBundleItIsNot() {
    try (Store store = open(Map.of())) {
      assertEquals("s3://models/a.txt: there is no trusted TLS connection to the endpoint "
              + server.endpoint() + "; check the endpoint's scheme, or name its authority's PEM "
              + "file in AWS_CA_BUNDLE",
          assertThrows(Problem.class, () -> store.read("a.txt")).getMessage());
    }
  }

  @Test
  void theAuthoritiesOfTheJvmStayTrusted() {
    int own = ((X509TrustManager) trusted(authority)[0]).getAcceptedIssuers().length;
    assertTrue(own > 50, own + " authorities");
  }

  @Test
  void aBundleThatIsMissingIsNamed() {
    var problem =
        assertThrows(Problem.class, () -> open(Map.of("AWS_CA_BUNDLE", "/none/ca.pem")));
    assertEquals("/none/ca.pem: holds no certificates in PEM that can be read; "
        + "correct or unset AWS_CA_BUNDLE and SSL_CERT_FILE", problem.getMessage());
  }

  @Test
  void aBundleWithoutCertificatesIsNamed() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
    assertThrows(Problem.class, () -> trusted(empty));
    assertThrows(Problem.class, () -> trusted(text));
  }
}
