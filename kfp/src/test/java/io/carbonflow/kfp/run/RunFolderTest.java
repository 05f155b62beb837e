// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run may replace in a folder that somebody has named.
class RunFolderTest {
  @TempDir Path folder;
  private RunFolder run;

  @BeforeEach
  void aFolder() {
    Sketches.RUNS.set(0);
    run = RunFolder.named(folder);
  }

  private Path own(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "my own");
  }

  private static void assertOwn(Path file) throws IOException {
    assertEquals("my own", Files.readString(file));
  }

  private String refused() {
    return assertThrows(Problem.class, () -> Sketches.draw(run, "a")).getMessage();
  }

  @Test
  void filesOfOtherOriginAreRefusedBeforeAnythingRunsOrIsMade() throws Exception {
    Path picture = own("plots/p.png");
    Path page = own("report.html");
    own("thesis.txt");
    assertEquals(folder.toAbsolutePath() + ": holds plots, report.html, which are of no run; name another"
        + " folder with --output, or let the run replace what is called as its results are with"
        + " --replace", refused());
    assertOwn(picture);
    assertOwn(page);
    assertEquals(0, Sketches.RUNS.get());
    assertEquals(3, folder.toFile().list().length, "nothing is made");
  }

  @Test
  void eachNameThatTheRunNeedsIsLookedAt() throws Exception {
    for (String name : List.of("report.html", "plots", "steps", RunRecord.FILE)) {
      Path file = own(name);
      assertTrue(refused().contains("holds " + name + ", which is of no run"), refused());
      Files.delete(file);
      Files.createSymbolicLink(file, Path.of("nowhere"));
      assertTrue(refused().contains("holds " + name + ", which is of no run"), name);
      Files.delete(file);
    }
    Sketches.draw(run, "a");
    assertEquals(1, Sketches.RUNS.get());
  }

  @Test
  void whatIsReplacedOnRequestIsWhatIsCalledAsAResult() throws Exception {
    Path picture = own("plots/p.png");
    Path thesis = own("thesis.txt");
    own("report.html");
    own("plots/a.png");
    Sketches.draw(run.replacing(true), "a");
    assertEquals("page of a", Files.readString(folder.resolve("report.html")));
    assertEquals("picture a", Files.readString(folder.resolve("plots/a.png")));
    assertOwn(picture);
    assertOwn(thesis);
    Sketches.draw(run, "b");
    assertOwn(picture);
  }

  @Test
  void filesBesideTheResultsOfARunStay() throws Exception {
    Sketches.draw(run, "a,b");
    List<Path> mine = List.of(own("thesis.txt"), own("plots/mine.png"), own("steps.txt"));
    Sketches.draw(run, "b,c");
    for (Path file : mine) {
      assertOwn(file);
    }
    assertEquals(Set.of("b.png", "c.png", "mine.png"),
        Set.of(folder.resolve("plots").toFile().list()), "what the run before had alone is gone");
  }

  @Test
  void theFolderOfAnEarlierVersionIsARuns() throws Exception {
    own("steps/draw/task.json");
    own("report.html");
    Path picture = own("plots/p.png");
    Sketches.draw(run, "a");
    assertEquals("page of a", Files.readString(folder.resolve("report.html")));
    assertOwn(picture);
  }

  @Test
  void aRecordThatNamesFilesElsewhereIsNone() throws Exception {
    Path outside = Files.writeString(folder.resolve("outside.txt"), "my own");
    Path inner = Files.createDirectory(folder.resolve("inner"));
    for (String file : List.of("../outside.txt", "plots/../../outside.txt", outside.toString(), "")) {
      Files.writeString(inner.resolve(RunRecord.FILE), """
          {"pipeline": "sketches", "started": "2026-01-05T08:00:00Z", "finished": true,
           "outputs": {"sketches": ["%s"]}}""".formatted(file));
      var e = assertThrows(Problem.class, () -> Sketches.draw(RunFolder.named(inner), "a"));
      assertTrue(e.getMessage().contains("holds " + RunRecord.FILE), e.getMessage());
      assertOwn(outside);
    }
  }

  @Test
  void twoPipelinesInOneFolderDoNotDeleteEachOthersResults() throws Exception {
    Sketches.draw(run, "a");
    RunRecord other = RunRecord.read(folder).orElseThrow();
    SortedMap<String, List<String>> outputs = new TreeMap<>(other.outputs());
    outputs.put("other", List.of("other.txt"));
    new RunRecord("other", other.started(), true, outputs).write(folder);
    Path result = own("other.txt");
    Sketches.draw(run, "b");
    assertOwn(result);
    assertFalse(Files.exists(folder.resolve("plots/a.png")));
    assertEquals(Set.of("other", "sketches"), RunRecord.read(folder).orElseThrow().outputs().keySet());
  }
}
