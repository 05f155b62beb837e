// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.step.ParameterType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  private static final Map<String, Object> INPUTS = Map.of(
      "x", "v", "quote", "it's", "flag", true, "n", 3L, "score", 0.5, "digits", "42");

  private static Condition parse(String text) {
    return Condition.parse(text.replaceAll("\\$(\\w+)", "inputs.parameter_values['$1']"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
    "$x == 'v'; true",
    "$x == \"w\"; false",
    "$x != 'w'; true",
    "$quote == 'it\\'s'; true",
    "$flag == true; true",
    "$flag; true",
    "!($flag == true); false",
    "!$flag; false",
    "int($n) == 3; true",
    "int($n) > 3; false",
    "$n >= 3; true",
    "$score > 0.25; true",
    "$score <= -1e3; false",
    "$n > $score; true",
    "int($digits) == 42; true",
    "string($n) == '3'; true",
    "double($n) < 3.5; true",
    "!($x == 'v') && $flag == true; false",
    "$x == 'w' || $flag == true; true",
    "$x == 'w' || $x == 'u' && $flag == true; false",
    "($x == 'w' || $x == 'v') && !($n < 2); true",
    "false || true && false; false",
  })
  void whatTheSdkWritesIsUnderstood(String text, boolean holds) {
    Condition condition = parse(text);
    condition.check(name -> Map.of("x", ParameterType.STRING, "quote", ParameterType.STRING,
        "digits", ParameterType.STRING, "flag", ParameterType.BOOLEAN,
        "n", ParameterType.NUMBER_INTEGER, "score", ParameterType.NUMBER_DOUBLE).get(name));
    assertEquals(holds, condition.holds(INPUTS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "$x ==", "== 'v'", "($x == 'v'", "$x == 'v')", "$x = 'v'", "$x 'v'",
      "$x == 'v", "inputs.x == 1", "exists($x)", "$flag &&", "&& $flag", "1 +  1 == 2"})
  void whatIsNoConditionIsRefused(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> parse(text));
    assertTrue(e.getMessage().startsWith("'"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "$x == 3 | compares text with number",
    "$flag == 'true' | compares true or false with text",
    "$x && $flag | takes a text for a truth value",
    "!$n | takes a number for a truth value",
    "$x | is a text, no truth value",
  })
  void whatCanNeverBeDecidedIsRefused(String text, String why) {
    Condition condition = parse(text);
    var e = assertThrows(IllegalArgumentException.class, () -> condition.check(name -> Map.of(
        "x", ParameterType.STRING, "flag", ParameterType.BOOLEAN,
        "n", ParameterType.NUMBER_INTEGER).get(name)));
    assertTrue(e.getMessage().endsWith(why), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "int($x) > 3 | 'v' is not a whole number",
    "int($score_text) == 1 | '1.5' is not a whole number",
    "int($long) == 1 | '99999999999999999999' is not a whole number",
    "double($x) > 3 | 'v' is not a number",
    "double($java) > 3 | '3d' is not a number",
    "$gone < 3 | nobody gives it gone",
    "!$gone | nobody gives it gone",
    "$gone && $flag | nobody gives it gone",
    "$flag && $gone | nobody gives it gone",
    "string($gone) == 'x' | nobody gives it gone",
    "int($gone) == 3 | nobody gives it gone",
    "$gone | it is about something that nobody gives",
    "int($x) > 3 && int($n) == 3 | 'v' is not a whole number",
  })
  void whatCannotBeDecidedSaysWhy(String text, String why) {
    Map<String, Object> inputs = new TreeMap<>(INPUTS);
    inputs.putAll(Map.of("score_text", "1.5", "long", "9".repeat(20), "java", "3d"));
    Condition condition = parse(text);
    var e = assertThrows(IllegalArgumentException.class, () -> condition.holds(inputs));
    assertEquals("'" + condition.text() + "' cannot be decided: " + why, e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
    "int($x) > 3 && $flag == false; false",
    "int($x) > 3 || $flag; true",
    "$flag || int($x) > 3; true",
    "double($digits) == 42; true",
    "$gone == 'x'; false",
    "$gone != 'x'; true",
  })
  void oneSideMayDecideAlone(String text, boolean holds) {
    assertEquals(holds, parse(text).holds(INPUTS));
  }

  @Test
  void theTextIsKeptAsItIs() {
    String text = "inputs.parameter_values['pipelinechannel--a-Output']   == true";
    assertEquals(text, Condition.parse(text).text());
  }
}
