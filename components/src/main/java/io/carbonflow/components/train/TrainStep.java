// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import io.carbonflow.kfp.step.Context;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Space;

/// A step that searches and fits an estimator, and so the estimator's registration: what has to do
/// with all estimators goes through those of [EstimatorName] and asks each of them.
public abstract class TrainStep implements Step<SearchInputs, SearchOutputs> {
  private final Estimator estimator;
  private final Space space;
  private final String title;
  private final String searched;
  private final String fitted;

  /// @param estimator what is searched and fitted
  /// @param space what a search chooses from; its bounds were found on the rows of Seattle's buildings
  /// @param title the estimator's name in tables and headings: `Random forest`
  /// @param searched what is searched, in a sentence: `the random forest`
  /// @param fitted what a fit gives, without an article: `random forest`
  protected TrainStep(
      Estimator estimator, Space space, String title, String searched, String fitted) {
    this.estimator = estimator;
    this.space = space;
    this.title = title;
    this.searched = searched;
    this.fitted = fitted;
  }

  /// What is searched and fitted.
  public final Estimator estimator() {
    return estimator;
  }

  /// What a search chooses from.
  final Space space() {
    return space;
  }

  /// The estimator's name in tables and headings.
  public final String title() {
    return title;
  }

  /// What is searched, and what a fit gives, in the texts of inputs.
  final List<String> words() {
    return List.of(searched, fitted);
  }

  @Override
  public final void run(SearchInputs in, SearchOutputs out, Context context)
      throws InterruptedException {
    new PlannedSearch(this, in, context).run(out);
  }
}
