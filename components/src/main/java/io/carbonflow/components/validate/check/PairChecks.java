// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static io.carbonflow.components.validate.check.Check.SLIPS;
import static io.carbonflow.components.validate.check.RowCheck.times;
import static io.carbonflow.components.validate.check.RowCheck.when;

import module java.base;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Use;

/// What is known of a building in two years. The tables of 2015 and 2016 have 1,440 buildings that
/// are used in both.
final class PairChecks {
  private static final double KM_PER_DEGREE = 111.2;

  private static final Check BUILT = Check.warning("year-built-changed",
          "a building was built in another year than it was in the other year's table")
      .mostShare(SLIPS).because("One of the two is wrong. The tables have none.");
  private static final Check MOVED = Check.warning("moved",
          "a building stands elsewhere than in the other year's table")
      .limit(1, "km").mostShare(SLIPS).because("The tables have 4.");
  private static final Check AREA = Check.warning("area-changed",
          "a floor area is another than in the other year's table")
      .limit(1.5, "×").mostShare(SLIPS)
      .because("It was extended, or one of the two is wrong. The tables have 9 by the total, and 6"
          + " by the uses, per which energy is learned.");
  private static final Check TYPE = Check.warning("use-changed",
          "a building is used for something else than in the other year's table")
      .mostShare(SLIPS).because("It may be so. The tables have 14.");
  private static final Check ENERGY = Check.warning("energy-changed",
          "the site energy is far from that of the other year")
      .limit(3, "×").mostShare(SLIPS)
      .because("One of the two is for a part of the year or of the building, or it was empty. The"
          + " tables have 13; half of all are within 1.06 ×.");
  private static final Check EMISSIONS = Check.warning("emissions-changed",
          "the emissions are far from those of the other year")
      .limit(3, "×").mostShare(SLIPS).because("As with energy. The tables have 22.");
  private static final Check COPIED = Check.warning("year-copied",
          "energy and electricity are those of the other year, to the last digit")
      .mostShare(SLIPS).because("One year's values may be a copy of the other's. The tables have"
          + " none.");

  static final List<Check> ALL = List.of(BUILT, MOVED, AREA, TYPE, ENERGY, EMISSIONS, COPIED);

  private PairChecks() {}

  /// Looks at two rows of a building; what is found is told of the later one.
  static void look(BuildingHistory before, BuildingHistory seen, Findings findings) {
    boolean used = before.spot().used() && seen.spot().used();
    add(BUILT, seen, built(before, seen), used, findings);
    add(MOVED, seen, moved(before, seen), used, findings);
    add(AREA, seen, far(AREA, Column.TOTAL_AREA, BuildingHistory::totalArea, before, seen), used, findings);
    add(AREA, seen, far(AREA, Column.LARGEST_USE_AREA, BuildingHistory::usesArea, before, seen), used,
        findings);
    add(TYPE, seen, type(before, seen), used, findings);
    add(ENERGY, seen, far(ENERGY, Column.SITE_ENERGY, BuildingHistory::energy, before, seen), used, findings);
    add(EMISSIONS, seen, far(EMISSIONS, Column.EMISSIONS, BuildingHistory::tonnes, before, seen), used,
        findings);
    add(COPIED, seen, copied(before, seen), used, findings);
  }

  private static void add(
      Check check, BuildingHistory seen, Optional<Violation> breach, boolean used, Findings findings) {
    findings.add(check, seen.spot(), breach, used);
  }

  private static Optional<Violation> built(BuildingHistory before, BuildingHistory seen) {
    return when(Math.abs(before.yearBuilt() - seen.yearBuilt()) > 0, () -> Violation.of(
        Column.YEAR_BUILT, seen.yearBuilt(), was(before.yearBuilt(), before)));
  }

  private static Optional<Violation> moved(BuildingHistory before, BuildingHistory seen) {
    double north = seen.latitude() - before.latitude();
    double east =
        (seen.longitude() - before.longitude()) * Math.cos(Math.toRadians(seen.latitude()));
    double km = Math.hypot(north, east) * KM_PER_DEGREE;
    return when(km > MOVED.limit(), () -> Violation.of(Column.LATITUDE, seen.latitude(),
        "and longitude " + Figures.number(seen.longitude()) + " are " + Figures.number(km)
            + " km from where it was in " + before.spot().year()));
  }

  private static Optional<Violation> far(
      Check check, Column column, ToDoubleFunction<BuildingHistory> value, BuildingHistory before, BuildingHistory seen) {
    double now = value.applyAsDouble(seen);
    double then = value.applyAsDouble(before);
    return when(times(now, then) > check.limit(), () ->
        Violation.of(column, now, was(then, before)));
  }

  private static Optional<Violation> type(BuildingHistory before, BuildingHistory seen) {
    return when(isAnother(before.buildingType(), seen.buildingType()), () -> new Violation(
            Column.BUILDING_TYPE.title(), seen.buildingType(),
            "was " + before.buildingType() + " in " + before.spot().year()))
        .or(() -> when(isAnother(before.use(), seen.use()), () -> new Violation(
            Column.LARGEST_USE.title(), seen.use(),
            "was " + before.use() + " in " + before.spot().year())));
  }

  private static boolean isAnother(String type, String other) {
    List<String> unknown = List.of("", Use.NONE);
    return !type.equals(other) && !unknown.contains(type) && !unknown.contains(other);
  }

  private static Optional<Violation> copied(BuildingHistory before, BuildingHistory seen) {
    return when(seen.energy() > 0 && seen.energy() == before.energy()
        && seen.electricity() == before.electricity(), () -> Violation.of(Column.SITE_ENERGY,
            seen.energy(), "and electricity are those of " + before.spot().year()));
  }

  private static String was(double value, BuildingHistory before) {
    return "was " + Figures.number(value) + " in " + before.spot().year();
  }
}
