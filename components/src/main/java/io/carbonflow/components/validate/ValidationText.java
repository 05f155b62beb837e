// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.components.validate.check.CheckResult;
import io.carbonflow.components.validate.check.Validation;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.model.building.Severity;

/// What was found, and what the years are, in a few lines, for the log.
final class ValidationText {
  /// A log is all that is kept of a task that fails, so it has what is needed to fix a table.
  private static final int MOST_ERRORS = 10;
  private static final int MOST_WARNINGS = 1;

  private ValidationText() {}

  /// The lines: the verdict, then each check that has found something, with the first findings, and each
  /// year.
  static List<String> of(Validation validation) {
    List<String> lines = new ArrayList<>();
    lines.add((validation.isValid() ? "valid" : "not valid") + ": "
        + Counted.of(validation.count(Severity.ERROR), "error") + ", "
        + Counted.of(validation.count(Severity.WARNING), "warning") + " in " + Counted.of(validation.rows(), "row"));
    validation.findings().forEach(tally -> add(lines, tally));
    lines.addAll(YearText.of(validation.years()));
    return lines;
  }

  private static void add(List<String> lines, CheckResult tally) {
    int most = tally.severity() == Severity.ERROR ? MOST_ERRORS : MOST_WARNINGS;
    lines.add(ParameterType.format(tally.severity()) + " " + tally.check().id() + ": "
        + tally.check().what());
    tally.listed().stream().limit(most).forEach(finding -> lines.add("  " + finding.text()));
    if (tally.count() > most) {
      lines.add(String.format(Locale.ROOT, "  and %,d more", tally.count() - most));
    }
  }
}
