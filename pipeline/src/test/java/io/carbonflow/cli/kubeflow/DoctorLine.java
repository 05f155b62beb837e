// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.cli.CarbonflowProgram.Outcome;

/// A line of the table that `doctor` prints.
///
/// @param state how a check ended: `ok`, `failed` or `skipped`
/// @param text what is said of it
record DoctorLine(String state, String text) {

  /// The line of a check.
  static DoctorLine of(Outcome doctor, String check) {
    String[] cells = doctor.out().lines().filter(line -> line.startsWith(check + " ")).findFirst()
        .orElseThrow(() -> new AssertionError("no " + check + " in " + doctor.out()))
        .split(" {2,}", 3);
    return new DoctorLine(cells[1], cells[2]);
  }

  /// Checks that a check ended so, and names these: a server, a user, a variable, what to do.
  static void check(Outcome doctor, String check, String state, String... parts) {
    DoctorLine line = of(doctor, check);
    assertEquals(state, line.state(), line.text());
    for (String part : parts) {
      assertTrue(line.text().contains(part), () -> "no '" + part + "' in " + line.text());
    }
  }
}
