// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.components.train.TrainingData;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Member;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.model.bundle.Searched;
import io.carbonflow.model.bundle.TrainingRows;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.regressor.Mean;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.transform.Transformer;

/// Which model a comparison chose.
///
/// @param best its name, that of an estimator or `ensemble`
/// @param members the estimators it is fitted from, one unless it is the ensemble
/// @param searches how each estimator that it was chosen among was searched, by name
public record ChosenModel(
    String best, List<FittedMember> members, SortedMap<String, Searched> searches) {

  /// An estimator with what decides its fit.
  ///
  /// @param seed the seed of the fit to all training rows
  public record FittedMember(String estimator, Hyperparameters hyperparameters, long seed) {
    /// Checks that there is such an estimator.
    ///
    /// @throws IllegalArgumentException if there is none
    public FittedMember {
      EstimatorName.of(estimator);
    }
  }

  /// Copies the collections and checks that the best model is made of it.
  ///
  /// @throws IllegalArgumentException if it is not
  public ChosenModel {
    members = List.copyOf(members);
    searches = Collections.unmodifiableSortedMap(new TreeMap<>(searches));
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a choice of no model");
    }
    List<String> names = members.stream().map(FittedMember::estimator).toList();
    if (!best.equals(Scoring.ENSEMBLE) && !names.equals(List.of(best))) {
      throw new IllegalArgumentException("the best model is " + best + ", made of " + names);
    }
  }

  /// Reads `choice.json`.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the file cannot be read or is no choice
  public static ChosenModel read(Path file) {
    return StrictJson.read(file).to(ChosenModel.class);
  }

  /// Fits the members to all rows of a matrix.
  ///
  /// @return the fitted models, in the members' order
  /// @throws IllegalArgumentException if one cannot be fitted; its message says which and why
  /// @throws InterruptedException if the thread is interrupted
  public List<Regressor> fit(Matrix train, Workers workers) throws InterruptedException {
    return workers.all(members.stream()
        .<Callable<Regressor>>map(member -> () -> fit(member, train)).toList());
  }

  private static Regressor fit(FittedMember member, Matrix train) {
    try {
      return EstimatorName.of(member.estimator()).estimator().prepare(TrainingData.of(train)).fit(
          member.hyperparameters(), IntStream.range(0, train.rows()).toArray(), member.seed());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "cannot be fitted, " + member.estimator() + ": " + e.getMessage(), e);
    }
  }

  /// One model of fitted members: the only one, or their mean, in which each counts by
  /// [EstimatorName#weight].
  ///
  /// @param fitted in the members' order
  public Regressor together(List<Regressor> fitted) {
    return fitted.size() == 1 ? fitted.getFirst() : new Mean(fitted, members.stream()
        .map(member -> EstimatorName.of(member.estimator()).weight()).toList());
  }

  /// The bundle of this model.
  ///
  /// @param fitted the members, fitted to all training rows
  /// @param train these rows
  /// @param transformer what they were prepared with
  /// @param outOfFold what tells how far its predictions may be off, and what they add up to
  /// @param provenance what it came from
  /// @param city the city that these rows are of
  /// @throws InterruptedException if the thread is interrupted
  public Bundle bundle(List<Regressor> fitted, Matrix train, Transformer transformer,
      OutOfFold outOfFold, Workers workers, Provenance provenance, City city) throws InterruptedException {
    TrainingRows rows = TrainingRows.of(train);
    OutOfFold.Calibrated known = outOfFold.calibrate(workers);
    return new Bundle(
        best,
        members.stream()
            .map(m -> new Member(m.estimator(), m.hyperparameters().values()))
            .toList(),
        transformer,
        Scale.of(train),
        together(fitted),
        known.intervals(),
        known.totals(),
        outOfFold.lastYearErrors(rows.far(), transformer::yearRatio),
        rows,
        provenance,
        city);
  }

  /// The choice of one model by name.
  static ChosenModel of(String best, List<Trained> models) {
    return new ChosenModel(best, among(models, best).stream()
        .map(trained -> new FittedMember(
            trained.search().plan().estimator(),
            trained.search().best().hyperparameters(),
            trained.search().plan().finalSeed()))
        .toList(), searches(models));
  }

  /// Those that a model of this name is made of.
  static List<Trained> among(List<Trained> models, String best) {
    return models.stream()
        .filter(trained -> best.equals(Scoring.ENSEMBLE)
            || best.equals(trained.search().plan().estimator()))
        .toList();
  }

  private static SortedMap<String, Searched> searches(List<Trained> models) {
    SortedMap<String, Searched> searches = new TreeMap<>();
    models.stream().map(trained -> trained.search().plan()).forEach(plan -> searches.put(
        plan.estimator(), new Searched(ParameterType.format(plan.sampling()), plan.trials(),
            plan.folds(), plan.halving())));
    return searches;
  }
}
