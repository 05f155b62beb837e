// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.model.building.Building;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.factor.KnownFactors;

/// The buildings of a table over its years.
final class OverYears {
  private static final int MOST_CHANGES = 10;

  private static final Check FACTORS = Check.error("factors-unfit",
          "no emission factors explain the emissions of a year")
      .limit(KnownFactors.NEAR, "%")
      .because("The limit is for the median row of the year, without what decimals explain. Emissions are energy"
          + " times factors, and models bring them to another year's factors: here they are something else, or"
          + " energy or emissions stand in the wrong column. Compare a few rows with the city's table, or leave the"
          + " year out. The tables have 0.004%.");

  static final List<Check> ALL = List.of(FACTORS);

  private final Map<Integer, List<BuildingHistory>> years = new TreeMap<>();
  private final Map<String, List<BuildingHistory>> buildings = new LinkedHashMap<>();
  private final Tolerances tolerances;
  private final Findings findings;

  /// @param rows all rows, in the order of the table, each building once a year
  OverYears(List<BuildingHistory> rows, Tolerances tolerances, Findings findings) {
    this.tolerances = tolerances;
    this.findings = findings;
    rows.forEach(row -> {
      years.computeIfAbsent(row.year(), _ -> new ArrayList<>()).add(row);
      buildings.computeIfAbsent(row.spot().building(), _ -> new ArrayList<>(1)).add(row);
    });
    buildings.values().forEach(all -> all.sort(Comparator.comparingInt(BuildingHistory::year)));
  }

  /// Looks at all years but those that are too many for years.
  ///
  /// @return a summary of each, the oldest first
  List<YearSummary> look() {
    tolerances.factors().stream().filter(fitted -> !fitted.fit()).forEach(fitted ->
        findings.add(FACTORS, RowLocation.of(fitted.year()), new Violation(Column.EMISSIONS.title(), "",
            "of the median row is " + Figures.percent(fitted.known().residual()) + " off what the fuels give by the"
                + " factors that fit best, " + fitted.factors().text() + " t/kBtu; compare rows with the city's table,"
                + " or leave the year out")));
    Movements movements = new Movements(buildings.values(), tolerances);
    List<YearSummary> all = new ArrayList<>();
    int before = 0;
    for (int year : years.keySet()) {
      if (all.size() < Tolerances.MOST_YEARS) {
        all.add(look(year, before, movements));
        before = year;
      }
    }
    return List.copyOf(all);
  }

  private YearSummary look(int year, int before, Movements movements) {
    List<BuildingHistory> rows = years.get(year);
    Set<String> changed = new TreeSet<>();
    List<BuildingChange> changes = new ArrayList<>();
    for (BuildingHistory row : rows) {
      List<BuildingHistory> earlier = buildings.get(row.spot().building()).stream()
          .filter(one -> one.year() < year).toList().reversed();
      List<BuildingChange> found = PairChecks.look(row, earlier, movements, findings);
      found.stream().findFirst().ifPresent(one -> changed.add(one.building()));
      changes.addAll(found);
    }
    List<BuildingHistory> unpriced = rows.stream().filter(row -> EnergyChecks.hasNone(row.tonnes(),
        tolerances.factors(year).tonnes(row.energy()), tolerances.half(year, Column.EMISSIONS))).toList();
    return new YearSummary(year, before, rows.size(), count(rows, row -> row.spot().used()),
        count(rows, BuildingHistory::modeled), named(rows, row -> before > 0 && first(row) == year),
        gone(year, before), named(rows, row -> !row.reports() && reportedBefore(row)),
        movements.renamed(before, year), changed.size(), largest(changes), movements.energyOf(before, year),
        movements.emissionsOf(before, year), unpriced.size(),
        unpriced.stream().mapToDouble(row -> tolerances.factors(year).tonnes(row.energy()))
            .filter(tonnes -> !Building.isBeyond(tonnes)).sum(),
        Optional.of(tolerances.factors(year)).filter(FittedFactors::areOfTheYear),
        tolerances.decimals(year, Column.EMISSIONS));
  }

  private static long count(List<BuildingHistory> rows, Predicate<BuildingHistory> wanted) {
    return rows.stream().filter(wanted).count();
  }

  private static YearSummary.Named named(List<BuildingHistory> rows, Predicate<BuildingHistory> wanted) {
    return YearSummary.Named.of(rows.stream().filter(BuildingHistory::modeled).filter(wanted)
        .map(row -> row.spot().building()).toList());
  }

  private YearSummary.Named gone(int year, int before) {
    Set<String> there = years.get(year).stream().map(row -> row.spot().building()).collect(Collectors.toSet());
    return named(years.getOrDefault(before, List.of()), row -> !there.contains(row.spot().building()));
  }

  private int first(BuildingHistory row) {
    return buildings.get(row.spot().building()).getFirst().year();
  }

  private boolean reportedBefore(BuildingHistory row) {
    return buildings.get(row.spot().building()).stream()
        .anyMatch(one -> one.year() < row.year() && one.reports());
  }

  /// One change of a building, those first by which emissions are most more or less.
  private static List<BuildingChange> largest(List<BuildingChange> changes) {
    Map<String, BuildingChange> first = new LinkedHashMap<>();
    changes.stream().filter(change -> !Double.isNaN(change.tonnes())).sorted(Comparator.comparingInt(
        change -> PRINCIPAL.indexOf(change.rule()))).forEach(change -> first.putIfAbsent(change.building(), change));
    return first.values().stream()
        .sorted(Comparator.comparingDouble((BuildingChange change) -> -Math.abs(change.tonnes()))
            .thenComparing(BuildingChange::building)).limit(MOST_CHANGES).toList();
  }

  /// Which of several changes of a building tells the most.
  private static final List<String> PRINCIPAL = List.of("fuel-gone", "energy-changed", "emissions-changed",
      "area-changed", "use-changed", "year-copied", "moved", "year-built-changed");
}
