// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.components.StepCall;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The steps that share a search, run as on as many machines.
class SharedTrainTest {
  private static final int TRIALS = 6;
  private static final int FOLDS = 3;
  @TempDir Path folder;

  private static StepCall search(String step, String estimator) {
    return StepCall.of(step).with("--train", SampleFiles.made("prepare", "train.csv"))
        .with("--estimator", estimator).with("--iterations", TRIALS).with("--folds", FOLDS)
        .with("--seed", 5);
  }

  /// Runs a step for each shard.
  ///
  /// @return an argument that hands over each one's output
  private List<String> each(StepCall call, List<Integer> shards, String output, String... more) {
    List<String> arguments = new ArrayList<>();
    for (int shard : shards) {
      Path out = folder.resolve(call.step().name() + shard);
      call.with("--shard", shard).with("--shards", shards).into(out).run(more).ok();
      arguments.add("--" + output + "s=" + out.resolve(output + ".json"));
    }
    return arguments;
  }

  /// Gathers what the shards gave.
  ///
  /// @return an argument that hands it over
  private List<String> gathered(String estimator, List<String> screenings) {
    Path out = folder.resolve("gather-screenings");
    search("gather-screenings", estimator).into(out).run(screenings.toArray(String[]::new)).ok();
    return List.of("--screenings=" + out.resolve("screenings.json"));
  }

  private StepOutcome gather(String estimator, List<String> screenings, List<String> completions) {
    List<String> all = new ArrayList<>(screenings);
    all.addAll(completions);
    return search("gather-trials", estimator).into(folder.resolve("gathered"))
        .run(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"svm, 3", "random_forest, 2", "xgboost, 2", "svm, 8"})
  void giveTheBytesOfTheTrainStep(String estimator, int machines) throws IOException {
    List<Integer> shards = new ArrayList<>();
    for (int m = 0; m < machines; m++) {
      shards.add(10 * m);
    }
    // Nothing says that parts arrive in the order of the shards.
    List<String> screenings =
        gathered(estimator, each(search("screen-trials", estimator), shards, "screening").reversed());
    List<String> completions = each(search("complete-trials", estimator), shards, "completion",
        screenings.toArray(String[]::new));
    StepOutcome shared = gather(estimator, screenings, completions.reversed()).ok();

    Path alone = folder.resolve("alone");
    StepOutcome one = StepCall.of("train-" + estimator.replace('_', '-'))
        .with("--train", SampleFiles.made("prepare", "train.csv")).with("--iterations", TRIALS)
        .with("--folds", FOLDS).with("--seed", 5).into(alone).run().ok();
    assertEquals(one.out(), shared.out());
    for (String file : List.of("search.json", "trials.csv", "model.bin", "search-metrics.json")) {
      assertEquals(-1, Files.mismatch(alone.resolve(file), folder.resolve("gathered/" + file)),
          file);
    }
  }

  @Test
  void aShardThatIsMissingOrThereTwiceIsNamedByItsTrials() {
    List<Integer> shards = List.of(0, 1);
    List<String> screenings = each(search("screen-trials", "svm"), shards, "screening");
    search("gather-screenings", "svm").into(folder.resolve("out")).run(screenings.get(1))
        .fails("does not have each of 6 trials once: looking for 0 in [1, 3, 5]");
    List<String> all = gathered("svm", screenings);
    List<String> completions = each(search("complete-trials", "svm"), shards, "completion",
        all.toArray(String[]::new));
    gather("svm", all, List.of(completions.get(0), completions.get(0)))
        .fails("all folds have the trials");
    assertFalse(Files.exists(folder.resolve("gathered")));
  }

  @Test
  void aScreeningThatTheSecondFoldHasNotSeenIsNamed() {
    List<String> screening = each(search("screen-trials", "svm"), List.of(0), "screening");
    search("complete-trials", "svm").with("--shard", 0).with("--shards", "[0]")
        .into(folder.resolve("out")).run(screening.getFirst())
        .fails("no trial has been scored on the second fold");
    search("gather-screenings", "svm").into(folder.resolve("out"))
        .run(gathered("svm", screening).getFirst())
        .fails("some trials have been scored on the second fold already");
  }

  @Test
  void aPartOfAnotherSearchIsNamed() {
    List<String> screenings =
        each(search("screen-trials", "svm").with("--seed", 6), List.of(0), "screening");
    search("gather-screenings", "svm").into(folder.resolve("out")).run(screenings.getFirst())
        .fails("a part belongs to another search", "seed=6");
    List<String> parts = new ArrayList<>(screenings);
    parts.addAll(each(search("screen-trials", "svm"), List.of(1), "screening"));
    search("gather-screenings", "svm").into(folder.resolve("out")).run(parts.toArray(String[]::new))
        .fails("a part belongs to another search", "seed=5");
  }

  @Test
  void aSearchByTpeIsRefused() {
    search("screen-trials", "svm").with("--shard", 0).with("--shards", "[0]")
        .with("--search", "tpe").into(folder.resolve("out")).run()
        .fails("--search: tpe learns from each trial");
  }
}
