// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.model.building.Repair;
import io.carbonflow.model.building.TableFault;

/// Faults of whole tables, which are reported and read right; the other checks look at rows as they are read
/// then. A check a fault, with its name.
final class FaultChecks {
  private static final Map<TableFault, Check> CHECKS = checks();

  static final List<Check> ALL = List.copyOf(CHECKS.values());

  private FaultChecks() {}

  private static Map<TableFault, Check> checks() {
    Map<TableFault, Check> checks = new EnumMap<>(TableFault.class);
    for (TableFault fault : TableFault.values()) {
      checks.put(fault, Check.warning(fault.id(), fault.what()).because(fault.remedy()));
    }
    return checks;
  }

  /// Tells of what was found in the rows of each year.
  static void look(List<Repair> repairs, Findings findings) {
    for (Repair repair : repairs) {
      findings.add(CHECKS.get(repair.fault()), RowLocation.of(repair.year()), new Violation(repair.column().title(),
          "", (repair.isRead() ? "is read right in " : "is left as published in ") + Counted.of(repair.rows(), "row") + ": "
              + repair.evidence()));
    }
  }

  /// Tells of an impossible row.
  ///
  /// @param why what is impossible
  static void look(CheckedRow facts, String why, Findings findings) {
    findings.add(CHECKS.get(TableFault.IMPOSSIBLE_ROWS), facts.spot(),
        new Violation("the row", "", "is left out of training: " + why));
  }
}
