// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static io.carbonflow.components.validate.check.Check.SLIPS;
import static io.carbonflow.components.validate.check.RowCheck.times;
import static io.carbonflow.components.validate.check.RowCheck.when;

import module java.base;
import io.carbonflow.model.building.Column;

/// Floor areas of a row against each other, and when the building was built.
final class AreaChecks {
  private static final Check BUILT = Check.error("built-after",
          "a building was built after the year of its data")
      .because("Its age, a feature, would be negative. No row of the tables has it.");
  private static final Check SUM = Check.warning("areas-sum",
          "the floor areas of building and parking do not add up to the total")
      .limit(1, "ft²").mostShare(SLIPS)
      .because("All three are features. They add up to the last digit in every row of the tables.");
  private static final Check USES = Check.warning("uses-area",
          "the floor area of the three largest uses is not that of the property")
      .limit(3, "×").mostShare(SLIPS)
      .because("Energy and emissions are learned per floor area of the uses. 13 of 3,003 rows of"
          + " the tables are further off.");
  private static final Check USES_UNIT = Check.error("uses-area-unit",
          "the floor area of the three largest uses is far from that of the property")
      .limit(10, "×")
      .because("A digit is wrong, or it is in square metres (10.8 ×), and with it what is learned"
          + " of the row. No used row of the tables is further off than 6.4 ×.");

  static final List<RowCheck> ALL = List.of(
      new RowCheck(BUILT, AreaChecks::built),
      new RowCheck(SUM, AreaChecks::sum),
      new RowCheck(USES_UNIT, facts -> uses(
          facts, USES_UNIT.limit(), Double.POSITIVE_INFINITY)),
      new RowCheck(USES, facts -> uses(facts, USES.limit(), USES_UNIT.limit())));

  private AreaChecks() {}

  private static Optional<Violation> built(CheckedRow facts) {
    double built = facts.number(Column.YEAR_BUILT);
    return when(built > facts.spot().year(), () -> Violation.of(
        Column.YEAR_BUILT, built, "is after " + facts.spot().year()));
  }

  /// Where a city has one floor area alone, it is that of the building and the total.
  private static Optional<Violation> sum(CheckedRow facts) {
    if (facts.city().isSame(Column.BUILDING_AREA)) {
      return Optional.empty();
    }
    double total = facts.number(Column.TOTAL_AREA);
    double parts = facts.number(Column.BUILDING_AREA) + facts.number(Column.PARKING_AREA);
    return when(Math.abs(total - parts) > SUM.limit(), () -> Violation.of(Column.TOTAL_AREA, total,
        "is not the sum of building and parking, " + Figures.number(parts)));
  }

  private static Optional<Violation> uses(CheckedRow facts, double limit, double worst) {
    double total = facts.number(Column.TOTAL_AREA);
    double times = times(facts.usesArea(), total);
    return when(times > limit && times <= worst, () -> Violation.of(Column.LARGEST_USE_AREA,
        facts.number(Column.LARGEST_USE_AREA), "and the other uses' areas are "
            + Figures.number(facts.usesArea()) + " together, but the property's is "
            + Figures.number(total)));
  }
}
