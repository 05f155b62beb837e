// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.city.City;

/// Takes what is found, row by row. Counts are exact; of each check only the first findings are
/// kept, so a table in which everything is wrong needs no more memory than another.
final class Findings {
  /// How many findings of a check and severity are kept.
  static final int LISTED = 200;
  /// How many reasons why rows have something are reported.
  private static final int MOST_REASONS = 2;
  /// Fewer rows than these are slips, whatever part of a year they are.
  private static final int FEWEST = 10;

  private record Kind(Check check, Severity severity) {}

  private static final class Count {
    private long found;
    private final List<Finding> listed = new ArrayList<>();
  }

  private static final class Part {
    private long looked;
    private long broken;
    private final Map<String, Long> reasons = new TreeMap<>();

    /// By what most rows have it, the most frequent first; empty where nothing says so.
    private String why() {
      return reasons.isEmpty() ? "" : reasons.entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .limit(MOST_REASONS)
          .map(reason -> reason.getValue() + " because " + reason.getKey())
          .collect(Collectors.joining("; ", " (", ")"));
    }
  }

  private final City city;
  private final Map<String, String> titles;
  private final Map<Kind, Count> counts = new HashMap<>();
  private final Map<Check, Map<Integer, Part>> parts = new HashMap<>();

  /// @param city the city that the table is of
  Findings(City city) {
    this.city = city;
    titles = Arrays.stream(Column.values()).collect(Collectors.toMap(Column::title, city::title));
  }

  /// The city that the table is of.
  City city() {
    return city;
  }

  /// What the city calls what a finding is about.
  ///
  /// @param column a title of the one schema; anything else is called as it is
  String title(String column) {
    return titles.getOrDefault(column, column);
  }

  /// Adds a finding. In a row that no model sees, an error is a warning.
  void add(Check check, RowLocation spot, Violation breach) {
    add(check, spot.used() ? check.severity() : Severity.WARNING, spot, breach);
  }

  private void add(Check check, Severity severity, RowLocation spot, Violation breach) {
    Count count = counts.computeIfAbsent(new Kind(check, severity), _ -> new Count());
    count.found++;
    if (count.listed.size() < LISTED) {
      count.listed.add(new Finding(
          check.of(city), severity, spot, title(breach.column()), breach.value(), breach.message()));
    }
  }

  /// Adds what a check has found in a row, if anything, and counts the row.
  ///
  /// @param counts whether the row counts for [Check#mostShare]
  void add(Check check, RowLocation spot, Optional<Violation> breach, boolean counts) {
    add(check, spot, breach, counts, Optional.empty());
  }

  /// Adds the same, with the reason by which rows have it, where there are several.
  ///
  /// @param reason one of few, without what only this row has
  void add(Check check, RowLocation spot, Optional<Violation> breach, boolean counts,
      Optional<String> reason) {
    breach.ifPresent(found -> add(check, spot, found));
    if (counts && !Double.isNaN(check.mostShare())) {
      Part part = parts.computeIfAbsent(check, _ -> new TreeMap<>())
          .computeIfAbsent(spot.year(), _ -> new Part());
      part.looked++;
      part.broken += breach.isPresent() ? 1 : 0;
      reason.ifPresent(why -> part.reasons.merge(why, 1L, Long::sum));
    }
  }

  /// Ends with what too large a part of a year's rows has.
  ///
  /// @return what was found, errors first, then in the order of the checks
  List<CheckResult> end() {
    parts.forEach((check, years) -> years.forEach((year, part) -> {
      double share = (double) part.broken / part.looked;
      if (part.broken >= FEWEST && share > check.mostShare()) {
        add(check, Severity.ERROR, RowLocation.of(year), new Violation("", Figures.percent(share),
            "of " + part.looked + " rows: " + check.of(city).what() + part.why() + "; up to "
                + Figures.percent(check.mostShare()) + " may be slips"));
      }
    }));
    List<Check> order = Checks.all().stream().map(check -> check.of(city)).toList();
    return counts.entrySet().stream()
        .map(e -> new CheckResult(e.getKey().check().of(city), e.getKey().severity(), e.getValue().found,
            e.getValue().listed))
        .sorted(Comparator.comparing(CheckResult::severity)
            .thenComparingInt(tally -> order.indexOf(tally.check())))
        .toList();
  }
}
