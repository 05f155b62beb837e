// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.ir.SpecYaml;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Terminal;
import io.carbonflow.kfp.whole.WholePipeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Loops, conditions and exit handlers, run from the text that Kubeflow would get.
class ControlFlowTest {
  @TempDir Path folder;
  private final PipelineSpec pipeline = SpecYaml.read("squares.yaml",
      SpecYaml.write(Compiler.compile(new Squares(), new StepImage("example/squares:1", "carbonflow"))));
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Workers workers = new Workers(1);
  private final LocalRunner runner = new LocalRunner(
      new JvmLauncher(WholePipeline.programs("carbonflow", Declaration.all(), List.of()), workers),
      new Terminal(new PrintStream(shown, true, StandardCharsets.UTF_8), false, System::nanoTime)
          ::console);
  private Path run;
  private Path journal;

  @BeforeEach
  void aFolder() {
    run = folder.resolve("run");
    journal = folder.resolve("journal.txt");
  }

  @AfterEach
  void close() {
    workers.close();
  }

  private LocalRunner.Results run(Object numbers) throws Exception {
    return runner.run(pipeline, new TreeMap<>(
        Map.of("numbers", numbers, "factor", 2, "journal", journal.toString())), run, true);
  }

  @Test
  void roundsRunForEachItemAndAreCollectedInOrder() throws Exception {
    var results = run("[3, 1, 2]");
    assertEquals("3² 1² 2² = 28", Files.readString(run.resolve("sum.json")));
    assertEquals(Map.of("total", 28L), results.parameters());
    assertEquals(Map.of("sum", 28.0),
        results.artifacts().get("sum").metadata());
    assertEquals("3²", Files.readString(run.resolve("steps/squares/0/square/text.json")));
    assertTrue(Files.exists(run.resolve("steps/squares/2/square.json")));
  }

  @Test
  void wholeNumbersInAListMayBeWrittenAsKubeflowWritesThem() throws Exception {
    assertEquals(Map.of("total", 28L), run("[3.0, 1.0, 2.0]").parameters());
  }

  @Test
  void aLoopOverNothingFailsWhoeverCollectsFromItAsOnKubeflow() {
    var e = assertThrows(TaskFailure.class, () -> run("[]"));
    assertTrue(e.getMessage().startsWith("task sum failed: input numbers: task squares has given no"
        + " pipelinechannel--square-square: nothing in it has run that gives one; give the loop an"
        + " item"), e.getMessage());
  }

  @Test
  void anItemOfAnotherTypeFailsTheLoopAsOnKubeflow() {
    var e = assertThrows(TaskFailure.class, () -> run("[1, \"2\"]"));
    assertTrue(e.getMessage().startsWith("task squares failed: item of the loop: '2' is not a whole"
        + " number; give the loop items of one type"), e.getMessage());
  }

  @Test
  void aBranchWhoseConditionDoesNotHoldIsSkippedAndTheExitHandlerReportedAboutSuccess() throws Exception {
    run("[1]");
    assertTrue(shown.toString(StandardCharsets.UTF_8)
        .contains("too-large: skipped, its condition does not hold"), shown::toString);
    assertFalse(Files.exists(run.resolve("steps/too-large")));
    assertEquals("work SUCCEEDED ", Files.readString(journal));
  }

  @Test
  void aBranchWhoseConditionHoldsRunsAndTheExitHandlerRunsAfterItsFailure() throws Exception {
    var e = assertThrows(TaskFailure.class, () -> run("[9, 1]"));
    assertTrue(e.getMessage().startsWith("task too-large/end failed: verdict: the sum is too"),
        e.getMessage());
    String told = Files.readString(journal);
    assertTrue(told.startsWith("work FAILED task too-large/end failed: verdict: the sum is"), told);
    assertFalse(Files.exists(run.resolve("sum.json")));
  }

  @Test
  void aFailedRoundEndsTheRunAndNamesItself() throws Exception {
    var e = assertThrows(TaskFailure.class, () -> run("[1, 2, -5]"));
    assertTrue(e.getMessage().startsWith(
        "task squares/2/square failed: step square: --number: -5 is not at least 0"),
        e.getMessage());
    assertFalse(Files.exists(run.resolve("steps/sum")));
  }

  @Test
  void whatHasRunIsNotRunAgain() throws Exception {
    run("[3, 1]");
    shown.reset();
    run("[3, 2]");
    String told = shown.toString(StandardCharsets.UTF_8);
    assertTrue(told.contains("squares/0/square: unchanged"), told);
    assertFalse(told.contains("squares/1/square: unchanged"), told);
    assertEquals("3² 2² = 26", Files.readString(run.resolve("sum.json")));
  }

  @Test
  void itemsThatAreNotNumbersAreRefusedBeforeAnythingRuns() {
    var e = assertThrows(Problem.class, () -> run("{}"));
    assertEquals("pipeline squares, parameter numbers: '{}' is not a JSON list, such as"
        + " [\"a\", \"b\"]; give it a value of its type", e.getMessage());
  }
}
