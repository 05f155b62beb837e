// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static io.carbonflow.components.validate.check.Check.SLIPS;
import static io.carbonflow.components.validate.check.RowCheck.times;
import static io.carbonflow.components.validate.check.RowCheck.when;

import module java.base;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Energy;

/// What is known of a building in several years: each row is compared with the newest earlier year in which
/// what is compared is known. What all buildings did together is taken out. The tables of 2015 and 2016 have
/// 1,440 buildings that are used in both.
final class PairChecks {
  private static final double KM_PER_DEGREE = 111.2;

  private static final Check BUILT = Check.warning("year-built-changed",
          "a building was built in another year than an earlier year of it says")
      .mostShare(SLIPS).because("One of the two is wrong. The tables have none.");
  private static final Check MOVED = Check.warning("moved",
          "a building stands elsewhere than in an earlier year")
      .limit(1, "km").mostShare(SLIPS).because("The tables have 4.");
  private static final Check AREA = Check.warning("area-changed",
          "a floor area is another than in an earlier year")
      .limit(1.5, "×").mostShare(SLIPS)
      .because("It was extended, or one of the two is wrong. The tables have 9 by the total, and 6"
          + " by the uses, per which energy is learned.");
  private static final Check TYPE = Check.warning("use-changed",
          "a building is used for something else than in an earlier year")
      .mostShare(0.1).because("It may be so. The tables have 14, and 2021 has 5.5 % of those of 2019. Where all"
          + " buildings of a use have the same new one, it is another name, and no change.");
  private static final Check FUEL = Check.warning("fuel-gone",
          "gas or steam was a part of the energy in an earlier year, and is none now")
      .limit(0.05, "%").mostShare(SLIPS)
      .because("The limit is for the part that it was. It was given up, or a meter is not reported any more, and"
          + " then the building looks cleaner than it is. The tables have 10.");
  private static final Check ENERGY = Check.warning("energy-changed",
          "the site energy is far from that of an earlier year")
      .limit(3, "×").mostShare(SLIPS)
      .because("One of the two is for a part of the year or of the building, or it was empty. What the building in"
          + " the middle did from one year to the other is taken out. The tables have 13; half of all are within"
          + " 1.06 ×.");
  private static final Check EMISSIONS = Check.warning("emissions-changed",
          "the emissions are far from those of an earlier year, and the energy is not")
      .limit(3, "×").mostShare(SLIPS)
      .because("As with energy. The earlier emissions are those of the earlier fuels by the factors of the later"
          + " year. The tables have 5.");
  private static final Check COPIED = Check.warning("year-copied",
          "energy and electricity are those of an earlier year, to the last digit")
      .mostShare(SLIPS).because("One year's values may be a copy of the other's. The tables have"
          + " none.");

  static final List<Check> ALL = List.of(BUILT, MOVED, AREA, TYPE, FUEL, ENERGY, EMISSIONS, COPIED);

  private final BuildingHistory now;
  private final List<BuildingHistory> earlier;
  private final Movements movements;
  private final Findings findings;
  private final List<BuildingChange> changes = new ArrayList<>();

  /// @param earlier the building's rows of earlier years, the newest first
  private PairChecks(
      BuildingHistory now, List<BuildingHistory> earlier, Movements movements, Findings findings) {
    this.now = now;
    this.earlier = earlier;
    this.movements = movements;
    this.findings = findings;
  }

  /// Looks at a row beside earlier ones of the building; what is found is told of it.
  ///
  /// @param earlier the building's rows of earlier years, the newest first
  /// @return what has changed between years that models use
  static List<BuildingChange> look(
      BuildingHistory now, List<BuildingHistory> earlier, Movements movements, Findings findings) {
    PairChecks pair = new PairChecks(now, earlier, movements, findings);
    pair.look();
    return pair.changes;
  }

  private void look() {
    number(BUILT, Column.YEAR_BUILT, BuildingHistory::yearBuilt, (one, other) -> Math.abs(one - other) > 0);
    with(row -> known(row.latitude()) && known(row.longitude()), before -> add(MOVED, before, moved(before)));
    number(AREA, Column.TOTAL_AREA, BuildingHistory::totalArea, (one, other) -> times(one, other) > AREA.limit());
    number(AREA, Column.LARGEST_USE_AREA, BuildingHistory::usesArea, (one, other) -> times(one, other) > AREA.limit());
    with(_ -> true, before -> add(TYPE, before, type(before)));
    boolean[] said = {false};
    with(row -> row.energy().site() > 0, before -> {
      Optional<Violation> gone = gone(before);
      add(FUEL, before, gone);
      Optional<Violation> far = energy(before);
      add(ENERGY, before, far);
      add(COPIED, before, copied(before));
      said[0] = gone.isPresent() || far.isPresent();
    });
    with(row -> row.tonnes() > 0, before -> add(EMISSIONS, before, said[0] ? Optional.empty() : emissions(before)));
  }

  /// With the newest earlier row that has something this one has as well.
  private void with(Predicate<BuildingHistory> has, Consumer<BuildingHistory> look) {
    if (has.test(now)) {
      earlier.stream().filter(has).findFirst().ifPresent(look);
    }
  }

  private void add(Check check, BuildingHistory before, Optional<Violation> breach) {
    boolean used = before.spot().used() && now.spot().used();
    findings.add(check, now.spot(), breach, used);
    breach.filter(_ -> used).ifPresent(found -> changes.add(new BuildingChange(check.id(), now.spot().building(),
        before.year(), now.year(), found.column(), value(found.column(), before), found.value(),
        now.tonnes() - movements.restated(before, now.year()))));
  }

  private static String value(String column, BuildingHistory before) {
    return Stream.of(Shown.values()).filter(one -> one.column.title().equals(column)).findFirst()
        .map(one -> one.text.apply(before)).orElse("");
  }

  /// How a value of an earlier year is told.
  private enum Shown {
    BUILT(Column.YEAR_BUILT, row -> Figures.number(row.yearBuilt())),
    PLACE(Column.LATITUDE, row -> Figures.number(row.latitude())),
    AREA(Column.TOTAL_AREA, row -> Figures.number(row.totalArea())),
    USES(Column.LARGEST_USE_AREA, row -> Figures.number(row.usesArea())),
    TYPE(Column.BUILDING_TYPE, BuildingHistory::buildingType),
    USE(Column.LARGEST_USE, BuildingHistory::use),
    ENERGY(Column.SITE_ENERGY, row -> Figures.number(row.energy().site())),
    GAS(Column.GAS, row -> Figures.number(row.energy().gas())),
    STEAM(Column.STEAM, row -> Figures.number(row.energy().steam())),
    TONNES(Column.EMISSIONS, row -> Figures.number(row.tonnes()));

    private final Column column;
    private final Function<BuildingHistory, String> text;

    Shown(Column column, Function<BuildingHistory, String> text) {
      this.column = column;
      this.text = text;
    }
  }

  /// Whether two numbers are not the same, as a check means it.
  @FunctionalInterface
  private interface Another {
    boolean test(double one, double other);
  }

  private void number(Check check, Column column, ToDoubleFunction<BuildingHistory> value,
      Another isAnother) {
    with(row -> known(value.applyAsDouble(row)), before -> add(check, before,
        when(isAnother.test(value.applyAsDouble(before), value.applyAsDouble(now)), () ->
            Violation.of(column, value.applyAsDouble(now), was(value.applyAsDouble(before), before)))));
  }

  private static boolean known(double value) {
    return !Double.isNaN(value);
  }

  private Optional<Violation> moved(BuildingHistory before) {
    double north = now.latitude() - before.latitude();
    double east = (now.longitude() - before.longitude()) * Math.cos(Math.toRadians(now.latitude()));
    double km = Math.hypot(north, east) * KM_PER_DEGREE;
    return when(km > MOVED.limit(), () -> Violation.of(Column.LATITUDE, now.latitude(),
        "and longitude " + Figures.number(now.longitude()) + " are " + Figures.number(km)
            + " km from where it was in " + before.year()));
  }

  private Optional<Violation> type(BuildingHistory before) {
    return when(Movements.isAnother(before.buildingType(), now.buildingType()), () -> new Violation(
            Column.BUILDING_TYPE.title(), now.buildingType(), "was " + before.buildingType() + " in " + before.year()))
        .or(() -> when(Movements.isAnother(before.use(), now.use()) && !movements.isRenamed(before, now),
            () -> new Violation(Column.LARGEST_USE.title(), now.use(), "was " + before.use() + " in " + before.year())));
  }

  private Optional<Violation> gone(BuildingHistory before) {
    return gone(before, Column.GAS, Energy::gas).or(() -> gone(before, Column.STEAM, Energy::steam));
  }

  private Optional<Violation> gone(BuildingHistory before, Column column, ToDoubleFunction<Energy> fuel) {
    double share = before.energy().share(fuel.applyAsDouble(before.energy()));
    return when(share > FUEL.limit() && fuel.applyAsDouble(now.energy()) == 0, () -> Violation.of(column, 0,
        was(fuel.applyAsDouble(before.energy()), before) + ", " + Figures.percent(Math.rint(100 * share) / 100)
            + " of the energy" + (known(now.energy().electricity()) ? "; electricity was "
                + Figures.number(before.energy().electricity()) + " and is "
                + Figures.number(now.energy().electricity()) : "")));
  }

  private Optional<Violation> energy(BuildingHistory before) {
    double expected = before.energy().site() * movements.energy(before.year(), now.year());
    return when(times(now.energy().site(), expected) > ENERGY.limit(), () -> Violation.of(
        Column.SITE_ENERGY, now.energy().site(), was(before.energy().site(), before)));
  }

  private Optional<Violation> emissions(BuildingHistory before) {
    double restated = movements.restated(before, now.year());
    double expected = restated * movements.energy(before.year(), now.year());
    boolean sameFactors = Math.abs(restated / before.tonnes() - 1) < 0.01;
    return when(times(now.tonnes(), expected) > EMISSIONS.limit(), () -> Violation.of(Column.EMISSIONS, now.tonnes(),
        was(before.tonnes(), before)
            + (sameFactors ? "" : ", " + Figures.number(restated) + " by the factors of " + now.year())
            + fuel(before, "gas", Energy::gas) + fuel(before, "steam", Energy::steam)));
  }

  /// What a fuel did that is not as it was, of those that emit the most; empty for nothing.
  private String fuel(BuildingHistory before, String name, ToDoubleFunction<Energy> fuel) {
    double then = fuel.applyAsDouble(before.energy());
    double is = fuel.applyAsDouble(now.energy());
    boolean isAnother = Math.max(then, is) > ENERGY.limit() * Math.min(then, is);
    return isAnother ? "; " + name + " was " + Figures.number(then) + " and is " + Figures.number(is) : "";
  }

  private Optional<Violation> copied(BuildingHistory before) {
    return when(now.energy().site() == before.energy().site()
        && now.energy().electricity() == before.energy().electricity(), () -> Violation.of(Column.SITE_ENERGY,
            now.energy().site(), "and electricity are those of " + before.year()));
  }

  private static String was(double value, BuildingHistory before) {
    return "was " + Figures.number(value) + " in " + before.year();
  }
}
