// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.client.transport.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionSettingsTest {

  private static ConnectionSettings of(String... namesAndValues) {
    return of(Optional.empty(), namesAndValues);
  }

  private static ConnectionSettings of(Optional<String> endpoint, String... namesAndValues) {
    Map<String, String> environment = new java.util.HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      environment.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return ConnectionSettings.of(environment, endpoint, Optional.empty(), Optional.empty());
  }

  @Test
  void theArticlesNamesComeBeforeTheSdksAndOptionsBeforeBoth() {
    String[] all = {"KBFL_URL", "https://c", "KF_PIPELINES_ENDPOINT", "https://b",
        "KBFL_ENDPOINT", "https://a/pipeline"};
    assertEquals("https://o", of(Optional.of("https://o"), all).endpoint().toString());
    assertEquals("https://a/pipeline", of(all).endpoint().toString());
    all[4] = "X";
    assertEquals("https://b", of(all).endpoint().toString());
    all[2] = "X";
    assertEquals("https://c/pipeline", of(all).endpoint().toString());
    assertEquals("KBFL_URL", of(all).source());
  }

  @Test
  void theArticlesAddressesHaveNoScheme() {
    ConnectionSettings settings = of("KBFL_URL", "host.example/", "KBFL_ENDPOINT", "host.example/pipeline/");
    assertEquals("https://host.example/pipeline", settings.endpoint().toString());
    assertEquals("https://host.example", settings.dashboard().toString());
  }

  @Test
  void theDashboardIsAboveTheEndpointAndPagesMayLieElsewhere() {
    ConnectionSettings settings = of("KBFL_ENDPOINT", "http://h:8080/kf/pipeline",
        "KF_PIPELINES_UI_ENDPOINT", "https://ui.example");
    assertEquals("http://h:8080/kf", settings.dashboard().toString());
    assertEquals("https://ui.example", settings.pages().toString());
  }

  @Test
  void authorityAndNamespaceAreNamedByVariables() {
    ConnectionSettings settings = of("KBFL_ENDPOINT", "https://h", "KBFL_NAMESPACE", "team",
        "SSL_CERT_FILE", "/etc/ca.pem");
    assertEquals(Optional.of(Path.of("/etc/ca.pem")), settings.authority());
    assertEquals(Optional.of("team"), settings.namespace());
    assertEquals(Optional.of(Path.of("own.pem")), of("KBFL_ENDPOINT", "https://h",
        "KBFL_CA_CERT", "own.pem", "SSL_CERT_FILE", "/etc/ca.pem").authority());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://host", "https://user:s3cret@host", "https://host/?token=s3cret",
      "https://ho st", "https://host/#s3cret", "https://"})
  void whatIsNoAddressIsRefusedAndNotShown(String text) {
    String message = assertThrows(Problem.class, () -> of("KBFL_ENDPOINT", text)).getMessage();
    assertEquals("KBFL_ENDPOINT: is not the address of a server; write"
        + " https://HOST[:PORT][/PATH], without user, query or fragment", message);
  }

  @Test
  void withoutAnEndpointOneIsAskedFor() {
    assertEquals("kubeflow: no endpoint is named; set KBFL_ENDPOINT to https://HOST/pipeline, or"
        + " give --endpoint", assertThrows(Problem.class, ConnectionSettingsTest::of).getMessage());
  }

  @Test
  void queriesAreEncodedAndNeverShown() {
    URI uri = Address.parse("test", "https://h/p").at("a", Map.of("q", "ä &=+"));
    assertEquals("https://h/p/a?q=%C3%A4%20%26%3D%2B", uri.toString());
    assertFalse(Address.shown(uri).contains("?"));
  }
}
