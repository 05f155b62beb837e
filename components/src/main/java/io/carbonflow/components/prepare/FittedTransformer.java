// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.prepare;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.transform.Transformer;
import io.carbonflow.model.transform.TransformerJson;

/// Reads the transformer that rows were prepared with.
public final class FittedTransformer {
  private FittedTransformer() {}

  /// Reads it.
  ///
  /// @param train the training rows that were prepared with it
  /// @throws Problem if the file is not a transformer, or they were prepared with another
  public static Transformer read(Path file, Matrix train) {
    Transformer transformer = TransformerJson.read(file);
    if (transformer.features() != train.features()
        || !transformer.apply(List.of()).columns().equals(train.columns())) {
      throw new Problem(Place.of(file), "is not what the training rows were prepared with",
          "name the transformer.json that was written beside them");
    }
    return transformer;
  }
}
