// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;

/// Declarations that are part of others, and parameters with rules of their own.
class RecordsTest {
  record Inner(@About("one") Value<Integer> one, @About("two") Value<Even> two) {}

  record Outer(Inner inner, @About("many") Value<List<Long>> many) {}

  record Even(String text) implements Text {
    Even {
      if (text.length() % 2 != 0) {
        throw new IllegalArgumentException("'" + text + "' has an odd number of letters");
      }
    }
  }

  @Test
  void aRecordInARecordStandsForItsComponents() {
    assertEquals(List.of("one", "two", "many"),
        Port.of(Outer.class).stream().map(Port::name).toList());
    Outer made = Records.make(Outer.class,
        Value.of(1), Value.of(new Even("ab")), Value.of(List.of(2L)));
    assertEquals(Value.of(1), made.inner().one());
    assertEquals(List.of(Value.of(1), Value.of(new Even("ab")), Value.of(List.of(2L))),
        Records.values(made));
  }

  enum Size implements PerConstant.Words {
    SMALL, VERY_LARGE;

    @Override
    public List<String> words() {
      return List.of("the " + ParameterType.format(this).replace('_', ' ') + " one");
    }
  }

  record Measured(@About("the height of %s") Value<Integer> height,
      @About("its weight") Value<Double> weight) {}

  record Each(@About("first") Value<Boolean> first, PerConstant<Size, Measured> sizes,
      Inner last) implements OptionalInputs<Each> {}

  @Test
  void aComponentForEachConstantStandsForTheInputsOfEach() {
    List<Port> ports = Port.of(Each.class);
    assertEquals(List.of("first", "small_height", "small_weight", "very_large_height",
        "very_large_weight", "one", "two"), ports.stream().map(Port::name).toList());
    assertEquals("the height of the very large one", ports.get(3).text());
    List<Object> values = List.of(Value.of(true), Value.of(1), Value.of(1.5), Value.of(2),
        Value.of(2.5), Value.of(3), Value.of(new Even("ab")));
    Each made = Records.make(Each.class, values.toArray());
    assertEquals(Value.of(2), made.sizes().get(Size.VERY_LARGE).height());
    assertEquals(values, Records.values(made));
    Each other = made.with(each -> each.sizes().get(Size.SMALL).weight(), Value.of(0.5));
    assertEquals(Value.of(0.5), Records.values(other).get(2));
    assertEquals(Value.of(2.5), Records.values(other).get(4));
  }

  @Test
  void aTextThatBreaksItsRulesIsRefusedWhenItIsParsed() {
    Port two = Port.of(Inner.class).get(1);
    assertEquals(new Even("abcd"), two.parse("abcd"));
    assertEquals("abcd", ParameterType.format(new Even("abcd")));
    assertEquals("'abc' has an odd number of letters",
        assertThrows(IllegalArgumentException.class, () -> two.parse("abc")).getMessage());
  }

  @Test
  void theElementsOfAListHaveTheirTypeHoweverKubeflowWritesThem() {
    Port many = Port.of(Outer.class).get(2);
    assertEquals(List.of(0L, 1L, 2L), many.parse("[0, 1.0, 2]"));
    assertTrue(assertThrows(IllegalArgumentException.class, () -> many.parse("[1.5]"))
        .getMessage().contains("'1.5' is not a whole number"));
  }

  @Test
  void whatHasToBeGivenMustNotBeEmpty() {
    var e = assertThrows(IllegalArgumentException.class,
        () -> Port.of(Inner.class).get(1).parse(" "));
    assertEquals("is empty, but has to be given: two", e.getMessage());
  }

  @Test
  void howATaskEndedIsReadAsTheClusterAndAsTheLocalOrchestratorWriteIt() {
    assertEquals(new FinalStatus("FAILED", "work", "no memory", "training-kn68b"),
        ParameterType.parse(FinalStatus.class, "{\"state\": \"FAILED\","
            + " \"pipelineJobResourceName\": \"training-kn68b\", \"pipelineTaskName\": \"work\","
            + " \"error\": {\"code\": 9, \"message\": \"no memory\"}}"));
    FinalStatus well = new FinalStatus(FinalStatus.SUCCEEDED, "work", "", "local-pipeline-work");
    assertEquals(well, ParameterType.parse(FinalStatus.class,
        "{\"state\": \"SUCCEEDED\", \"pipeline_task_name\": \"work\", \"error\": {},"
            + " \"pipeline_job_resource_name\": \"local-pipeline-work\"}"));
    assertEquals(well, ParameterType.parse(FinalStatus.class, ParameterType.format(well)));
  }
}
