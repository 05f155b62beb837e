package io.carbonflow.components.validate.check;

import java.util.List;
import java.util.stream.Stream;

/// All checks, in the order in which they are told of.
public final class Checks {
  /// Checks of one kind.
  ///
  /// @param title what they are about
  /// @param checks the checks
  public record Group(String title, List<Check> checks) {}

  private static final List<Group> GROUPS = List.of(
      new Group("The table and its cells",
          Stream.of(TableChecks.ALL, CellChecks.ALL).flatMap(List::stream).toList()),
      new Group("Floor areas and years of a row", declared(AreaChecks.ALL)),
      new Group("Energy and emissions of a row", declared(EnergyChecks.ALL)),
      new Group("Buildings and the split", BuildingChecks.ALL),
      new Group("A building in two years", PairChecks.ALL),
      new Group("Leaks", LeakChecks.ALL));

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
