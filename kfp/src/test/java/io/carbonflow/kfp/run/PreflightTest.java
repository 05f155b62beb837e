// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.PipelineSpec;
import io.carbonflow.kfp.pipeline.Compiler;
import io.carbonflow.kfp.pipeline.StepImage;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.Terminal;
import io.carbonflow.kfp.whole.WholePipeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is looked at before the first task of a run.
class PreflightTest {
  @TempDir Path folder;
  private final PipelineSpec pipeline = Compiler.compile(new Words(), new StepImage("local", "carbonflow"));
  private final List<Preflight.Planned> seen = new ArrayList<>();
  private Path source;
  private Path run;

  @BeforeEach
  void aWord() throws Exception {
    source = Files.writeString(folder.resolve("word.txt"), "ab");
    run = folder.resolve("run");
    Words.RUNS.set(0);
  }

  private LocalRunner.Results run(Preflight preflight) throws Exception {
    return run(preflight, RunFolder.named(run));
  }

  private LocalRunner.Results run(Preflight preflight, RunFolder at) throws Exception {
    try (Workers workers = new Workers(3)) {
      var launcher = new JvmLauncher(
          WholePipeline.programs("carbonflow", Declaration.all(), List.of()), workers);
      var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
      return new LocalRunner(launcher, new Terminal(nowhere, false, System::nanoTime)::console, preflight)
          .run(pipeline, Map.of("source", source.toString()), at, true);
    }
  }

  @Test
  void aProjectSeesWhatIsGoingToRunAndIsAskedEachTime() throws Exception {
    run(seen::add);
    run(seen::add);
    assertEquals(2, seen.size());
    Preflight.Planned planned = seen.getLast();
    assertEquals(run.toAbsolutePath(), planned.folder());
    assertEquals(OptionalInt.of(3), planned.threads());
    assertEquals(source.toString(), planned.text("source"));
    assertEquals("", planned.text("store"));
    assertTrue(planned.commands().stream().allMatch(words -> words.getFirst().equals("carbonflow")), planned::toString);
  }

  @Test
  void whatItRefusesIsNotBegun() {
    var wrong = new Problem(Place.of("store"), "is full", "make room");
    assertEquals("store: is full; make room", assertThrows(Problem.class, () -> run(_ -> {
      throw wrong;
    })).getMessage());
    assertEquals(0, Words.RUNS.get());
    assertFalse(Files.exists(run.resolve("steps")));
  }

  @Test
  void aFileWhereTheTasksFoldersGoIsReportedBeforeTheProjectIsAsked() throws Exception {
    Files.createDirectories(run);
    Path steps = Files.writeString(run.resolve("steps"), "mine");
    assertEquals(steps + ": is not a folder that the tasks of this run can write to; move it, make it writable, or name"
        + " another folder with --output", assertThrows(Problem.class,
        () -> run(seen::add, RunFolder.named(run).replacing(true))).getMessage());
    assertEquals("mine", Files.readString(steps));
    assertEquals(List.of(), seen);
  }

  @Test
  void aFolderThatTakesNoMoreFilesIsReported() throws Exception {
    run(Preflight.NONE);
    Words.RUNS.set(0);
    assumeTrue(run.toFile().setWritable(false) && !Files.isWritable(run), "this user may write everywhere");
    try {
      String message = assertThrows(Problem.class, () -> run(seen::add)).getMessage();
      assertTrue(message.startsWith(run + ": no file can be made in it ("), message);
      assertEquals(0, Words.RUNS.get());
    } finally {
      assertTrue(run.toFile().setWritable(true));
    }
  }

  @Test
  void nothingOfTheLookStays() throws Exception {
    run(Preflight.NONE);
    try (Stream<Path> files = Files.list(run)) {
      assertEquals(List.of(), files.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".try") || name.startsWith(".try")).toList());
    }
  }
}
