// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.step.CountWords;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepHarnessTest {
  @TempDir Path folder;
  private StepHarness harness;

  @BeforeEach
  void start() {
    harness = StepHarness.in(folder);
  }

  private CountWords.In text(String text, Value<Integer> least) {
    return new CountWords.In(
        harness.file("text.txt", text, CountWords.Text::new), least, Value.byDefault());
  }

  @Test
  void aStepGivesFilesValuesNumbersAndLines() throws Exception {
    CountWords.Out out = harness.run(new CountWords(), text("one two One", Value.byDefault()));
    assertEquals(3, out.number().get());
    Path words = out.words().get().path();
    assertEquals("one\ntwo\nOne\n", Files.readString(words));
    assertTrue(words.startsWith(folder.resolve("count-words")), words.toString());
    assertEquals(Map.of("words", 3.0), harness.metrics(out.words()));
    assertEquals(List.of("counted"), harness.log());
  }

  @Test
  void aValueOutOfItsRangeIsRefusedAsByTheCommand() {
    var refused = assertThrows(IllegalArgumentException.class,
        () -> harness.run(new CountWords(), text("one", Value.of(41))));
    assertTrue(refused.getMessage().startsWith("--least-length: "), refused.getMessage());
  }

  @Test
  void aFileThatIsNotThereIsReportedWithTheInput() {
    var missing = new CountWords.In(Value.of(new CountWords.Text(folder.resolve("none.txt"))),
        Value.byDefault(), Value.byDefault());
    var told = assertThrows(Problem.class, () -> harness.run(new CountWords(), missing));
    assertTrue(told.getMessage().contains("none.txt") && told.getMessage().contains("--text"),
        told.getMessage());
  }

  @Test
  void aFileThatAStepReadsByItselfAndThatIsNotThereIsReportedToo() {
    var told = assertThrows(Problem.class,
        () -> harness.run(new CountWords(), text("read none.txt", Value.byDefault())));
    assertEquals("none.txt: there is no such file; check the path", told.getMessage());
  }

  @Test
  void aStepThatForgetsAnOutputFails() {
    assertThrows(IllegalStateException.class,
        () -> harness.run(new CountWords(), text("forget it", Value.byDefault())));
  }

  @Test
  void aRequiredInputHasNoDefault() {
    var without = new CountWords.In(Value.byDefault(), Value.byDefault(), Value.byDefault());
    var told = assertThrows(Problem.class, () -> harness.run(new CountWords(), without));
    assertTrue(told.getMessage().startsWith("input text: "), told.getMessage());
  }

  @Test
  void aPipelinesInputIsKnownOnlyThere() {
    var reference = new CountWords.In(new Output.Reference<>("merge", "table"),
        Value.byDefault(), Value.byDefault());
    assertThrows(IllegalStateException.class, () -> harness.run(new CountWords(), reference));
  }
}
