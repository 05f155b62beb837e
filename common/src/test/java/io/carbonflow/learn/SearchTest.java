package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.fault.Problem;
import io.carbonflow.feature.Matrix;
import io.carbonflow.learn.Trial.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchTest {
  @TempDir Path folder;
  private final Matrix train = Samples.matrix(60, 1);
  private final List<String> told = new ArrayList<>();

  private SearchResult run(SearchMethod method, boolean halving, int threads) throws Exception {
    return run(new NearestNeighbours(), method, halving, threads);
  }

  private SearchResult run(Estimator estimator, SearchMethod method, boolean halving, int threads)
      throws Exception {
    try (Workers workers = new Workers(threads)) {
      return new Search(estimator, train, new SearchPlan(method, 14, 5, 3, halving), workers,
          (done, total, best) -> told.add(done + "/" + total)).run();
    }
  }

  private String json(SearchResult result) throws Exception {
    Path file = folder.resolve("search.json");
    SearchJson.write(result, file);
    return Files.readString(file);
  }

  @Test
  void theBestQuarterOnTheFirstFoldGoesOnToAllFolds() throws Exception {
    SearchResult result = run(SearchMethod.RANDOM, true, 2);
    assertEquals(14, result.trials().size());
    List<Trial> complete = result.trials().stream()
        .filter(t -> t.state() == State.COMPLETE).toList();
    List<Trial> halted = result.trials().stream().filter(t -> t.state() == State.HALTED).toList();
    assertEquals(4, complete.size());
    assertTrue(complete.stream().allMatch(t -> t.foldR2().size() == 5));
    assertTrue(halted.stream().allMatch(t -> t.foldR2().size() == 1));
    double worst = complete.stream().mapToDouble(t -> t.foldR2().getFirst()).min().orElseThrow();
    assertTrue(worst + 0.05 > halted.stream()
        .mapToDouble(t -> t.foldR2().getFirst()).max().orElseThrow());
  }

  @Test
  void withoutHalvingEveryTrialSeesAllFolds() throws Exception {
    SearchResult result = run(SearchMethod.GRID, false, 2);
    assertTrue(result.trials().stream().allMatch(t -> t.state() == State.COMPLETE));
  }

  @Test
  void theBestTrialHasTheHighestMeanAndTheSizeThatDidBest() throws Exception {
    SearchResult result = run(SearchMethod.RANDOM, false, 2);
    double most = result.trials().stream().mapToDouble(t -> t.r2().mean()).max().orElseThrow();
    assertEquals(most, result.bestTrial().r2().mean());
    assertTrue(List.of(1, 2, 4, 8).contains(result.bestTrial().chosen().integer("neighbours")));
    assertTrue(most > 0.5, () -> "R² is only " + most);
  }

  @Test
  void outOfFoldPredictionsGiveTheFoldsScoresAgain() throws Exception {
    SearchResult result = run(SearchMethod.RANDOM, true, 2);
    assertEquals(result.bestTrial().foldR2(),
        OutOfFold.r2(train, result.plan(), result.outOfFold()));
  }

  @ParameterizedTest
  @EnumSource
  void theNumberOfThreadsChangesNothing(SearchMethod method) throws Exception {
    String one = json(run(method, true, 1));
    assertEquals(one, json(run(method, true, 2)));
    assertEquals(one, json(run(method, true, 4)));
  }

  @Test
  void theSearchSplitInAnyWayGivesTheSameTrials() throws Exception {
    String whole = json(run(SearchMethod.RANDOM, true, 2));
    SearchPlan plan = new SearchPlan(SearchMethod.RANDOM, 14, 5, 3, true);
    for (int shards : new int[] {2, 3, 14}) {
      List<Search.Screened> screened = new ArrayList<>();
      List<Search.Finished> finished = new ArrayList<>();
      try (Workers workers = new Workers(1)) {
        for (int shard = shards - 1; shard >= 0; shard--) {
          int first = shard;
          screened.addAll(search(plan, workers).screen(IntStream.range(0, 14)
              .filter(k -> k % shards == first).boxed().toList()));
        }
        List<Integer> survivors = search(plan, workers).survivors(screened);
        for (Search.Screened trial : screened) {
          finished.add(survivors.contains(trial.number())
              ? search(plan, workers).finish(List.of(trial)).getFirst()
              : Search.halted(trial));
        }
      }
      assertEquals(whole, json(SearchResult.of("nearest", plan, finished)));
    }
  }

  private Search search(SearchPlan plan, Workers workers) {
    return new Search(new NearestNeighbours(), train, plan, workers, (_, _, _) -> {});
  }

  private static Estimator faulty(String... faults) {
    return new NearestNeighbours(Space.of(
        new Space.Real("weight", 0.1, 2, true, 3),
        new Space.Real("noise", 0, 0.1, false, 2),
        new Space.Choice("fault", List.of(faults),
            java.util.Collections.nCopies(faults.length, 1.0))));
  }

  @Test
  void aTrialThatFailsSaysWhyAndDoesNotEndTheSearch() throws Exception {
    SearchResult result = run(faulty("none", "throws", "nan"), SearchMethod.RANDOM, true, 2);
    List<String> reasons = result.trials().stream().filter(t -> t.state() == State.FAILED)
        .map(Trial::reason).distinct().sorted().toList();
    assertEquals(List.of("a prediction is no number", "singular"), reasons);
    assertEquals("none", result.bestTrial().chosen().text("fault"));
  }

  @Test
  void aSearchInWhichEveryTrialFailsIsAProblem() {
    var e = assertThrows(Problem.class, () -> run(faulty("throws"), SearchMethod.RANDOM, true, 2));
    assertTrue(e.getMessage().startsWith(
        "search of nearest: all 14 trials failed, the first because of: singular"), e.getMessage());
  }

  @Test
  void progressCountsEveryFit() throws Exception {
    run(SearchMethod.RANDOM, true, 2);
    assertEquals(14 + 4 * 4, told.size());
    assertEquals("30/30", told.getLast());
  }

  @Test
  void aSearchComesBackFromItsFileAsItWas() throws Exception {
    SearchResult result = run(SearchMethod.RANDOM, true, 2);
    String json = json(result);
    SearchResult read = SearchJson.read(folder.resolve("search.json"));
    assertEquals(result.trials(), read.trials());
    assertEquals(result.plan(), read.plan());
    assertArrayEquals(result.outOfFold(), read.outOfFold());
    assertEquals(json, json(read));
  }

  @Test
  void aFileThatIsNoSearchIsAProblem() throws Exception {
    Path file = Files.writeString(folder.resolve("search.json"), "{\"trials\": [");
    assertTrue(assertThrows(Problem.class, () -> SearchJson.read(file)).getMessage()
        .contains("is no finished search"));
  }

  @Test
  void theTableOfTrialsHasAColumnForEachHyperparameter() throws Exception {
    Path file = folder.resolve("trials.csv");
    SearchJson.writeTrials(run(SearchMethod.GRID, true, 1), file);
    List<String> lines = Files.readAllLines(file);
    assertEquals("number,state,folds,r2,r2_sd,neighbours,noise,weight", lines.getFirst());
    assertEquals(15, lines.size());
  }
}
