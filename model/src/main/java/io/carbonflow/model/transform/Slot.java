// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Use;
import java.util.List;

/// One of the three largest uses of a building, as a clean row has it.
///
/// @param type which use it is
/// @param area its part in the floor area of the three
record Slot(Category type, Feature area) {
  static final List<Slot> ALL = List.of(
      new Slot(Category.LARGEST_USE, Feature.LARGEST_SHARE),
      new Slot(Category.SECOND_USE, Feature.SECOND_SHARE),
      new Slot(Category.THIRD_USE, Feature.THIRD_SHARE));

  String use(Encoding.Filled row) {
    return row.row().category(type);
  }

  boolean exists(ModelRow row) {
    return !row.category(type).equals(Use.NONE);
  }

  double share(Encoding.Filled row) {
    return row.feature(area);
  }
}
