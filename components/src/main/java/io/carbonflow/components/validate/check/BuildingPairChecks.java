// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static io.carbonflow.components.validate.check.Check.SLIPS;
import static io.carbonflow.components.validate.check.RowCheck.times;
import static io.carbonflow.components.validate.check.RowCheck.when;

import module java.base;
import io.carbonflow.model.building.Column;

/// What a building is, beside what it was: when it was built, where it stands, how large it is and for what.
final class BuildingPairChecks {
  private static final double KM_PER_DEGREE = 111.2;

  private static final Check BUILT = Check.warning("year-built-changed",
          "the year built differs from that in an earlier year's table")
      .mostShare(SLIPS).because("One of the two is wrong. The tables have none.");
  private static final Check MOVED = Check.warning("moved",
          "a building's location differs from that in an earlier year")
      .limit(1, "km").mostShare(SLIPS).because("The tables have 4.");
  private static final Check AREA = Check.warning("area-changed",
          "a floor area differs from that of an earlier year")
      .limit(1.5, "×").mostShare(SLIPS)
      .because("It was extended, or one of the two is wrong. The tables have 9 by the total, and 6"
          + " by the uses, per which energy is learned.");
  private static final Check TYPE = Check.warning("use-changed",
          "a building's use differs from that in an earlier year")
      .mostShare(0.1).because("It may be so. The tables have 14, and 2021 has 5.5% of those of 2019. Where all"
          + " buildings of a use have the same new one, it is another name, and no change.");

  static final List<PairCheck> ALL = List.of(
      number(BUILT, Column.YEAR_BUILT, BuildingHistory::yearBuilt, (one, other) -> Math.abs(one - other) > 0),
      new PairCheck(MOVED, row -> isKnown(row.latitude()) && isKnown(row.longitude()), BuildingPairChecks::moved),
      number(AREA, Column.TOTAL_AREA, BuildingHistory::totalArea, BuildingPairChecks::isAnotherArea),
      number(AREA, Column.LARGEST_USE_AREA, BuildingHistory::usesArea, BuildingPairChecks::isAnotherArea),
      new PairCheck(TYPE, _ -> true, BuildingPairChecks::type));

  private BuildingPairChecks() {}

  /// Whether two numbers are not the same, as a check means it.
  @FunctionalInterface
  private interface Another {
    boolean test(double one, double other);
  }

  private static PairCheck number(
      Check check, Column column, ToDoubleFunction<BuildingHistory> value, Another isAnother) {
    return new PairCheck(check, row -> isKnown(value.applyAsDouble(row)), pair -> {
      double then = value.applyAsDouble(pair.before());
      double is = value.applyAsDouble(pair.now());
      return when(isAnother.test(then, is), () -> Violation.of(column, is, pair.was(then)));
    });
  }

  private static boolean isKnown(double value) {
    return !Double.isNaN(value);
  }

  private static boolean isAnotherArea(double one, double other) {
    return times(one, other) > AREA.limit();
  }

  private static Optional<Violation> moved(YearPair pair) {
    BuildingHistory before = pair.before();
    BuildingHistory now = pair.now();
    double north = now.latitude() - before.latitude();
    double east = (now.longitude() - before.longitude()) * Math.cos(Math.toRadians(now.latitude()));
    double km = Math.hypot(north, east) * KM_PER_DEGREE;
    return when(km > MOVED.limit(), () -> Violation.of(Column.LATITUDE, now.latitude(),
        "and longitude " + Figures.number(now.longitude()) + " are " + Figures.number(km)
            + " km from where it was in " + before.year()));
  }

  private static Optional<Violation> type(YearPair pair) {
    BuildingHistory before = pair.before();
    BuildingHistory now = pair.now();
    return when(Movements.isAnother(before.buildingType(), now.buildingType()), () -> new Violation(
            Column.BUILDING_TYPE.title(), now.buildingType(), pair.was(before.buildingType())))
        .or(() -> when(pair.hasAnotherUse(), () -> new Violation(
            Column.LARGEST_USE.title(), now.use(), pair.was(before.use()))));
  }
}
