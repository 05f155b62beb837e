// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;

class DeclarationTest {
  private final Declaration step = Declaration.of(new CountWords());

  /// A record whose component says nothing about itself.
  record Silent(Value<String> name) {}

  /// Names that do not follow from Java's.
  record Named(
      @About("a score") Value<Double> cvR2,
      @About(value = "a table", name = "data_2015") Value<String> data2015) {}

  @Test
  void aStepIsNamedAfterItsClass() {
    assertEquals("count-words", step.name());
  }

  @Test
  void inputsKeepTheirOrderAndAreNamedInSnakeCase() {
    assertEquals(java.util.List.of("text", "least_length", "compare"),
        step.inputs().stream().map(Port::name).toList());
  }

  @Test
  void whatPassesThroughAPortFollowsFromItsType() {
    assertEquals(
        new Port.Kind.File(Artifact.Type.DATASET, CountWords.Text.class, "text.txt", false),
        step.inputs().getFirst().kind());
    assertEquals(new Port.Kind.Parameter(ParameterType.NUMBER_INTEGER, Integer.class, Optional.empty()),
        step.inputs().get(1).kind());
    assertEquals(new Port.Kind.Parameter(ParameterType.STRING, CountWords.Case.class, Optional.empty()),
        step.inputs().get(2).kind());
  }

  @Test
  void aPortHasADefaultOrHasToBeGiven() {
    assertEquals(Optional.empty(), step.inputs().getFirst().orElse());
    assertEquals(Optional.of("1"), step.inputs().get(1).orElse());
  }

  @Test
  void aNumberOutsideItsRangeIsRefusedWithTheRange() {
    var e = assertThrows(IllegalArgumentException.class, () -> step.inputs().get(1).parse("41"));
    assertEquals("41 is not from 1 to 40", e.getMessage());
  }

  @Test
  void aPlaceholderThatNobodyReplacedIsRefused() {
    var e = assertThrows(IllegalArgumentException.class,
        () -> step.inputs().get(2).parse("{{$.inputs.parameters['compare']}}"));
    assertTrue(e.getMessage().contains("placeholder"), e.getMessage());
  }

  @Test
  void aComponentWithoutAboutIsRefusedByName() {
    var e = assertThrows(IllegalArgumentException.class, () -> Port.of(Silent.class));
    assertTrue(e.getMessage().endsWith("Silent.name has no @About"), e.getMessage());
  }

  @Test
  void digitsStayWithTheirLetterAndANameCanBeGiven() {
    assertEquals(java.util.List.of("cv_r2", "data_2015"),
        Port.of(Named.class).stream().map(Port::name).toList());
  }

  @Test
  void withSetsOneInputAndKeepsTheRest() {
    Value<CountWords.Text> text = new Value.Parameter<>("text");
    Value<Integer> length = Value.of(3);
    CountWords.In in = new CountWords.In(text).with(CountWords.In::leastLength, length);
    assertSame(text, in.text());
    assertSame(length, in.leastLength());
    assertEquals(Value.byDefault(), in.compare());
  }

  @Test
  void withRefusesAFunctionThatIsNoAccessor() {
    CountWords.In in = new CountWords.In(new Value.Parameter<>("text"));
    assertThrows(IllegalArgumentException.class,
        () -> in.with(_ -> Value.of(1), Value.of(3)));
  }
}
