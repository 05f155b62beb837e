// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Rule;
import io.carbonflow.model.city.City;

/// The rows of a table beside each other: every building once a year, on one side of the split, and
/// what is known of it in all of its years. Remembers a few numbers of each row.
final class BuildingChecks {
  private static final Check NO_KEY = Check.error("no-key",
          "a row does not name its building or its year")
      .because("It could be on either side of the split. The merge step refuses such a table.");
  private static final Check TWICE = Check.error("building-twice",
          "a building appears twice in a year")
      .because("It would count twice. The merge step refuses such a table.");
  private static final Check NO_SIDE = Check.error("no-side",
          "a row is neither a training row nor held out")
      .because("The merge step gives every row a side.");
  private static final Check TWO_SIDES = Check.error("two-sides",
          "a building is both in training and held out")
      .because("A leak: models would be scored on a building that they know.");
  private static final Check LEFT_OUT = Check.warning("left-out",
          "a building of the kinds that are modeled cannot be used")
      .mostShare(0.1)
      .because("The clean step leaves it out. It does so with 4.2% of the rows of modeled buildings in 2015 and"
          + " 0.5% in 2016, most for lack of a use; a whole column may be missing where it is"
          + " more.");
  private static final Check TWIN = Check.warning("twin",
          "two buildings have the same floor area, energy and electricity in a year")
      .because("It may be one building under two ids. The tables have none.");
  private static final Check TWIN_APART = Check.warning("twin-apart",
          "two buildings with the same floor area, energy and electricity are on different sides of the split")
      .mostShare(0.01).because("Models are scored on a row that they know. A few change no score; more are a leak.");

  static final List<Check> ALL =
      List.of(NO_KEY, TWICE, NO_SIDE, TWO_SIDES, LEFT_OUT, TWIN, TWIN_APART);

  private record Meters(int year, double area, double energy, double electricity) {}

  private final boolean split;
  private final Findings findings;
  private final Map<String, List<BuildingHistory>> buildings = new HashMap<>();
  private final List<BuildingHistory> rows = new ArrayList<>();
  private final Map<Meters, BuildingHistory> meters = new HashMap<>();

  /// @param split whether the table says which rows are learned from
  BuildingChecks(boolean split, Findings findings) {
    this.split = split;
    this.findings = findings;
  }

  /// Tells of a row without a key.
  void lookAtUnknown(RowLocation spot) {
    findings.add(NO_KEY, spot, new Violation("", "", "the building's id or the year is missing, or is"
        + " none"));
  }

  /// Looks at a row, after all that came before it.
  void look(CheckedRow facts) {
    leftOut(facts);
    RowLocation spot = facts.spot();
    String building = facts.building().key().building();
    List<BuildingHistory> before = buildings.getOrDefault(building, List.of());
    Optional<BuildingHistory> same = before.stream().filter(row -> row.year() == spot.year()).findFirst();
    if (same.isPresent()) {
      findings.add(TWICE, spot.asUsed(), new Violation(Column.BUILDING_ID.title(), spot.building(),
          "is in line " + same.get().spot().line() + " as well"));
      return;
    }
    BuildingHistory seen = BuildingHistory.of(facts);
    buildings.put(building, Stream.concat(before.stream(), Stream.of(seen)).toList());
    rows.add(seen);
    side(seen, before);
    twin(seen);
  }

  /// Looks at all buildings over their years.
  ///
  /// @return a summary of each year, the oldest first
  List<YearSummary> end(Tolerances tolerances) {
    return new OverYears(rows, tolerances, findings).look();
  }

  private void leftOut(CheckedRow facts) {
    Optional<Rule> rule = facts.leftOut();
    City city = facts.city();
    boolean modeled = rule.isEmpty() || rule.get() != Rule.BUILDING_TYPE
        || facts.row().text(city.subject().column().title()).isEmpty();
    findings.add(LEFT_OUT, facts.spot(), rule.filter(_ -> modeled).map(why -> new Violation(
        why.column(city).title(), facts.row().text(why.column(city).title()),
        "excludes the row: " + why.description(city))), modeled,
        rule.filter(_ -> modeled).map(why -> why.description(city)));
  }

  private void side(BuildingHistory seen, List<BuildingHistory> before) {
    if (split && seen.inTrain().isEmpty()) {
      findings.add(NO_SIDE, seen.spot().asUsed(), new Violation(Column.IN_TRAIN, "", "is empty"));
    }
    if (!before.isEmpty() && isApart(seen, before.getLast())) {
      findings.add(TWO_SIDES, seen.spot().asUsed(), side(seen, before.getLast()));
    }
  }

  private static boolean isApart(BuildingHistory one, BuildingHistory other) {
    return one.inTrain().isPresent() && other.inTrain().isPresent()
        && !one.inTrain().equals(other.inTrain());
  }

  private static Violation side(BuildingHistory seen, BuildingHistory other) {
    return new Violation(Column.IN_TRAIN, seen.inTrain().map(String::valueOf).orElse(""),
        "is not that of " + other.spot().text());
  }

  private void twin(BuildingHistory seen) {
    if (!seen.spot().used()) {
      return;
    }
    BuildingHistory twin = meters.putIfAbsent(new Meters(seen.spot().year(), seen.usesArea(),
        seen.energy().site(), seen.energy().electricity()), seen);
    Optional<Violation> same = Optional.ofNullable(twin).map(other -> Violation.of(
        Column.SITE_ENERGY, seen.energy().site(), "and more is that of " + other.spot().text()));
    boolean apart = twin != null && isApart(seen, twin);
    findings.add(TWIN_APART, seen.spot(), same.filter(_ -> apart), true);
    same.filter(_ -> !apart).ifPresent(violation -> findings.add(TWIN, seen.spot(), violation));
  }
}
