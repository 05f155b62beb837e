// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.feature.RowKey;

/// A row that no building can have.
///
/// @param key the building and the year
/// @param inTrain whether the building is learned from; its row is left out then
/// @param why what is impossible, a phrase
public record ImpossibleRow(RowKey key, boolean inTrain, String why) {

  /// In one line.
  public String text() {
    return "building " + key.building() + ", " + key.year() + ": " + why;
  }
}
