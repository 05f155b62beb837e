// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.components.train.TrainedFiles;
import io.carbonflow.learn.SearchFiles;
import io.carbonflow.learn.SearchResult;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.regressor.Regressor;

/// What a train step has given.
///
/// @param search its search
/// @param fitted the best trial's model, fitted to all training rows
record Trained(SearchResult search, FittedModel fitted) {

  /// How much it counts in the ensemble.
  double weight() {
    return EstimatorName.of(search.plan().estimator()).weight();
  }

  /// Reads what a train step has given.
  ///
  /// @param estimator what was trained
  /// @param train the rows it was trained on
  /// @throws Problem if a file cannot be read, or is of another estimator or of other rows
  static Trained read(EstimatorName estimator, TrainedFiles files, Matrix train) {
    String name = estimator.estimator().name();
    Path search = files.search().get().path();
    SearchResult result = SearchFiles.readResult(search);
    Place place = Place.of(search);
    if (!result.plan().estimator().equals(name)) {
      throw new Problem(place, "is a search of " + result.plan().estimator(),
          "name the search.json that the train step of " + name + " has written");
    }
    if (!result.plan().dataset().equals(train.features().word())
        || result.outOfFold().length != train.rows()) {
      throw new Problem(place, "was made on other rows than the training rows given here",
          "name the training rows that the train step was given");
    }
    return new Trained(result, FittedModel.read(estimator, files.model().get(), train));
  }

  /// The fitted model.
  Regressor model() {
    return fitted.model();
  }
}
