// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.run.RecordedRun.State;
import io.carbonflow.kfp.step.Console;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Terminal;
import io.carbonflow.kfp.whole.WholePipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run's folder tells of the run.
class RecordedRunTest {
  private static final PipelineSpec SQUARES =
      Compiler.compile(new Squares(), new StepImage("local", "carbonflow"));
  @TempDir Path folder;

  private static void run(Path run, Path journal, String numbers) throws Exception {
    try (Workers workers = new Workers(1); Terminal terminal = new Terminal(
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8), false, System::nanoTime)) {
      Function<String, Console> consoles = terminal::console;
      new LocalRunner(new JvmLauncher(WholePipeline.programs("carbonflow", Declaration.all(), List.of()), workers),
          consoles).run(SQUARES, new TreeMap<>(
              Map.of("numbers", numbers, "factor", 2, "journal", journal.toString())), run, true);
    }
  }

  private static Map<String, String> states(RecordedRun run) {
    Map<String, String> states = new TreeMap<>();
    run.tasks().forEach(task -> states.put(task.name(), task.state()));
    return states;
  }

  @Test
  void aFinishedRunTellsParametersTasksMetricsAndHashes() throws Exception {
    Path run = folder.resolve("run");
    run(run, folder.resolve("journal.txt"), "[3,1]");
    RecordedRun recorded = RecordedRun.of(run);
    assertEquals("run", recorded.name());
    assertEquals("squares", recorded.pipeline());
    assertEquals(State.SUCCEEDED, recorded.state());
    assertEquals(List.of(3L, 1L), recorded.parameters().get("numbers"));
    assertEquals(2L, recorded.parameters().get("factor"));
    assertEquals("SUCCEEDED", states(recorded).get("squares/1/square"), states(recorded)::toString);
    assertEquals(20.0, recorded.metrics().get("sum.total"), recorded.metrics()::toString);
    assertEquals(20.0, recorded.metrics().get("sum.sum"), recorded.metrics()::toString);
    assertEquals(Sha256.of(run.resolve("sum.json")), recorded.data().get("sum.text"), recorded.data()::toString);
    assertTrue(recorded.tasks().stream().allMatch(task -> task.took().orElseThrow().toMillis() >= 0));
    assertTrue(!recorded.ended().orElseThrow().isBefore(recorded.started()));
  }

  @Test
  void aTaskThatWasNotRunAgainIsCached() throws Exception {
    Path run = folder.resolve("run");
    run(run, folder.resolve("journal.txt"), "[3]");
    Thread.sleep(5); // a file system's times may be of milliseconds
    run(run, folder.resolve("journal.txt"), "[3]");
    RecordedRun recorded = RecordedRun.of(run);
    assertEquals("CACHED", states(recorded).get("squares/0/square"), states(recorded)::toString);
    assertTrue(recorded.tasks().stream().filter(task -> task.name().equals("sum")).findFirst().orElseThrow().isKept());
  }

  @Test
  void filesThatParametersNameAreInputsWithTheirHashes() throws Exception {
    Path journal = Files.writeString(folder.resolve("journal.txt"), "before");
    String before = Sha256.of(journal);
    run(folder.resolve("run"), journal, "[3]");
    assertEquals(Map.of(journal.toString(), before), RecordedRun.of(folder.resolve("run")).inputs());
  }

  @Test
  void aRunThatFailedTellsWhy() {
    Path run = folder.resolve("run");
    assertThrows(TaskFailure.class, () -> run(run, folder.resolve("journal.txt"), "[30]"));
    RecordedRun recorded = RecordedRun.of(run);
    assertEquals(State.FAILED, recorded.state());
    assertTrue(recorded.failure().orElseThrow().contains("the sum is too large"), recorded.failure()::toString);
    assertEquals("FAILED", states(recorded).entrySet().stream().filter(task -> task.getKey().endsWith("end"))
        .findFirst().orElseThrow().getValue(), states(recorded)::toString);
  }

  @Test
  void aRunsPageSaysWhenItRanWithWhichCommandAndWhatBecameOfItsTasks() throws Exception {
    Path run = folder.resolve("run");
    Path journal = folder.resolve("it's <here>.txt");
    run(run, journal, "[3,1]");
    String page = Files.readString(run.resolve("steps/run.html"));
    RecordedRun recorded = RecordedRun.of(run);
    String started = recorded.started().toString().replace('T', ' ').replace("Z", " UTC");
    assertTrue(page.contains("<p>Started " + started + ", ended "), page);
    assertTrue(page.contains(" s): succeeded.</p>"), page);
    assertTrue(page.contains("<code>run squares \\\n  --factor=2 \\\n  --journal='" + folder.toString()
        + "/it'\\''s &lt;here>.txt' \\\n  --numbers='[3,1]'</code>"), page);
    assertTrue(page.contains("<td>squares/1/square</td><td>succeeded</td><td>"), page);
    for (String result : recorded.results()) {
      assertTrue(page.contains("<a href=\"../" + result + "\">"), page);
      assertTrue(Files.exists(run.resolve("steps").resolve("../" + result)), result);
    }
  }

  @Test
  void thePageOfARunThatFailedSaysWhy() {
    Path run = folder.resolve("run");
    assertThrows(TaskFailure.class, () -> run(run, folder.resolve("journal.txt"), "[30]"));
    String page = assertDoesNotThrow(() -> Files.readString(run.resolve("steps/run.html")));
    assertTrue(page.contains(": failed.</p>"), page);
    assertTrue(page.contains("the sum is too large"), page);
  }

  @Test
  void aRunThatNeverEndedWasInterrupted() {
    new RunRecord("squares", Instant.parse("2026-01-02T03:04:05Z"), false, new TreeMap<>()).write(folder);
    assertEquals(State.INTERRUPTED, RecordedRun.of(folder).state());
  }

  @Test
  void aRunThatHasItsFolderForItselfGoesOn() throws Exception {
    new RunRecord("squares", Instant.parse("2026-01-02T03:04:05Z"), false, new TreeMap<>()).write(folder);
    try (FileChannel lock = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE,
        StandardOpenOption.WRITE); FileLock _ = lock.lock()) {
      assertEquals(State.RUNNING, RecordedRun.of(folder).state());
    }
  }

  @Test
  void aRunOfAnEarlierVersionIsReadAsFarAsItGoes() throws Exception {
    Path run = folder.resolve("run");
    run(run, folder.resolve("journal.txt"), "[3,1]");
    RunRecord now = RunRecord.read(run).orElseThrow();
    new RunRecord(now.pipeline(), now.started(), now.finished(), now.outputs()).write(run);
    RecordedRun recorded = RecordedRun.of(run);
    assertEquals(State.SUCCEEDED, recorded.state());
    assertEquals(Map.of(), recorded.parameters());
    assertTrue(states(recorded).containsKey("squares/1/square"), states(recorded)::toString);
    assertEquals(20.0, recorded.metrics().get("sum.total"));
  }

  @Test
  void runsBelowAFolderComeTheNewestFirst() {
    for (String name : List.of("a", "c", "b")) {
      new RunRecord(name, Instant.parse("2026-01-02T03:04:05Z").plusSeconds(name.charAt(0)), false, new TreeMap<>())
          .write(folder.resolve(name));
    }
    assertEquals(List.of("c", "b", "a"), RecordedRun.below(folder).stream().map(RecordedRun::pipeline).toList());
    assertEquals(List.of("b"), RecordedRun.below(folder.resolve("b")).stream().map(RecordedRun::pipeline).toList());
    assertEquals(List.of(), RecordedRun.below(folder.resolve("none")));
  }

  @Test
  void aFolderThatIsNoRunsIsRefused() {
    Problem problem = assertThrows(Problem.class, () -> RecordedRun.of(folder));
    assertTrue(problem.getMessage().contains("is not a run's folder"), problem.getMessage());
  }
}
