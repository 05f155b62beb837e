// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;

/// Command lines that do little, and name everything that commands take.
final class CommandLines {
  private CommandLines() {}

  static List<List<String>> of(Fixture fixture, Path folder) {
    String rows = "--rows=" + fixture.file("2016.csv");
    String store = "--store=" + fixture.file("store");
    return List.of(
        List.of("predict", "--bundle=" + fixture.file("bundle.carbonflow"), rows, "--level=0.8", "--explain=false",
            "--predictions=" + folder.resolve("predictions.csv"),
            "--explanations=" + folder.resolve("explanations.csv"),
            "--total-by=PropertyType", "--totals=" + folder.resolve("totals.csv"),
            "--prediction-report=" + folder.resolve("prediction.json"), "--threads=1"),
        List.of("merge", "--data-2015=" + fixture.file("2015.csv"), "--data-2016=" + fixture.file("2016.csv"),
            "--seed=1", "--split-seed=2", "--bucket=", "--s3-endpoint=",
            "--merged-table=" + folder.resolve("merged.csv"), "--sources=" + folder.resolve("sources.json")),
        List.of("infer", rows, store, "--subfolder=", "--model-version=", "--level=0.9", "--explain=false",
            "--predictions=" + folder.resolve("predictions.csv"),
            "--explanations=" + folder.resolve("explanations.csv"),
            "--total-by=Neighborhood", "--totals=" + folder.resolve("totals.csv"),
            "--inference-page=" + folder.resolve("inference.html"),
            "--inference-report=" + folder.resolve("inference.json"),
            "--inference-summary=" + folder.resolve("inference.md"), "--version=" + folder.resolve("version")),
        List.of("screen-trials", "--train=" + fixture.file("2016.csv"), "--shards=[0,1]", "--shard=0",
            "--estimator=svm", "--iterations=2", "--search=random"),
        List.of("run", "training", "--data-2015=a.csv", "--data-2016=b.csv", "--hyperopt-iterations=0",
            "--folds=2", "--features=metered", "--output=" + folder.resolve("run"), "--gate=floor=0,margin=0"),
        List.of("models", "list", store), List.of("models", "show", "0001-x", store),
        List.of("models", "verdict", "verdict.json", store),
        List.of("verify", folder.resolve("gone").toString(), "--data-2015=a", "--data-2016=b"),
        List.of("check-floor", "--decision=published", "--reason=none", "--threads=1"),
        List.of("completion", "bash"));
  }
}
