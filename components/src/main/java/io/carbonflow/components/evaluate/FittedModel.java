// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.components.train.SearchOutputs.ModelFile;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.StoredRegressor;

/// A model that a train step has fitted to all training rows.
///
/// @param model the model
/// @param sha256 the hash of the file that it was read from
public record FittedModel(Regressor model, String sha256) {

  /// Reads one.
  ///
  /// @param estimator what was fitted
  /// @param train the rows it was fitted to
  /// @throws Problem if the file cannot be read, or its model is of another estimator or of other rows
  public static FittedModel read(EstimatorName estimator, ModelFile file, Matrix train) {
    String name = estimator.estimator().name();
    Place place = Place.of(file.path());
    byte[] stored = BoundedInput.bytes(
        file.path(), InputLimits.BUNDLE, "name the model.bin that a train step has written");
    Regressor model = StoredRegressor.read(stored, place);
    if (!estimator.estimator().accepts(model) || model.width() > train.columns().size()) {
      throw new Problem(place, "is not a model that " + name + " makes of the training rows",
          "name the model.bin that the train step of " + name + " has written");
    }
    return new FittedModel(model, Sha256.of(stored));
  }
}
