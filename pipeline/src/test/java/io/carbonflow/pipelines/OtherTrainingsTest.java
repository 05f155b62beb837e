// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.cli.CarbonflowProgram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pipelines that do what `training` does in another shape, on the sample tables.
class OtherTrainingsTest {
  private static final List<String> RESULTS = List.of("metrics.json", "predictions.csv",
      "model.carbonflow", "report.html", "summary.md", "plots/residuals.png", "verdict.json",
      "verdict.html");
  @TempDir static Path shared;
  private static Path plain;
  @TempDir Path folder;

  @BeforeAll
  static void aPlainTraining() {
    plain = shared.resolve("plain");
    run("training", plain).ok();
  }

  private static CarbonflowProgram.Outcome run(String pipeline, Path output, Object... more) {
    List<Object> args = new ArrayList<>(List.of("run", pipeline, "--output=" + output,
        "--data-2015=" + CarbonflowProgram.DATA_2015, "--data-2016=" + CarbonflowProgram.DATA_2016,
        "--iterations=9", "--folds=2", "--seed=1"));
    args.addAll(List.of(more));
    return CarbonflowProgram.run(args.toArray());
  }

  private static void assertSame(Path other) throws IOException {
    for (String file : RESULTS) {
      assertEquals(-1, Files.mismatch(plain.resolve(file), other.resolve(file)), file);
    }
  }

  @Test
  void searchesOnManyPodsGiveTheSameBytes() throws IOException {
    Path other = folder.resolve("run");
    run("training-distributed", other, "--param", "shards=[4,2]").ok();
    assertSame(other);
    for (String part : List.of("svm-screening/1/screen-svm/screening.json",
        "xgboost-completion/0/complete-xgboost/completion.json")) {
      assertTrue(Files.exists(other.resolve("steps").resolve(part)), part);
    }
    assertEquals(-1, Files.mismatch(plain.resolve("steps/train-svm/search.json"),
        other.resolve("steps/gather-svm/search.json")));
  }

  @Test
  void onePodThatDoesItAllGivesTheSameBytesAndTheSameTable() throws IOException {
    Path other = folder.resolve("run");
    String table = run("training-compact", other).ok().out();
    assertSame(other);
    assertTrue(table.startsWith("| model"), table);
    assertTrue(Files.exists(other.resolve("store/metrics.json")), "the default store");
  }

  @ParameterizedTest
  @CsvSource({"training, publish/verdict.html", "training-distributed, publish/verdict.html",
      "training-compact, training/verdict.html"})
  void aModelBelowTheFloorEndsTheRunAsFailedAndItsPageIsKept(String pipeline, String page)
      throws IOException {
    Path other = folder.resolve("run");
    run(pipeline, other, "--gate=floor=0.99").fails(1, "carbonflow run " + pipeline,
        "task check-floor failed: verdict: R² 0.", "is below the floor of 0.99");
    assertTrue(Files.readString(other.resolve("steps").resolve(page)).contains("below the floor"));
    assertFalse(Files.exists(other.resolve("store/models")));
    assertTrue(Files.readString(other.resolve("store/verdict.json")).contains("below_floor"));
  }

  @Test
  void aSearchThatCannotBeSplitIsRefusedBeforeAnythingRuns() {
    Path other = folder.resolve("run");
    run("training-distributed", other, "--search=tpe").fails(2,
        "carbonflow run training-distributed", "--search: tpe learns from each trial");
    run("training-distributed", other, "--shards=[1,1]").fails(2,
        "carbonflow run training-distributed", "--shards: [1, 1] has one of them twice");
    run("training-distributed", other, "--param=shards=[]").fails(2,
        "carbonflow run training-distributed", "--shards: there is none");
    run("training-distributed", other, "--shards=[a]").fails(2,
        "carbonflow run training-distributed", "--shards");
    assertFalse(Files.exists(other));
  }
}
