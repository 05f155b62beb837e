// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.learn.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One search, by however many threads and machines, gives the same bytes.
class SharedSearchTest {
  private static final int TRIALS = 21;

  @TempDir
  private Path folder;

  private static Search search(Workers workers, Sampling sampling, long seed) {
    // as on another machine, everything is made again
    Dataset town = Town.of(60, 1);
    var neighbors = new Neighbors();
    var plan = new SearchPlan("neighbors", town.name(), sampling, TRIALS, 4, seed, true);
    return new Search(plan, neighbors, Neighbors.SPACE, town, workers, ProgressListener.NONE);
  }

  private byte[] alone(int threads, Sampling sampling, long seed) throws Exception {
    try (var workers = new Workers(threads)) {
      return bytes(search(workers, sampling, seed).run());
    }
  }

  private byte[] bytes(SearchResult result) throws Exception {
    Path file = folder.resolve("result.json");
    SearchFiles.write(file, result);
    return Files.readAllBytes(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RANDOM", "GRID", "TPE"})
  void givesTheSameOnOneThreadAndOnMany(Sampling sampling) throws Exception {
    byte[] one = alone(1, sampling, 0);
    assertArrayEquals(one, alone(2, sampling, 0));
    assertArrayEquals(one, alone(4, sampling, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RANDOM", "GRID", "TPE"})
  void givesSomethingElseForAnotherSeed(Sampling sampling) throws Exception {
    String zero = new String(alone(2, sampling, 0));
    String one = new String(alone(2, sampling, 1));
    assertNotEquals(zero.replace("\"seed\": 0", "\"seed\": 1"), one);
  }

  @ParameterizedTest
  @CsvSource({"RANDOM,1", "RANDOM,2", "RANDOM,3", "RANDOM,7", "RANDOM,21", "GRID,3"})
  void givesTheSameOnAnyNumberOfMachines(Sampling sampling, int machines) throws Exception {
    try (var workers = new Workers(2)) {
      List<Screening> screenings = new ArrayList<>();
      for (int m = machines - 1; m >= 0; m--) {
        int[] own = share(m, machines, TRIALS);
        screenings.add(screened(search(workers, sampling, 0).screen(own)));
      }
      ScreeningResult narrowed = search(workers, sampling, 0).promote(search(workers, sampling, 0).standing(screenings));
      Screening promoted = screened(new Screening(narrowed.plan(), narrowed.screened()));
      List<FullCrossValidation> completions = new ArrayList<>();
      for (int m = machines - 1; m >= 0; m--) {
        Search search = search(workers, sampling, 0);
        List<Trial> finalists = search.standing(List.of(promoted)).finalists();
        int[] own = share(m, machines, finalists.size());
        completions.add(completed(
            search.finish(IntStream.of(own).mapToObj(finalists::get).toList())));
      }
      SearchResult result =
          search(workers, sampling, 0).standing(List.of(promoted)).result(completions);
      assertArrayEquals(alone(1, sampling, 0), bytes(result));
    }
  }

  private static int[] share(int machine, int machines, int parts) {
    return IntStream.range(0, parts).filter(i -> i % machines == machine).toArray();
  }

  private Screening screened(Screening part) {
    SearchFiles.write(folder.resolve("screening.json"), part);
    return SearchFiles.readScreening(folder.resolve("screening.json"));
  }

  private FullCrossValidation completed(FullCrossValidation part) {
    SearchFiles.write(folder.resolve("completion.json"), part);
    return SearchFiles.readCompletion(folder.resolve("completion.json"));
  }

  @Test
  void refusesTpeOnSeveralMachines() {
    try (var workers = new Workers(1)) {
      Search search = search(workers, Sampling.TPE, 0);
      assertThrows(IllegalArgumentException.class, () -> search.screen(1, 2, 3));
    }
  }

  @Test
  void refusesTrialsThatThereAreNot() {
    try (var workers = new Workers(1)) {
      Search search = search(workers, Sampling.RANDOM, 0);
      assertThrows(IllegalArgumentException.class, () -> search.screen(TRIALS));
    }
  }

  @Test
  void refusesAMissingAndADoubledPart() throws Exception {
    try (var workers = new Workers(2)) {
      Search search = search(workers, Sampling.RANDOM, 0);
      Screening low = search.screen(IntStream.range(0, 10).toArray());
      Screening high = search.screen(IntStream.range(10, TRIALS).toArray());
      refused("does not have each of 21 trials once", () -> search.standing(List.of(low)));
      refused("looking for 1 in [0, 0, 1, 1",
          () -> search.standing(List.of(low, high, low)));
      ScreeningResult unpromoted = search.standing(List.of(high, low));
      refused("no trial has been scored on the second fold", unpromoted::finalists);
      ScreeningResult standing = search.promote(unpromoted);
      refused("have been scored on the second fold already", () -> search.promote(standing));
      refused("all folds have the trials []", () -> standing.result(List.of()));
      FullCrossValidation all = search.finish(standing.finalists());
      refused("all folds have", () -> standing.result(List.of(all, all)));
    }
  }

  @Test
  void refusesAPartOfAnotherSearch() throws Exception {
    try (var workers = new Workers(2)) {
      Screening other = search(workers, Sampling.RANDOM, 1).screen(0, 1, 2);
      refused("a part belongs to another search",
          () -> search(workers, Sampling.RANDOM, 0).standing(List.of(other)));
    }
  }

  private static void refused(String why, Executable gathering) {
    var problem = assertThrows(Problem.class, gathering);
    assertTrue(problem.getMessage().contains(why), problem.getMessage());
    assertEquals(0, problem.getMessage().indexOf("search of neighbors: "));
  }
}
