// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.components.prepare.PreparedRows;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;

/// The rows that models are scored on, checked to be what they are called: files that do not belong
/// together are reported, not scored.
final class HeldOutRows {
  private static final String REMEDY = "name the files that one run of prepare has written";

  private HeldOutRows() {}

  /// Reads the prepared rows.
  ///
  /// @throws Problem if their columns are not those of the training rows, or a building is among
  ///     those as well
  static Matrix read(Path file, Matrix train) {
    Matrix test = PreparedRows.read(file);
    if (test.features() != train.features() || !test.columns().equals(train.columns())) {
      throw new Problem(Place.of(file).line(1),
          "has other columns than the training rows", REMEDY);
    }
    Set<String> seen = train.keys().stream().map(RowKey::building).collect(Collectors.toSet());
    test.keys().stream().map(RowKey::building).filter(seen::contains).findFirst()
        .ifPresent(building -> {
          throw new Problem(Place.of(file),
              "building " + building + " is not held out: it is among the training rows", REMEDY);
        });
    return test;
  }
}
