// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;

/// What is known of a building in several years: each row is compared with the newest earlier year in which
/// what is compared is known. What all buildings did together is taken out. The tables of 2015 and 2016 have
/// 1,440 buildings that are used in both.
final class PairChecks {
  private static final List<PairCheck> DECLARED =
      Stream.of(BuildingPairChecks.ALL, EnergyPairChecks.ALL).flatMap(List::stream).toList();

  static final List<Check> ALL = DECLARED.stream().map(PairCheck::check).distinct().toList();

  private PairChecks() {}

  /// Looks at a row beside earlier ones of the building; what is found is reported about it.
  ///
  /// @param earlier the building's rows of earlier years, the newest first
  /// @return what has changed between years that models use
  static List<BuildingChange> look(
      BuildingHistory now, List<BuildingHistory> earlier, Movements movements, Findings findings) {
    List<BuildingChange> changes = new ArrayList<>();
    Set<Check> told = new HashSet<>();
    Set<List<String>> said = new HashSet<>();
    for (PairCheck one : DECLARED) {
      one.pair(now, earlier, movements).ifPresent(pair -> {
        Optional<Violation> found =
            Collections.disjoint(told, one.unless()) ? one.judge().apply(pair) : Optional.empty();
        found = found.filter(what -> said.add(List.of(one.check().id(), findings.title(what.column()))));
        findings.add(one.check(), now.spot(), found, pair.isUsed());
        found.ifPresent(_ -> told.add(one.check()));
        found.filter(_ -> pair.isUsed()).ifPresent(what -> changes.add(pair.change(
            one.check(), what, findings.title(what.column()))));
      });
    }
    return changes;
  }
}
