// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.components.train.SearchOutputs.ModelFile;
import io.carbonflow.components.train.TrainingData;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.learn.Estimator;
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
/// @param rows the hash of the training rows
/// @param transformer the hash of what they were prepared with
/// @param members the estimators it is fitted from, one unless it is the ensemble
/// @param searches how each estimator that it was chosen among was searched, by name
public record ChosenModel(
    String best, String rows, String transformer, List<FittedMember> members, SortedMap<String, Searched> searches) {
  private static final String REMEDY = "name the one that evaluate was given";

  /// An estimator with what decides its fit.
  ///
  /// @param seed the seed of the fit to all training rows
  /// @param model the hash of the model that the train step has fitted so
  public record FittedMember(String estimator, Hyperparameters hyperparameters, long seed, String model) {
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

  /// Fits the members to other rows, at less cost than those that are kept ([io.carbonflow.learn.Estimator#cheaper]).
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
      Estimator estimator = EstimatorName.of(member.estimator()).estimator();
      return estimator.prepare(TrainingData.of(train)).fit(
          estimator.cheaper(member.hyperparameters()), IntStream.range(0, train.rows()).toArray(), member.seed());
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

  /// Checks that rows and transformer are those on which the model was chosen.
  ///
  /// @param rowsFile where the rows were read from, for messages
  /// @param transformerFile where the transformer was
  /// @throws Problem if they are not
  public void require(Matrix train, Path rowsFile, Transformer prepared, Path transformerFile) {
    require(rows.equals(ContentHash.of(train)), rowsFile, "does not have the rows on which the model was chosen");
    require(transformer.equals(ContentHash.of(prepared)), transformerFile,
        "is not the transformer with which the model was chosen");
  }

  /// The fitted members, as the train steps have given them.
  ///
  /// @param files the models of all estimators
  /// @throws Problem if one cannot be read, or is not the one that was chosen
  public List<Regressor> fitted(Function<EstimatorName, ModelFile> files, Matrix train) {
    return members.stream().map(member -> {
      EstimatorName estimator = EstimatorName.of(member.estimator());
      FittedModel fitted = FittedModel.read(estimator, files.apply(estimator), train);
      require(fitted.sha256().equals(member.model()), files.apply(estimator).path(),
          "is not the model that was chosen");
      return fitted.model();
    }).toList();
  }

  private static void require(boolean same, Path file, String otherwise) {
    if (!same) {
      throw new Problem(Place.of(file), otherwise, REMEDY);
    }
  }

  /// The bundle of this model.
  ///
  /// @param fitted the members, fitted to all training rows
  /// @param train these rows
  /// @param prepared what they were prepared with
  /// @param calibrated how far its predictions may be off, and what they add up to
  /// @param provenance its provenance
  /// @param city the city that these rows are of
  public Bundle bundle(List<Regressor> fitted, Matrix train, Transformer prepared, Calibrated calibrated,
      Provenance provenance, City city) {
    return new Bundle(
        best,
        members.stream()
            .map(m -> new Member(m.estimator(), m.hyperparameters().values()))
            .toList(),
        prepared,
        Scale.of(train),
        together(fitted),
        calibrated.intervals(),
        calibrated.totals(),
        calibrated.lastYearErrors(),
        TrainingRows.of(train, calibrated.far()),
        provenance,
        city);
  }

  /// The choice of one model by name.
  static ChosenModel of(String best, List<Trained> models, Matrix train, Transformer prepared) {
    return new ChosenModel(best, ContentHash.of(train), ContentHash.of(prepared), among(models, best).stream()
        .map(trained -> new FittedMember(
            trained.search().plan().estimator(),
            trained.search().best().hyperparameters(),
            trained.search().plan().finalSeed(),
            trained.fitted().sha256()))
        .toList(), searches(models));
  }

  /// The hash of the choice itself.
  String sha256() {
    return Sha256.of(text().getBytes(StandardCharsets.UTF_8));
  }

  /// What `choice.json` holds.
  String text() {
    return Json.pretty(this);
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
