// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.components.validate.check.Figures;
import io.carbonflow.components.validate.check.FittedFactors;
import io.carbonflow.components.validate.check.YearSummary;

/// The years of a table in sentences.
final class YearText {
  private static final int EXAMPLES = 3;
  private static final int LONGEST_ID = 20;
  /// A factor that is off the year before's by less is reported as the same.
  private static final double SAME = 0.01;

  private YearText() {}

  /// Lines for the log: of each year the rows, what became of the buildings, the factors.
  static List<String> of(List<YearSummary> years) {
    List<String> lines = new ArrayList<>();
    Optional<FittedFactors> before = Optional.empty();
    for (YearSummary year : years) {
      lines.add(text("%d: %s, of which models use %,d%s", year.year(), Counted.of(year.rows(), "row"), year.used(),
          buildings(year)));
      moved(year).forEach(line -> lines.add("  " + line));
      renamed(year).ifPresent(line -> lines.add("  " + line));
      withoutEmissions(year).ifPresent(line -> lines.add("  " + line));
      Optional<FittedFactors> last = before;
      year.factors().ifPresent(factors -> lines.add("  " + factors(factors) + changed(factors, last)));
      before = year.factors().or(() -> last);
    }
    return lines;
  }

  /// What became of the buildings since the year before; empty for the first year.
  private static String buildings(YearSummary year) {
    return year.before() == 0 ? "" : text("; buildings of the kinds that are modeled: %,d, since %d %s, %s, %s,"
        + " changed %,d", year.buildings(), year.before(), named("new", year.added()), named("gone", year.gone()),
        named("not reporting any more", year.silent()), year.changed());
  }

  private static String named(String what, YearSummary.Named some) {
    return text("%s %,d", what, some.count()) + (some.examples().isEmpty() ? "" : some.examples().stream()
        .limit(EXAMPLES).map(id -> id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) + "…" : id)
        .collect(Collectors.joining(", ", " (", some.count() > EXAMPLES ? ", …)" : ")")));
  }

  private static List<String> moved(YearSummary year) {
    return Stream.of(year.energy().map(moved -> "energy: " + moved.text()),
            year.emissions().map(moved -> "emissions, both by the factors of " + year.year() + ": " + moved.text()))
        .flatMap(Optional::stream).toList();
  }

  private static Optional<String> renamed(YearSummary year) {
    int count = year.renamed().size();
    return count == 0 ? Optional.empty() : Optional.of(text("uses with another name than in %d: %s%s", year.before(),
        String.join(", ", year.renamed().subList(0, Math.min(2, count))),
        count > 2 ? text(" and %,d more", count - 2) : ""));
  }

  /// Rows with energy and without emissions, and what is lost with them.
  static Optional<String> withoutEmissions(YearSummary year) {
    return year.withoutEmissions() == 0 ? Optional.empty()
        : Optional.of(text("%s energy and no emissions: by the year's factors %,.0f t are missing",
            Counted.of(year.withoutEmissions(), "row has", "rows have"), year.tonnesMissing()));
  }

  private static String factors(FittedFactors of) {
    return "factors: " + of.factors().text() + " t/kBtu; " + of.known().fit();
  }

  private static String changed(FittedFactors now, Optional<FittedFactors> before) {
    return before.map(last -> now.factors().fuels().stream()
        .map(fuel -> changed(fuel.title(), now.factors().of(fuel) / last.factors().of(fuel)))
        .flatMap(Optional::stream).collect(Collectors.joining(", ")))
        .filter(changes -> !changes.isEmpty())
        .map(changes -> "; against " + before.orElseThrow().year() + " " + changes).orElse("");
  }

  private static Optional<String> changed(String fuel, double ratio) {
    return Math.abs(ratio - 1) > SAME ? Optional.of(fuel + " " + Figures.change(ratio)) : Optional.empty();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
