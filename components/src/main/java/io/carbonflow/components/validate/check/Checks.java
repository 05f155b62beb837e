// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;

/// All checks, in the order in which they are reported.
public final class Checks {
  /// Checks of one kind.
  ///
  /// @param title what they are about
  /// @param checks the checks
  public record Group(String title, List<Check> checks) {}

  /// Looked for by the step evaluate, in the scores of models.
  public static final Check HELD_OUT_R2 = Check.warning("held-out-r2",
          "a model's R² on held-out rows is too good to be true")
      .limit(0.95, "")
      .because("The step evaluate tells of it, in its report, metrics and summary. The scale is the"
          + " Box-Cox scale. Honest models stay below the limit on all splits of the tables that were"
          + " measured, docs/explanation/intervals.md; more is a leak until it is shown otherwise. A prediction that"
          + " knows the building's own last year is none, and is not looked at.");

  private static final List<Group> GROUPS = List.of(
      new Group("The table and its cells",
          Stream.of(TableChecks.ALL, CellChecks.ALL).flatMap(List::stream).toList()),
      new Group("Faults of whole tables, and impossible rows", FaultChecks.ALL),
      new Group("Floor areas and years of a row", declared(AreaChecks.ALL)),
      new Group("Energy and emissions of a row", declared(EnergyChecks.ALL)),
      new Group("Buildings and the split", BuildingChecks.ALL),
      new Group("A year of the table", OverYears.ALL),
      new Group("A building over the years", PairChecks.ALL),
      new Group("Leaks", Stream.of(LeakChecks.ALL, declared(RatioChecks.ROWS), List.of(HELD_OUT_R2))
          .flatMap(List::stream).toList()));

  private Checks() {}

  /// The checks by kind.
  public static List<Group> groups() {
    return GROUPS;
  }

  /// The checks.
  public static List<Check> all() {
    return GROUPS.stream().flatMap(group -> group.checks().stream()).toList();
  }

  private static List<Check> declared(List<RowCheck> checks) {
    return checks.stream().map(RowCheck::check).toList();
  }
}
