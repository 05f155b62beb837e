// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import module java.base;
import io.carbonflow.components.validate.check.Figures;
import io.carbonflow.components.validate.check.FuelFactors;
import io.carbonflow.components.validate.check.Movement;
import io.carbonflow.components.validate.check.YearSummary;

/// A year of a table in sentences.
final class YearText {
  private YearText() {}

  /// Lines for the log: the rows, what became of the buildings, the factors.
  static List<String> of(YearSummary year) {
    List<String> lines = new ArrayList<>();
    lines.add(text("%d: %,d rows, of which models use %,d%s", year.year(), year.rows(), year.used(), buildings(year)));
    Optional.of(moved(year)).filter(line -> !line.isEmpty()).ifPresent(line -> lines.add("  " + line));
    year.renamed().forEach(line -> lines.add("  the use " + line));
    withoutEmissions(year).ifPresent(line -> lines.add("  " + line));
    year.factors().ifPresent(factors -> lines.add("  emissions follow from " + factors(factors)));
    return lines;
  }

  /// What became of the buildings since the year before; empty for the first year.
  private static String buildings(YearSummary year) {
    return year.before() == 0 ? "" : text("; since %d, of %,d buildings of the kinds that are modelled, %s, %s, %s, %,d"
        + " changed", year.before(), year.buildings(), named(year.added(), "new"), named(year.gone(), "gone"),
        named(year.silent(), "without energy that had some"), year.changed());
  }

  private static String named(YearSummary.Named some, String what) {
    return text("%,d %s", some.count(), what) + (some.examples().isEmpty() ? "" : some.examples().stream()
        .limit(3).collect(Collectors.joining(", ", " (", some.count() > 3 ? ", …)" : ")")));
  }

  /// How the year moved; empty where too few buildings tell.
  static String moved(YearSummary year) {
    return Stream.of(year.energy().map(moved -> moved("energy", moved)),
            year.emissions().map(moved -> moved("emissions by the factors of " + year.year(), moved)))
        .flatMap(Optional::stream).collect(Collectors.joining("; "));
  }

  private static String moved(String what, Movement moved) {
    return text("%s: the building in the middle of %,d has %s of %d, half have %s to %s", what, moved.buildings(),
        change(moved.median()), moved.from(), change(moved.lower()), change(moved.upper()));
  }

  /// A factor as a change, .
  static String change(double factor) {
    return text("%+.1f %%", 100 * (factor - 1));
  }

  /// Rows with energy and without emissions, and what is lost with them.
  static Optional<String> withoutEmissions(YearSummary year) {
    return year.withoutEmissions() == 0 ? Optional.empty()
        : Optional.of(text("%,d rows have energy and no emissions: by the year's factors %,.0f t are missing",
            year.withoutEmissions(), year.tonnesMissing()));
  }

  private static String factors(FuelFactors of) {
    return text("%s · %s · %s t per kBtu of electricity · gas · steam; the median row is %s off",
        Figures.number(of.electricity(), 4), Figures.number(of.gas(), 4), Figures.number(of.steam(), 4),
        Figures.percent(of.residual()));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
