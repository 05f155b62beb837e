package io.carbonflow.components.evaluate;

import io.carbonflow.components.train.ModelFile;
import io.carbonflow.components.train.SearchFile;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.learn.SearchFiles;
import io.carbonflow.learn.SearchResult;
import io.carbonflow.regressor.Regressor;
import io.carbonflow.regressor.StoredRegressor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a train step has given.
///
/// @param search its search
/// @param model the best trial's model, fitted to all training rows
record Trained(SearchResult search, Regressor model) {

  /// Reads what a train step has given.
  ///
  /// @throws Problem if a file cannot be read
  static Trained read(SearchFile search, ModelFile model) {
    return new Trained(SearchFiles.readResult(search.path()), model(model.path()));
  }

  private static Regressor model(Path file) {
    try {
      return StoredRegressor.read(Files.readAllBytes(file), Place.of(file));
    } catch (IOException e) {
      throw new Problem(Place.of(file), "cannot be read (" + e.getMessage() + ")",
          "name the model.bin that a train step has written", e);
    }
  }
}
