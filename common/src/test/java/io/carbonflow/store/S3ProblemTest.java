// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.sun.net.httpserver.HttpServer;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a person reads when S3 cannot be used.
class S3ProblemTest {
  private static final List<Consumer<Store>> OPERATIONS = List.of(
      store -> store.read("a.csv"),
      store -> store.write("a.csv", StoreContract.bytes("x")),
      store -> store.exists("a.csv"),
      store -> store.list(""),
      store -> store.versioned("a.csv"),
      store -> store.replace("a.csv", Optional.empty(), StoreContract.bytes("x")));
  private static S3Server server;

  @BeforeAll
  static void startServer() throws Exception {
    server = S3Server.inMemory().bucket("data");
  }

  @AfterAll
  static void stopServer() {
    server.close();
    S3Server.useCredentials();
  }

  @BeforeEach
  void useCredentials() {
    S3Server.useCredentials();
  }

  /// Every operation fails with this problem, whichever name it puts before it.
  private static void everyOperationTells(String uri, String endpoint, String problem) {
    StoreOptions options = options(endpoint);
    try (Store store = Store.open(StoreUri.parse(uri), options)) {
      for (Consumer<Store> operation : OPERATIONS) {
        String message =
            assertThrows(Problem.class, () -> operation.accept(store)).getMessage();
        assertTrue(message.startsWith(uri), message);
        assertTrue(message.endsWith(": " + problem), message);
        assertFalse(message.contains(S3Server.SECRET_KEY), message);
      }
    }
  }

  private static StoreOptions options(String endpoint) {
    return StoreOptions.of(Map.of()).withEndpoint(endpoint);
  }

  private static StoreOptions impatient(String endpoint) {
    StoreOptions options = options(endpoint);
    return new StoreOptions(options.endpoint(), options.caBundle(), options.connectTimeout(), Duration.ofMillis(500));
  }

  @Test
  void aBucketThatDoesNotExist() {
    everyOperationTells("s3://absent/in", server.endpoint(), "there is no bucket \"absent\" at the "
        + "endpoint " + server.endpoint() + "; create it, or correct its name or the endpoint");
  }

  @Test
  void anAccessKeyThatIsNotKnown() {
    S3Server.credentials(Optional.of("nobody"), S3Server.SECRET_KEY);
    assertRefused("InvalidAccessKeyId");
  }

  @Test
  void aSecretThatIsWrong() {
    S3Server.credentials(Optional.of(S3Server.ACCESS_KEY), "wrong-secret");
    assertRefused("SignatureDoesNotMatch");
  }

  private static void assertRefused(String code) {
    try (Store store = Store.open(StoreUri.parse("s3://data"), options(server.endpoint()))) {
      assertEquals("s3://data/a.csv: the credentials are refused (403 " + code + "); check "
              + "AWS_ACCESS_KEY_ID and its secret, ~/.aws or the role, and the clock",
          assertThrows(Problem.class, () -> store.read("a.csv")).getMessage());
      // The answer to exists has no body that would tell more.
      String head = assertThrows(Problem.class, () -> store.exists("a.csv")).getMessage();
      assertTrue(head.startsWith("s3://data/a.csv: access is refused (403"), head);
      assertFalse(head.contains("secret"), head);
    }
  }

  @Test
  void noCredentialsAtAll() {
    S3Server.credentials(Optional.empty(), "unused");
    assertEquals("s3://data: there are no credentials for S3; set AWS_ACCESS_KEY_ID and "
            + "AWS_SECRET_ACCESS_KEY, or configure ~/.aws or a role",
        assertThrows(Problem.class, () -> Store.open(
            StoreUri.parse("s3://data"), options(server.endpoint()))).getMessage());
  }

  @Test
  void noServerAtTheEndpoint() throws IOException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    everyOperationTells("s3://data/in", "http://127.0.0.1:" + port, "the endpoint http://127.0.0.1:"
        + port + " accepts no connection; correct the endpoint, or start the server");
  }

  @Test
  void aHostThatIsNotKnown() {
    everyOperationTells("s3://data/in", "http://no-such-host.invalid", "the host of the endpoint "
        + "http://no-such-host.invalid is not known; correct the endpoint or the region");
  }

  @Test
  void aServerThatKeepsSilent() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Store store = Store.open(StoreUri.parse("s3://data"),
            impatient("http://127.0.0.1:" + silent.getLocalPort()))) {
      String message = assertThrows(Problem.class, () -> store.list("")).getMessage();
      assertTrue(message.contains("gives no answer in time"), message);
    }
  }

  @ParameterizedTest
  @CsvSource({"200", "301", "400", "404", "405"})
  void aServerThatIsNotOfS3(int status) throws IOException {
    String page = "<!DOCTYPE html><html><body>It works</body></html>";
    answering(status, page, endpoint -> everyOperationTells("s3://data/in", endpoint,
        "the endpoint " + endpoint + " does not answer as an S3 server does; "
            + "correct the endpoint: scheme, host and port"));
  }

  @Test
  void aServerThatFails() throws IOException {
    answering(503, "<Error><Code>SlowDown</Code></Error>", endpoint -> {
      try (Store store = Store.open(StoreUri.parse("s3://data"), options(endpoint))) {
        assertEquals(
            "s3://data: the endpoint " + endpoint + " failed (503 SlowDown); try again later",
            assertThrows(Problem.class, () -> store.list("")).getMessage());
      }
    });
  }

  @Test
  void anErrorThatRepeatsWhatItWasSentIsReportedWithoutIt() throws IOException {
    answering(403, "<Error><Code>no right for AWS4-HMAC T0KEN</Code></Error>", endpoint -> {
      try (Store store = Store.open(StoreUri.parse("s3://data"), options(endpoint))) {
        assertEquals("s3://data/a.csv: access is refused (403); check the credentials, and that they"
                + " may do this in bucket data",
            assertThrows(Problem.class, () -> store.read("a.csv")).getMessage());
      }
    });
  }

  @ParameterizedTest
  @CsvSource({"Last-Modified, 'Sun, 29 N'", "Last-Modified, yesterday", "Content-Range, x"})
  void headersThatAreCutOffAreReportedInWords(String name, String value) throws IOException {
    answering(200, Map.of("ETag", "\"1\"", name, value), "x", endpoint -> {
      try (Store store = Store.open(StoreUri.parse("s3://data"), options(endpoint))) {
        if (name.equals("Content-Range")) {
          store.read("a.csv"); // nobody has asked for a part
        } else {
          assertEquals("s3://data/a.csv: the endpoint " + endpoint + " gives an answer that cannot be"
              + " read: it is cut off, or not of S3; try again, and check the endpoint",
              assertThrows(Problem.class, () -> store.read("a.csv")).getMessage());
        }
      }
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"<Contents><Key>a</Key></Contents>", "<Contents><Size>1</Size></Contents>",
      "<IsTruncated>true</IsTruncated><NextContinuationToken>again</NextContinuationToken>"})
  @Timeout(60)
  void aListingThatIsNoneIsReported(String content) throws IOException {
    answering(200, "<ListBucketResult><Name>data</Name>" + content + "</ListBucketResult>", endpoint -> {
      try (Store store = Store.open(StoreUri.parse("s3://data"), options(endpoint))) {
        assertEquals("s3://data: the endpoint " + endpoint + " does not answer as an S3 server does;"
            + " correct the endpoint: scheme, host and port",
            assertThrows(Problem.class, () -> store.list("")).getMessage());
      }
    });
  }

  @ParameterizedTest
  @CsvSource({"204, true", "200, false"})
  void aDeletionWithoutMarksIsDoneIfThereIsNoContent(int status, boolean done) throws IOException {
    answering(status, done ? "" : "<html>It works</html>", endpoint -> {
      try (Store store = Store.open(StoreUri.parse("s3://data"), options(endpoint))) {
        if (done) {
          store.delete("a.csv");
        } else {
          String told = assertThrows(Problem.class, () -> store.delete("a.csv")).getMessage();
          assertTrue(told.contains("does not answer as an S3 server does"), told);
        }
      }
    });
  }

  @Test
  void aBucketOfAnotherRegion() throws IOException {
    answering(301, "<Error><Code>PermanentRedirect</Code></Error>", endpoint -> {
      try (Store store = Store.open(StoreUri.parse("s3://data"), options(endpoint))) {
        assertEquals("s3://data/a.csv: the bucket is in another region (301 PermanentRedirect); "
                + "set AWS_REGION to its region",
            assertThrows(Problem.class, () -> store.read("a.csv")).getMessage());
      }
    });
  }

  @Test
  void aServerWithoutTls() {
    everyOperationTells("s3://data/in", server.endpoint().replace("http:", "https:"),
        "there is no trusted TLS connection to the endpoint "
            + server.endpoint().replace("http:", "https:") + "; check the endpoint's scheme, "
            + "or name its authority's PEM file in AWS_CA_BUNDLE");
  }

  @Test
  void theCauseIsKeptForThoseWhoWantIt() {
    try (Store store = Store.open(StoreUri.parse("s3://data"), options(server.endpoint()))) {
      assertNotNull(assertThrows(Problem.class, () -> store.read("a.csv")).getCause());
    }
  }

  private static void answering(int status, String body, Consumer<String> test) throws IOException {
    answering(status, Map.of(), body, test);
  }

  private static void answering(int status, Map<String, String> headers, String body, Consumer<String> test)
      throws IOException {
    var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", exchange -> {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.getRequestBody().readAllBytes();
      headers.forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(status, head || body.isEmpty() ? -1 : body.length());
      exchange.getResponseBody().write(head ? new byte[0] : StoreContract.bytes(body));
      exchange.close();
    });
    http.start();
    try {
      test.accept("http://127.0.0.1:" + http.getAddress().getPort());
    } finally {
      http.stop(0);
    }
  }
}
