// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.kfp.step.Output;

/// What every train step gives.
public record SearchOutputs(
    @About("the finished search") Output<SearchFile> searchResult,
    @About("its trials as a table") Output<TrialsCsv> trials,
    @About("the best trial's model, fitted to all training rows") Output<ModelFile> fittedModel,
    @About("the scores") Output<SearchMetrics> searchMetrics,
    @About("cross-validated R² of the best trial, on the Box-Cox scale") Output<Double> cvR2) {

  /// A fitted model as plain data.
  @FileName("model.bin")
  public record ModelFile(Path path) implements Artifact.Model {}

  /// A finished search: its trials, the best one, and its out-of-fold predictions.
  @FileName("search.json")
  public record SearchFile(Path path) implements Artifact.Plain {}

  /// The scores of a search.
  @FileName("search-metrics.json")
  public record SearchMetrics(Path path) implements Artifact.Metrics {}

  /// The trials of a search, a line each.
  @FileName("trials.csv")
  public record TrialsCsv(Path path) implements Artifact.Dataset {}
}
