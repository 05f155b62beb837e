// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A whole file in place of another: one line that names it, and no output.
class SwappedFilesTest {
  @TempDir Path folder;

  /// Every file that is handed from one step to another.
  private static List<Path> all() {
    return Stream.concat(SampleFiles.TRAIN_STEPS.stream().flatMap(step -> Stream.of(
        SampleFiles.made(step, "search.json"), SampleFiles.made(step, "model.bin"))), Stream.of(
        SampleFiles.DATA_2015, SampleFiles.made("merge", "merged.csv"),
        SampleFiles.made("merge", "sources.json"), SampleFiles.made("validate", "validation.json"),
        SampleFiles.made("clean", "rows.csv"),
        SampleFiles.made("prepare", "train.csv"), SampleFiles.made("prepare", "test.csv"),
        SampleFiles.made("prepare", "held-out.csv"), SampleFiles.made("prepare", "transformer.json"),
        SampleFiles.made("screen-trials", "screening.json"),
        SampleFiles.made("gather-screenings", "screenings.json"),
        SampleFiles.made("complete-trials", "completion.json"),
        SampleFiles.made("evaluate", "choice.json"), SampleFiles.made("evaluate", "calibration.json"),
        SampleFiles.made("evaluate", "out-of-fold.csv"),
        SampleFiles.made("train-best", "model.carbonflow"))).toList();
  }

  /// What an input takes beside the file that belongs there. Training rows are in the same form as
  /// held-out rows; raw, merged and clean rows can all be predicted; raw and merged rows can be validated, and of clean
  /// ones it is found which columns are missing. Of a search by one machine its part is all there is.
  private static final Map<String, Set<String>> ALSO_TAKEN = Map.ofEntries(
      Map.entry("validate --table",
          Set.of("2015-building-energy-benchmarking.csv", "rows.csv", "held-out.csv")),
      Map.entry("--train of a search", Set.of("test.csv")),
      Map.entry("screen-trials --train", Set.of("test.csv")),
      Map.entry("gather-screenings --train", Set.of("test.csv")),
      Map.entry("gather-screenings --screenings", Set.of("screenings.json")),
      Map.entry("complete-trials --train", Set.of("test.csv")),
      Map.entry("complete-trials --screenings", Set.of("screening.json")),
      Map.entry("gather-trials --screenings", Set.of("screening.json")),
      Map.entry("predict --rows",
          Set.of("2015-building-energy-benchmarking.csv", "merged.csv", "rows.csv")));

  static Stream<Arguments> everyOtherFile() {
    return SampleFiles.STEPS.stream().flatMap(step -> StepCall.of(step).files().stream()
        .flatMap(option -> all().stream()
            .filter(file -> !file.equals(Path.of(SampleFiles.call(step).options().get(option))))
            // The message is about what the rows do not go with.
            .filter(file -> !(step + option + file.getFileName())
                .equals("gather-trials--traintest.csv"))
            .filter(file -> !isTable(file) || !option.matches("--.*-(search|model)"))
            .filter(file -> !ALSO_TAKEN.getOrDefault(
                SampleFiles.TRAIN_STEPS.contains(step) ? option + " of a search" : step + " " + option,
                Set.of()).contains(file.getFileName().toString()))
            .map(file -> Arguments.of(step, option, file))));
  }

  /// What is no JSON and no model at all is the matter of [BrokenFilesTest].
  private static boolean isTable(Path file) {
    return file.toString().endsWith(".csv");
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @MethodSource("everyOtherFile")
  void anotherFileIsNamed(String step, String option, Path other) {
    Path out = folder.resolve("out");
    String message = SampleFiles.call(step).with(option, other).into(out).run().fails(other);
    assertTrue(message.contains("; "), "no remedy: " + message);
    assertFalse(Files.exists(out), "something was written");
  }

  @Test
  void rowsOfOtherFeaturesAreRefusedByEveryStepThatComparesThem() {
    Path other = folder.resolve("unmetered");
    SampleFiles.call("prepare").with("--features", "unmetered").into(other).run().ok();
    Path train = other.resolve("train.csv");
    Path test = other.resolve("test.csv");
    Path out = folder.resolve("out");

    SampleFiles.call("evaluate").with("--test", test).into(out).run()
        .fails(test, "line 1", "has other columns than the training rows");
    SampleFiles.call("evaluate").with("--train", train).with("--test", test).into(out).run()
        .fails(SampleFiles.made("prepare", "transformer.json"),
            "is not what the training rows were prepared with");
    SampleFiles.call("evaluate").with("--train", train).with("--test", test)
        .with("--transformer", other.resolve("transformer.json")).into(out).run()
        .fails(SampleFiles.made("train-svm", "search.json"), "was made on other rows");
    SampleFiles.call("train-best").with("--train", train).into(out).run()
        .fails(SampleFiles.made("prepare", "transformer.json"),
            "is not what the training rows were prepared with");
  }

  @Test
  void partsOfASearchOnOtherRowsAreNotGathered() {
    SampleFiles.call("gather-trials").with("--train", SampleFiles.made("prepare", "test.csv"))
        .into(folder.resolve("out")).run().fails(SampleFiles.made("complete-trials",
            "completion.json"), "has predictions of 609 training rows where there are 249");
  }

  @Test
  void searchesWithOtherFoldsAreNotCompared() {
    Path other = folder.resolve("other");
    SampleFiles.call("train-xgboost").with("--folds", 3).with("--iterations", 1).into(other).run().ok();
    Path search = other.resolve("search.json");
    SampleFiles.call("evaluate").with("--xgboost-search", search).into(folder.resolve("out")).run()
        .fails(search, "was searched with other folds or another seed");
  }
}
