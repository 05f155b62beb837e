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
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Terminal;
import io.carbonflow.kfp.whole.WholePipeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LocalRunnerTest {
  @TempDir Path folder;
  private final PipelineSpec pipeline = Compiler.compile(new Words(), new StepImage("local", "carbonflow"));
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final Workers workers = new Workers(1);
  private final LocalRunner runner = new LocalRunner(
      new JvmLauncher(WholePipeline.programs("carbonflow", Declaration.all(), List.of()), workers),
      new Terminal(new PrintStream(shown, true, StandardCharsets.UTF_8), false, System::nanoTime)
          ::console);
  private Path source;
  private Path run;

  @BeforeEach
  void aWord() throws Exception {
    source = Files.writeString(folder.resolve("word.txt"), "ab");
    run = folder.resolve("run");
    Words.RUNS.set(0);
  }

  @AfterEach
  void close() {
    workers.close();
  }

  private LocalRunner.Results run(Map<String, Object> more, boolean reuse) throws Exception {
    var parameters = new java.util.TreeMap<>(more);
    parameters.putIfAbsent("source", source.toString());
    return runner.run(pipeline, parameters, run, reuse);
  }

  @Test
  void outputsReachTheTasksThatTakeThemAndTheRunsFolder() throws Exception {
    var results = run(Map.of(), true);
    assertEquals(run.resolve("text.txt"), results.artifacts().get("joined").path());
    assertEquals("abab+ababab/4", Files.readString(run.resolve("text.txt")));
  }

  @Test
  void aParameterReplacesItsDefault() throws Exception {
    run(Map.of("times", "1"), true);
    assertEquals("ab+ababab/2", Files.readString(run.resolve("text.txt")));
  }

  @Test
  void eachTaskKeepsItsInputsOutputsAndLogInAFolder() throws Exception {
    run(Map.of(), true);
    Path left = run.resolve("steps/left");
    assertEquals("abab", Files.readString(left.resolve("text.txt")));
    assertEquals("4", Files.readString(left.resolve(".executor/parameters/length")));
    assertTrue(Files.readString(run.resolve("steps/left.json")).contains("\"times\": 2"));
    assertEquals("read ab\n",
        Files.readString(run.resolve("steps/fetch.log")).replace("\r", ""));
  }

  @Test
  void aTaskWhoseInputsAreUnchangedIsSkippedButNeverOneThatReadsOutside() throws Exception {
    run(Map.of(), true);
    assertEquals(4, Words.RUNS.getAndSet(0));
    run(Map.of(), true);
    assertEquals(1, Words.RUNS.get());
    assertTrue(shown.toString(StandardCharsets.UTF_8).contains("left: unchanged"));
  }

  @Test
  void whatChangedIsRunAgainAndWhatDependsOnIt() throws Exception {
    run(Map.of(), true);
    Words.RUNS.set(0);
    Files.writeString(source, "xy");
    run(Map.of(), true);
    assertEquals(4, Words.RUNS.get());
    assertEquals("xyxy+xyxyxy/4", Files.readString(run.resolve("text.txt")));
  }

  @Test
  void anOutputThatSomebodyChangedIsMadeAgain() throws Exception {
    run(Map.of(), true);
    Files.writeString(run.resolve("steps/join/text.txt"), "tampered");
    run(Map.of(), true);
    assertEquals("abab+ababab/4", Files.readString(run.resolve("text.txt")));
  }

  @Test
  void everythingIsRunAgainWhenNothingMayBeReused() throws Exception {
    run(Map.of(), true);
    Words.RUNS.set(0);
    run(Map.of(), false);
    assertEquals(4, Words.RUNS.get());
  }

  @Test
  void aFailureNamesTheTaskTheReasonAndTheLog() throws Exception {
    Files.writeString(source, "bad");
    var e = assertThrows(TaskFailure.class, () -> run(Map.of(), true));
    assertTrue(e.getMessage().startsWith(
        "task fetch failed: " + source + ": holds a bad word; write a good one"), e.getMessage());
    Path log = run.toAbsolutePath().resolve("steps/fetch.log");
    assertTrue(e.getMessage().contains(log.toString()), e.getMessage());
    assertTrue(Files.readString(log).contains("holds a bad word"));
    assertFalse(Files.exists(run.resolve("text.txt")));
  }

  @Test
  @Timeout(60)
  void anErrorOfTheJvmEndsTheRunAsAnyFailureDoes() throws Exception {
    Files.writeString(source, "broken");
    var e = assertThrows(TaskFailure.class, () -> run(Map.of(), true));
    assertTrue(e.getMessage().startsWith(
        "task fetch failed: unexpected: java.lang.NoClassDefFoundError: io/carbonflow/Gone"),
        e.getMessage());
    assertTrue(Files.readString(run.resolve("steps/fetch.log")).contains("NoClassDefFound"));
  }

  @Test
  void anUnknownParameterIsRefusedBeforeAnythingRuns() {
    var e = assertThrows(Problem.class, () -> run(Map.of("tiems", "1"), true));
    assertEquals("pipeline words, parameter tiems: is not a parameter of it;"
        + " its parameters are source, times", e.getMessage());
    assertEquals(0, Words.RUNS.get());
  }

  @Test
  void aMistypedOrMissingParameterIsRefused() {
    var mistyped = assertThrows(Problem.class, () -> run(Map.of("times", "often"), true));
    assertTrue(mistyped.getMessage().contains("'often' is not a whole number"));
    var missing = assertThrows(Problem.class, () -> runner.run(pipeline, Map.of(), run, true));
    assertTrue(missing.getMessage().contains("parameter source: has no default and no value"));
  }

  @Test
  void aFolderInUseByAnotherRunIsRefused() throws Exception {
    Files.createDirectories(run);
    try (var channel = FileChannel.open(run.resolve(".lock"),
        StandardOpenOption.CREATE, StandardOpenOption.WRITE); var _ = channel.lock()) {
      var e = assertThrows(Problem.class, () -> run(Map.of(), true));
      assertTrue(e.getMessage().contains("is in use by another run"), e.getMessage());
    }
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws Exception {
    Files.writeString(run, "in the way");
    var e = assertThrows(Problem.class, () -> run(Map.of(), true));
    assertTrue(e.getMessage().contains("cannot be written"), e.getMessage());
  }
}
