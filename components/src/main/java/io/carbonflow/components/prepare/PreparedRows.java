// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.prepare;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.MatrixCsv;

/// Reads prepared rows that models are fitted to or scored on.
public final class PreparedRows {
  private static final String REMEDY = "run the prepare step again";

  private PreparedRows() {}

  /// Rows whose label and emissions are all known.
  ///
  /// @throws Problem if the file is not a matrix, or has no row, no feature, or a row of which label or
  ///     emissions are not known
  public static Matrix read(Path file) {
    Matrix matrix = MatrixCsv.readKnown(file);
    Place place = Place.of(file);
    if (matrix.rows() == 0) {
      throw new Problem(place, "has a header and no rows", REMEDY);
    }
    if (matrix.columns().isEmpty()) {
      throw new Problem(place.line(1), "has no column of a feature", REMEDY);
    }
    return matrix;
  }
}
