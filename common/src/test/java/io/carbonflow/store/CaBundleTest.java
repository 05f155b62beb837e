package io.carbonflow.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.fault.Problem;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server whose certificate is signed by an authority that only a PEM file names.
class CaBundleTest {
  private static final String PASSWORD = "changeit";
  private static final StoreUri BUCKET = StoreUri.parse("s3://models");
  @TempDir static Path folder;
  private static S3Server server;
  private static Path authority;

  @BeforeAll
  static void startServer() throws Exception {
    keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Test authority", "-ext", "bc:c");
    keytool("-genkeypair", "-alias", "server", "-dname", "CN=s3", "-ext", "san=ip:127.0.0.1",
        "-signer", "ca");
    authority = folder.resolve("ca.pem");
    keytool("-exportcert", "-rfc", "-alias", "ca", "-file", authority.toString());
    S3Server.useCredentials();
    server = S3Server.withTls(tls()).bucket("models");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-keystore", folder.resolve("keys.p12").toString(), "-storepass", PASSWORD));
    if (arguments[0].equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC", "-validity", "2"));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), told);
  }

  private static SSLContext tls() throws Exception {
    KeyStore all =
        KeyStore.getInstance(new File(folder.toFile(), "keys.p12"), PASSWORD.toCharArray());
    all.deleteEntry("ca");
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(all, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static Store open(Map<String, String> environment) {
    return Store.open(BUCKET, StoreOptions.of(environment).withEndpoint(server.endpoint()));
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
    int own = ((X509TrustManager) CaBundle.trustManagers(authority)[0]).getAcceptedIssuers().length;
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
    assertThrows(Problem.class, () -> CaBundle.trustManagers(empty));
    assertThrows(Problem.class, () -> CaBundle.trustManagers(text));
  }
}
