// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class YamlDocumentTest {
  private static final String TEXT = """
      # a remark
      name: here
      all of it:
        - first: 1
          second: {third: [4,
            five]}
      """;

  private static StrictJson json() {
    return YamlDocument.read("t.yaml", TEXT, "correct it").json();
  }

  private static void refused(String message, Executable what) {
    assertEquals(message, assertThrows(Problem.class, what).getMessage());
  }

  @Test
  void aProblemNamesTheLineOfTheValue() {
    StrictJson one = json().field("all of it").items().getFirst();
    refused("t.yaml, line 2: field name is not a whole number: \"here\"; correct it",
        () -> json().field("name").whole());
    refused("t.yaml, line 6: field all of it[0].second.third[1] is not a number: \"five\"; correct it",
        () -> one.field("second").field("third").items().get(1).number());
  }

  @Test
  void whatIsMissingIsOnTheLineOfWhatLacksIt() {
    refused("t.yaml, line 4: field all of it[0].sixth is missing; correct it",
        () -> json().field("all of it").items().getFirst().field("sixth").text());
    refused("t.yaml, line 2: field seventh is missing; correct it", () -> json().field("seventh").text());
  }

  @Test
  void aProblemMayHaveARemedyOfItsOwn() {
    refused("t.yaml, line 5: field all of it[0].second is odd; leave it out",
        () -> {
          throw json().field("all of it").items().getFirst().field("second").wrong("is odd", "leave it out");
        });
  }

  @Test
  void aTextHasOneDocument() {
    refused("t.yaml: is empty; correct it", () -> YamlDocument.read("t.yaml", "# nothing\n", "correct it"));
    refused("t.yaml: holds 2 documents; correct it",
        () -> YamlDocument.read("t.yaml", "a: 1\n---\nb: 2\n", "correct it"));
    refused("t.yaml, line 2: is not YAML: found duplicate key a; correct it",
        () -> YamlDocument.read("t.yaml", "a: 1\na: 2\n", "correct it"));
  }
}
