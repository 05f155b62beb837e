// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreOptionsTest {

  @Test
  void withoutVariablesThereAreDefaults() {
    assertEquals(
        new StoreOptions(Optional.empty(), Optional.empty(),
            Duration.ofSeconds(10), Duration.ofSeconds(60)),
        StoreOptions.of(Map.of("AWS_CA_BUNDLE", "", "AWS_ENDPOINT_URL", "")));
  }

  @Test
  void theVariableForS3GoesBeforeTheGeneralOne() {
    assertEquals(Optional.of(URI.create("http://a:1")), StoreOptions.of(Map.of(
        "AWS_ENDPOINT_URL", "http://b:2", "AWS_ENDPOINT_URL_S3", "http://a:1")).endpoint());
    assertEquals(Optional.of(URI.create("http://b:2")),
        StoreOptions.of(Map.of("AWS_ENDPOINT_URL", "http://b:2")).endpoint());
  }

  @Test
  void theBundleOfTheAwsToolsGoesBeforeTheGeneralOne() {
    assertEquals(Optional.of(Path.of("/a.pem")), StoreOptions.of(Map.of(
        "SSL_CERT_FILE", "/b.pem", "AWS_CA_BUNDLE", "/a.pem")).caBundle());
    assertEquals(Optional.of(Path.of("/b.pem")),
        StoreOptions.of(Map.of("SSL_CERT_FILE", "/b.pem")).caBundle());
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:9000", "ftp://host", "http://", "http://host/path",
      "http://a b", "http://user:s3cret@host", "http://host?x=s3cret", "host", "http://host/s3cret",
      "http://host#s3cret", "http://host/a#s3cret", "host:9000/s3cret", "http://host/a b/s3cret"})
  void whatIsNoEndpointIsRefusedWithoutItsSecret(String text) {
    var problem =
        assertThrows(Problem.class, () -> StoreOptions.of(Map.of()).withEndpoint(text));
    assertFalse(problem.getMessage().contains("s3cret"), problem.getMessage());
  }

  @Test
  void whatIsNoEndpointIsShownUpToItsPort() {
    for (String text : List.of("http://minio:9000/bucket", "minio:9000/bucket")) {
      assertEquals(text.replace("bucket", "…") + ": is not the endpoint of an S3 server; write"
          + " http://HOST:PORT or https://HOST:PORT, without user, path, query or fragment",
          assertThrows(Problem.class, () -> StoreOptions.of(Map.of()).withEndpoint(text)).getMessage());
    }
  }

  @Test
  void aTimeLimitOfZeroIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new StoreOptions(
        Optional.empty(), Optional.empty(), Duration.ZERO, Duration.ofSeconds(1)));
  }
}
