// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.check;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.components.validate.check.Figures;
import io.carbonflow.model.building.CleanReport;
import io.carbonflow.model.building.CleanTable;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.ReferenceIntensity;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.Target;
import io.carbonflow.model.factor.KnownFactors;
import io.carbonflow.model.factor.YearFactors;

/// What is reported about rows.
record RowsText(City city, GatheredRows rows, CleanTable.Result clean) {
  private static final int MOST_NAMES = 12;

  List<String> lines() {
    return Stream.of(unreadable(), years(), leftOut(), factors(), beyond(), unknown(), uses())
        .flatMap(section -> section.lines().stream()).toList();
  }

  private Section unreadable() {
    Section section = new Section("Cells that cannot be read, at which a training ends");
    rows.refused().forEach((column, refused) -> section.line(column, Counted.of(refused.cells(), "cell"),
        Counted.of(refused.often().getValue(), "time") + " \"" + refused.often().getKey() + "\"", refused.first()));
    rows.withoutKey().ifPresent(section::line);
    rows.twice().ifPresent(section::line);
    return section;
  }

  private Section years() {
    Section section = new Section("Rows by year").line("year", "rows", "modeled");
    for (CleanReport.Year year : clean.report().years()) {
      section.line(year.year(), count(year.rowsIn()), count(year.rowsOut()));
    }
    return section.line("all", count(clean.report().rowsIn()), count(clean.report().rowsOut()));
  }

  private Section leftOut() {
    Section section = new Section("Left out");
    clean.report().dropped().stream().filter(rule -> rule.rows() > 0).forEach(rule -> section.line(count(rule.rows()),
        rule.rule(), rule.description()));
    if (rows.repeated() > 0) {
      section.line(count(rows.repeated()), "again", "the same row came before");
    }
    return section;
  }

  /// Where energy is what is predicted, no factor says anything.
  private Section factors() {
    Section section = new Section("Emission factors, t/kBtu, of the rows that are modeled; in brackets where too few"
        + " of them use a fuel");
    Optional<YearFactors> factors =
        city.target() == Target.EMISSIONS ? CityCheck.factors(city, clean) : Optional.empty();
    if (factors.isEmpty()) {
      return section;
    }
    section.line(cells("year", city.fuels().stream().map(Fuel::title), "rows", "median residual", "within 1%"));
    factors.get().years().forEach((year, known) -> section.line(cells(year.toString(),
        city.fuels().stream().map(fuel -> factor(known, fuel)), count(known.rows()),
        percent("%.3f%%", known.residual()),
        percent("%.1f%%", known.within()) + (known.fits() ? "" : "  does not fit"))));
    if (!factors.get().years().values().stream().allMatch(KnownFactors::fits)) {
      section.line("Emissions are something else than fuels times factors: a fuel may be missing, or a unit may be wrong"
          + " one.");
    }
    return section;
  }

  private static Object[] cells(String first, Stream<String> middle, String... last) {
    return Stream.of(Stream.of(first), middle, Arrays.stream(last)).flatMap(cells -> cells).toArray();
  }

  private static String factor(KnownFactors known, Fuel fuel) {
    String text = FuelFactors.text(known.factors().of(fuel));
    return known.assumed().contains(fuel) ? "(" + text + ")" : text;
  }

  private static String percent(String form, double part) {
    return String.format(Locale.ROOT, form, 100 * part);
  }

  private Section beyond() {
    Section section = new Section("Values beyond the limits");
    BeyondLimits.of(city, rows.rows()).forEach(one -> section.line(count(one.rows()), one.column().title(),
        one.severity() == Severity.ERROR ? "impossible" : "doubtful", one.limit(), "the first is " + one.first()));
    return section;
  }

  private Section unknown() {
    Section section = new Section("Names that the file does not list");
    names().category().forEach((category, names) -> names.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(MOST_NAMES)
        .forEach(name -> section.line(count(name.getValue()), category.column(), name.getKey())));
    return section;
  }

  private Section uses() {
    Section section = new Section("Uses without a reference intensity: each counts as "
        + Figures.number(ReferenceIntensity.UNKNOWN) + " kBtu/ft² unless the file names another use for it"
        + " (uses: reference)");
    names().uses().forEach((use, count) -> section.line(count(count), use));
    return section;
  }

  private UnknownNames names() {
    return UnknownNames.of(city, clean.rows());
  }

  private static String count(int rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }
}
