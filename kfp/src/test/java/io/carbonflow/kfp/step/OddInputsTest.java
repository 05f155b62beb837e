// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// What is given to a step and is not among what it takes.
class OddInputsTest {
  private record Lists(@About("texts") Value<List<String>> words, @About("numbers") Value<List<Integer>> numbers,
      @About("rows") Value<List<CountWords.Text>> files) {}

  private static Port port(String name) {
    return Port.of(Lists.class).stream().filter(port -> port.name().equals(name)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "numbers | [null]   | one of the list is null",
      "words   | [null]   | one of the list is null",
      "numbers | [0, \"\"]| '' is not a whole number",
      "numbers | [1e999]  | 'Infinity' is not a whole number"})
  void aListOfSomethingElseIsReported(String name, String json, String what) {
    assertEquals(what, assertThrows(
        IllegalArgumentException.class, () -> port(name).parse(json)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1", "\"x\"", "[]", "{\"artifacts\": null}", "{\"artifacts\": 1}",
      "{\"artifacts\": [null]}", "{\"artifacts\": [1]}", "{\"artifacts\": [\"x\"]}"})
  void artifactsThatAreNoneAreRefused(String artifacts) {
    ExecutorInput input = ExecutorInput.parse("{\"inputs\": {\"artifacts\": {\"files\": " + artifacts
        + "}}, \"outputs\": {\"outputFile\": \"out\"}}");
    assertEquals("--executor-input: has something else than artifacts as input files; pass it as {{$}} in the"
        + " component's arguments",
        assertThrows(Problem.class, () -> input.files(port("files"))).getMessage());
  }

  private static String wrongUse(String... args) {
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(StepCommand.spec(Declaration.of(new CountWords())));
    line.setErr(new PrintWriter(err));
    assertEquals(Commands.WRONG_USE, Commands.execute(line, parsed -> {
      StepCommand.invocation(Declaration.of(new CountWords()), parsed);
      return Commands.OK;
    }, args));
    return err.toString();
  }

  @Test
  void anOutputWithoutANameIsRefused() {
    assertTrue(wrongUse("--text=a", "--words=/").contains("--words: / is not a file"));
    assertTrue(wrongUse("--text=a\0b", "--words=b").contains("--text: holds a character that no path has"));
  }

  @Test
  void aWordThatBeginsLikeAFileOfArgumentsIsAWord() {
    assertTrue(wrongUse("@/dev/zero").contains("Missing required option: '--text=PATH'"));
    assertTrue(wrongUse("--text=a", "@gone").contains("'@gone' is not expected here"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Too many open files | files: this process may open too few at once; raise the limit with ulimit -n 1024",
      "something else      | unexpected: java.io.UncheckedIOException: java.io.IOException: something else"})
  void whatRanOutIsReportedInWords(String reason, String told) {
    assertTrue(Commands.words(new UncheckedIOException(new IOException(reason))).startsWith(told));
  }

  @Test
  void memoryAndDepthThatDoNotSufficeAreReported() {
    assertTrue(Commands.words(new IllegalStateException(new OutOfMemoryError())).startsWith("memory: the "));
    assertTrue(Commands.words(new StackOverflowError()).startsWith("input: something in it lies too deep"));
  }
}
