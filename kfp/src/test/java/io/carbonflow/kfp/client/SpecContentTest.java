// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import module java.base;
import com.google.gson.JsonParser;
import io.carbonflow.kfp.client.server.KubeflowServer;
import io.carbonflow.kfp.ir.Yaml;
import org.junit.jupiter.api.Test;

class SpecContentTest {

  private static SpecContent yaml(String text) {
    List<Object> documents = Yaml.read("test", text);
    return SpecContent.of(documents.getFirst(), documents.stream().skip(1).findFirst());
  }

  private static SpecContent json(String text) {
    return SpecContent.of(JsonParser.parseString(text));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = SpecContentTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// `kept.json` is what a version of `sent.yaml` looks like on an API server of release 2.17.0.
  @Test
  void whatTheServerKeepsEqualsWhatWasSent() throws Exception {
    assertEquals(Optional.empty(),
        yaml(resource("sent.yaml")).difference(json(resource("kept.json"))));
  }

  @Test
  void theServerOfTheTestsKeepsWhatTheRealOneDoes() throws Exception {
    assertEquals(JsonParser.parseString(resource("kept.json")),
        KubeflowServer.kept(resource("sent.yaml")));
  }

  @Test
  void orderDefaultsAndTheFormOfNumbersDoNotMatter() {
    assertEquals(yaml("{a: {flag: false, none: {}, empty: []}, b: 5.0, c: ''}"),
        json("{\"b\": 5}"));
  }

  @Test
  void withinSomebodysValueEverythingMatters() {
    assertNotEquals(yaml("{p: {defaultValue: false}}"), yaml("{p: {}}"));
    assertNotEquals(yaml("{p: {defaultValue: {x: 0}}}"), yaml("{p: {defaultValue: {}}}"));
    assertNotEquals(yaml("{p: {constant: ''}}"), yaml("{p: {}}"));
    assertNotEquals(yaml("{p: {constant: '5'}}"), yaml("{p: {constant: 5}}"));
  }

  @Test
  void theFirstDifferenceIsNamed() {
    assertEquals(Optional.of("b.c.d"),
        yaml("{a: 1, b: {c: {d: 1}}}").difference(yaml("{a: 1, b: {c: {d: 2}}}")));
    assertEquals(Optional.of("b"), yaml("{b: {c: 1}}").difference(yaml("{a: 0}")));
    assertEquals(Optional.of("b"), yaml("{b: [1, 2]}").difference(yaml("{b: [2, 1]}")));
    assertEquals(Optional.of("platform_spec"),
        yaml("a: 1\n---\nb: 1\n").difference(json("{\"pipeline_spec\": {\"a\": 1}}")));
  }
}
