// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

/// A building's row of a year beside one of an earlier year.
///
/// @param before the earlier row
/// @param now the later row
/// @param movements what all buildings did together
record YearPair(BuildingHistory before, BuildingHistory now, Movements movements) {
  /// Whether both are rows that models use.
  boolean isUsed() {
    return before.spot().used() && now.spot().used();
  }

  /// What something was in the earlier year.
  String was(double value) {
    return was(Figures.number(value));
  }

  /// What something was in the earlier year.
  String was(String value) {
    return "was " + value + " in " + before.year();
  }

  /// How many times the energy of the median building is what it was.
  double energy() {
    return movements.energy(before.year(), now.year());
  }

  /// The earlier emissions as they would be by the factors of the later year.
  double restated() {
    return movements.restated(before, now.year());
  }

  /// Whether both have a use that is known, and that is not the same one by another name.
  boolean hasAnotherUse() {
    return Movements.isAnother(before.use(), now.use()) && !movements.isRenamed(before, now);
  }

  /// What has changed, as a check has found it.
  ///
  /// @param title what the city calls the column
  BuildingChange change(Check check, Violation found, String title) {
    return new BuildingChange(check.id(), now.spot().building(), before.year(), now.year(), title,
        ShownColumn.text(found.column(), before), found.value(), now.tonnes() - restated());
  }
}
