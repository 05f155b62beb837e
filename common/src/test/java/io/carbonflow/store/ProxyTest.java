// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A proxy between this machine and the store: where it fails, it is not taken for the store.
class ProxyTest {
  private static final List<String> PROPERTIES = List.of(
      "http.proxyHost", "http.proxyPort", "http.nonProxyHosts", "https.proxyHost", "https.proxyPort");
  @RegisterExtension static final S3Bucket BUCKET = new S3Bucket("data");
  private int dead;

  @BeforeEach
  void findADeadPort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      dead = free.getLocalPort();
    }
  }

  @AfterEach
  void useNoProxy() {
    PROPERTIES.forEach(System::clearProperty);
  }

  private static void proxy(String scheme, String host, int port) {
    System.setProperty(scheme + ".proxyHost", host);
    System.setProperty(scheme + ".proxyPort", String.valueOf(port));
  }

  private static String told(String endpoint) {
    try (Store store =
        Store.open(StoreUri.parse("s3://data"), StoreOptions.of(Map.of()).withEndpoint(endpoint))) {
      return assertThrows(Problem.class, () -> store.read("a.csv")).getMessage();
    }
  }

  @Test
  void aProxyThatIsDeadIsNamedAndNotTheEndpoint() {
    proxy("http", "127.0.0.1", dead);
    assertEquals("s3://data/a.csv: the proxy 127.0.0.1:" + dead + " accepts no connection; correct"
        + " HTTP_PROXY and HTTPS_PROXY, or name the host of the endpoint " + BUCKET.endpoint()
        + " in NO_PROXY to do without", told(BUCKET.endpoint()));
  }

  @Test
  void aProxyWhoseHostIsNotKnownIsNamed() {
    proxy("http", "no-such-proxy.invalid", 3128);
    String told = told(BUCKET.endpoint());
    assertTrue(told.startsWith("s3://data/a.csv: the proxy no-such-proxy.invalid:3128 accepts"), told);
  }

  @Test
  void aHostThatNeedsNoProxyIsReachedWithoutAndToldAsItself() {
    proxy("http", "127.0.0.1", dead);
    System.setProperty("http.nonProxyHosts", "127.0.0.1");
    assertEquals("s3://data/a.csv: does not exist; check the name", told(BUCKET.endpoint()));
    assertEquals("s3://data/a.csv: the endpoint http://127.0.0.1:" + dead + " accepts no connection;"
        + " correct the endpoint, or start the server", told("http://127.0.0.1:" + dead));
  }

  @Test
  void theProxyOfHttpsLeadsToAServerOfHttps() {
    proxy("https", "127.0.0.1", dead);
    String told = told("https://127.0.0.1:1");
    assertTrue(told.startsWith("s3://data/a.csv: the proxy 127.0.0.1:" + dead + " accepts"), told);
    assertEquals("s3://data/a.csv: does not exist; check the name", told(BUCKET.endpoint()));
  }

  @Test
  void whatAProxyDoesNotPassOnNamesBoth() throws Exception {
    try (var proxy = CutProxy.ofDownloads(BUCKET.port(), 0, Integer.MAX_VALUE)) {
      proxy("http", "127.0.0.1", URI.create(proxy.endpoint()).getPort());
      String told = told(BUCKET.endpoint());
      assertTrue(told.startsWith("s3://data/a.csv: the connection to the endpoint " + BUCKET.endpoint()
          + " behind the proxy " + proxy.endpoint().substring(7) + " was cut"), told);
    }
  }
}
