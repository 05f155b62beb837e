// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;

/// The forms of arguments that the SDK writes for inputs that may be missing.
class ArgumentsTest {
  private static List<String> expand(Set<String> given, String argument) {
    return new Arguments(given).expand(argument).toList();
  }

  @Test
  void anInputThatIsGivenBringsItsArguments() {
    String optional = "{\"IfPresent\": {\"InputName\": \"note\", \"Then\": [\"--note\","
        + " \"{{$.inputs.parameters['note']}}\"], \"Else\": [\"--no-note\"]}}";
    assertEquals(List.of("--note", "{{$.inputs.parameters['note']}}"),
        expand(Set.of("note"), optional));
    assertEquals(List.of("--no-note"), expand(Set.of(), optional));
  }

  @Test
  void withoutAnElseNothingIsThere() {
    assertEquals(List.of(), expand(Set.of(),
        "{\"IfPresent\": {\"InputName\": \"note\", \"Then\": \"--note\"}}"));
  }

  @Test
  void partsAreJoinedIntoOneArgument() {
    assertEquals(List.of("--out=a-b"), expand(Set.of("x"), "{\"Concat\": [\"--out=\","
        + " {\"IfPresent\": {\"InputName\": \"x\", \"Then\": [\"a\", \"-\"]}}, \"b\"]}"));
  }

  @Test
  void anyOtherArgumentStaysAsItIs() {
    for (String other : List.of("--x", "{\"a\": 1}", "{\"broken", "", "{{$}}")) {
      assertEquals(List.of(other), expand(Set.of(), other));
    }
  }
}
