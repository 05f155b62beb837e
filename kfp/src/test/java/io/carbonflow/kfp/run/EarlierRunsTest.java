// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.TemporaryFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The newest run, the ones before it, and what outlives them.
class EarlierRunsTest {
  @TempDir Path runs;
  private Path newest;
  private RunFolder run;

  @BeforeEach
  void aFolder() {
    Sketches.RUNS.set(0);
    newest = runs.resolve("sketches");
    run = RunFolder.ofNewest(newest);
  }

  private List<Path> earlier() throws IOException {
    try (Stream<Path> all = Files.list(runs)) {
      return all.filter(path -> path.getFileName().toString().startsWith("sketches-")).sorted().toList();
    }
  }

  private static String page(Path folder) throws IOException {
    return Files.readString(folder.resolve("report.html"));
  }

  @Test
  void theRunBeforeStaysUnderItsTimeWithItsTasks() throws Exception {
    Sketches.draw(run, "a");
    String shown = Sketches.draw(run, "b");
    Path before = earlier().getFirst();
    assertTrue(before.getFileName().toString().matches("sketches-20\\d\\d-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ"));
    assertTrue(shown.contains("sketches: the run before this one is in " + before), shown);
    assertEquals("page of a", page(before));
    assertEquals("page of a", page(before.resolve("steps/draw")));
    assertEquals("picture a", Files.readString(before.resolve("plots/a.png")));
    assertEquals("page of b", page(newest));
    assertFalse(Files.exists(newest.resolve("plots/a.png")));
  }

  @Test
  void aSecondRunRunsOnlyWhatHasChanged() throws Exception {
    Sketches.draw(run, "a");
    assertTrue(Sketches.draw(run, "a").contains("draw: unchanged"));
    assertEquals(1, Sketches.RUNS.get());
    assertEquals("page of a", page(newest));
    Sketches.draw(run, "b");
    assertEquals(2, Sketches.RUNS.get());
  }

  @Test
  void theTasksOutliveTheRun() throws Exception {
    Sketches.draw(run, "a");
    TemporaryFolder.remove(newest);
    assertTrue(Sketches.draw(run, "a").contains("draw: unchanged"));
    assertEquals("page of a", page(newest));
  }

  @Test
  void tenStayAndWhatSomebodyHasPutBesideTheResultsStaysForever() throws Exception {
    for (int i = 0; i < 3; i++) {
      Sketches.draw(run, "a");
    }
    Path noted = earlier().getFirst();
    Path note = Files.writeString(noted.resolve("plots/note.txt"), "my own");
    Path mine = Files.createDirectory(runs.resolve("sketches-2001-01-01T00-00-00Z"));
    Files.writeString(mine.resolve("report.html"), "my own");
    for (int i = 0; i < EarlierRuns.KEPT; i++) {
      Sketches.draw(run, "b");
    }
    assertEquals(EarlierRuns.KEPT + 2, earlier().size());
    assertEquals("my own", Files.readString(note));
    assertEquals(1, noted.toFile().list().length);
    assertEquals("my own", page(mine));
    Set<String> names = Set.of("report.html", "plots", "steps", RunRecord.FILE);
    for (Path kept : earlier().subList(2, EarlierRuns.KEPT + 2)) {
      assertEquals(names, Set.of(kept.toFile().list()));
    }
  }

  @Test
  void aRunThatHasNotEndedIsTheSameRunWhenItIsStartedAgain() throws Exception {
    Sketches.draw(run, "a");
    assertThrows(TaskFailure.class, () -> Sketches.draw(run, "bad"));
    Instant started = RunRecord.read(newest).orElseThrow().started();
    assertEquals(1, earlier().size());
    assertFalse(Files.exists(newest.resolve("report.html")), "results are of one run");
    Sketches.draw(run, "b");
    assertEquals(1, earlier().size());
    assertEquals(started, RunRecord.read(newest).orElseThrow().started());
    assertEquals("page of b", page(newest));
  }

  @Test
  void aMoveThatWasStoppedHalfWayIsFinished() throws Exception {
    Sketches.draw(run, "a");
    RunRecord record = RunRecord.read(newest).orElseThrow();
    Path place = new EarlierRuns(newest).place(record);
    Files.createDirectories(place);
    Files.move(newest.resolve("report.html"), place.resolve("report.html"));
    Sketches.draw(run, "b");
    assertEquals(List.of(place), earlier());
    assertEquals("page of a", page(place));
    assertEquals("picture a", Files.readString(place.resolve("plots/a.png")));
  }

  @Test
  void aStoreAndOwnFilesInTheFolderStayWhereTheyAre() throws Exception {
    Sketches.draw(run, "a");
    Path store = Files.createDirectories(newest.resolve("store/models")).resolve("current.json");
    Files.writeString(store, "{}");
    Path own = Files.writeString(newest.resolve("plots/own.png"), "my own");
    Sketches.draw(run, "b");
    assertEquals("{}", Files.readString(store));
    assertEquals("my own", Files.readString(own));
  }

  @Test
  void theRunOfAnEarlierVersionStaysAsWell() throws Exception {
    for (String file : List.of("report.html", "plots/a.png", "steps/draw/task.json", "mine.txt")) {
      Files.createDirectories(newest.resolve(file).getParent());
      Files.writeString(newest.resolve(file), "old");
    }
    Sketches.draw(run, "b");
    for (String file : List.of("report.html", "plots/a.png", "steps/draw/task.json")) {
      assertEquals("old", Files.readString(earlier().getFirst().resolve(file)));
    }
    assertEquals("old", Files.readString(newest.resolve("mine.txt")));
    assertEquals("page of b", page(newest));
    assertEquals(1, newest.resolve("plots").toFile().list().length);
  }

  @Test
  void ownFilesInTheStandardFolderAreRefusedToo() throws Exception {
    Files.createDirectories(newest);
    Path own = Files.writeString(newest.resolve("report.html"), "my own");
    assertThrows(Problem.class, () -> Sketches.draw(run, "a"));
    assertEquals("my own", Files.readString(own));
  }
}
