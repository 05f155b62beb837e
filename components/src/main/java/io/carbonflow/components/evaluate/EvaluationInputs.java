// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.components.merge.SourcesReport;
import io.carbonflow.components.prepare.FittedTransformer;
import io.carbonflow.components.prepare.LearnedRows;
import io.carbonflow.components.prepare.PreparedRows;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.components.train.SearchOutputs.SearchFile;
import io.carbonflow.components.train.TrainingData;
import io.carbonflow.components.validate.ValidationSummary;
import io.carbonflow.learn.Folds;
import io.carbonflow.learn.SearchPlan;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.transform.Transformer;

/// What the steps before have made, read and checked to belong together.
///
/// @param train the prepared training rows
/// @param test the prepared held-out rows
/// @param training the training rows before they were prepared, in the same order
/// @param heldOut the held-out rows, likewise
/// @param transformer what they were prepared with
/// @param models what the train steps have given, in the order of the pipeline
/// @param city the city that the rows are of
/// @param sources the tables that all of it comes from
/// @param validation the findings of validation
/// @param rowsFile where the clean rows are, for messages
record EvaluationInputs(
    Matrix train,
    Matrix test,
    List<ModelRow> training,
    List<ModelRow> heldOut,
    Transformer transformer,
    List<Trained> models,
    City city,
    SourcesReport sources,
    ValidationSummary validation,
    Place rowsFile) {

  /// Reads a step's inputs.
  ///
  /// @throws Problem if a file cannot be read, or they do not belong together
  static EvaluationInputs read(Evaluate.In in) {
    City city = in.city().get().city();
    Matrix train = PreparedRows.read(in.train().get().path());
    Matrix test = HeldOutRows.read(in.test().get().path(), train);
    Path file = in.rows().get().path();
    List<ModelRow> rows = LearnedRows.read(file, train.features());
    Transformer transformer =
        FittedTransformer.read(in.transformer().get().path(), train);
    List<EstimatorName> names = List.of(EstimatorName.values());
    List<Trained> models =
        names.stream().map(name -> Trained.read(name, in.trained().get(name), train)).toList();
    requireSameFolds(
        models, names.stream().map(name -> in.trained().get(name).search().get()).toList());
    return new EvaluationInputs(train, test,
        side(rows, true, train, file), side(rows, false, test, file),
        transformer, models, city, SourcesReport.read(in.sources().get().path(), city),
        ValidationSummary.read(in.validation().get().path()), Place.of(file));
  }

  /// The rows of one side of the split, as they were before they were prepared.
  ///
  /// @param rows clean rows of both sides
  /// @param training which side
  /// @param prepared the prepared rows of that side
  /// @param file where the clean rows are
  /// @throws Problem if they differ from the prepared ones
  private static List<ModelRow> side(List<ModelRow> rows, boolean training, Matrix prepared, Path file) {
    List<ModelRow> side = rows.stream().filter(row -> row.inTrain() == training).toList();
    if (!side.stream().map(ModelRow::key).toList().equals(prepared.keys())) {
      throw new Problem(Place.of(file), "has other rows than the prepared "
          + (training ? "training" : "held-out") + " rows", "name the rows that prepare was given");
    }
    return side;
  }

  /// The folds of all searches.
  Folds folds() {
    return Folds.of(TrainingData.of(train).groups(), plan().folds(), plan().seed());
  }

  /// The run's seed.
  long seed() {
    return plan().seed();
  }

  private SearchPlan plan() {
    return models.getFirst().search().plan();
  }

  /// The ensemble is cross-validated from the out-of-fold predictions of all searches.
  private static void requireSameFolds(List<Trained> models, List<SearchFile> files) {
    SearchPlan first = models.getFirst().search().plan();
    for (int i = 1; i < models.size(); i++) {
      SearchPlan plan = models.get(i).search().plan();
      if (plan.folds() != first.folds() || plan.seed() != first.seed()) {
        throw new Problem(Place.of(files.get(i).path()),
            "was searched with other folds or another seed than " + files.getFirst().path(),
            "give all train steps the same --folds and --seed");
      }
    }
  }
}
