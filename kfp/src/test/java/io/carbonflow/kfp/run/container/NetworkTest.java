// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static Optional<String> network(Map<String, String> environment, Object... parameters) {
    return Network.of(List.of(parameters), environment).name();
  }

  @Test
  void aTaskThatIsGivenNothingRemoteHasNone() {
    assertEquals(Optional.of("none"), network(Map.of()));
    assertEquals(Optional.of("none"), network(Map.of("AWS_ENDPOINT_URL", "http://localhost:1"),
        "metered", "/data/2015.csv", "file:///data", 5L, true, "", "a: b", List.of("svm", 1L)));
  }

  @Test
  void aRemoteUriAnywhereInAParameterGivesItTheEnginesUsualOne() {
    assertEquals(Optional.empty(), network(Map.of(), "s3://bucket/key"));
    assertEquals(Optional.empty(), network(Map.of(), 1L, List.of("s3://bucket/with space")));
    assertEquals(Optional.empty(), network(Map.of(), Map.of("url", "https://example.com")));
  }

  @Test
  void aServerOnThisMachineIsReachedOnItsOwnNetwork() {
    assertEquals(Optional.of("host"), network(Map.of(), "s3://b/k", "http://127.0.0.1:9000"));
    assertEquals(Optional.of("host"), network(Map.of(), "http://[::1]:9000"));
    assertEquals(Optional.of("host"),
        network(Map.of("AWS_ENDPOINT_URL_S3", "http://localhost:9000"), "s3://bucket/key"));
    assertEquals(Optional.empty(),
        network(Map.of("AWS_ENDPOINT_URL_S3", "http://minio.example:9000"), "s3://bucket/key"));
  }
}
