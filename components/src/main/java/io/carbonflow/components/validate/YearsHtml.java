// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import static io.carbonflow.components.page.Page.escaped;
import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.validate.check.BuildingChange;
import io.carbonflow.components.validate.check.Figures;
import io.carbonflow.components.validate.check.FittedFactors;
import io.carbonflow.components.validate.check.Movement;
import io.carbonflow.components.validate.check.YearSummary;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;

/// The section about the years of a table.
final class YearsHtml {
  /// As many changes are shown.
  private static final int MOST_CHANGES = 20;

  private YearsHtml() {}

  /// The section; empty where nothing is known of any year.
  static Optional<Section> of(List<YearSummary> years) {
    if (years.isEmpty()) {
      return Optional.empty();
    }
    boolean several = years.size() > 1;
    return Optional.of(new Section("The buildings over the years",
        Page.table("<th>year</th><th>rows</th><th>used</th><th>buildings</th><th>new</th><th>gone</th>"
            + "<th>not reporting</th><th>changed</th><th>no emissions</th>",
            years.stream().map(YearsHtml::counts).collect(Collectors.joining()))
        + "<p>Buildings are those of the kinds that models are for. Not reporting are those without energy that had"
        + " some in an earlier year; changed are those of which a rule says so, with what all did together taken"
        + " out; no emissions are rows with energy and without emissions.</p>\n"
        + (several ? moved(years) : "") + factors(years) + (several ? changes(years) : "")));
  }

  private static String counts(YearSummary year) {
    boolean first = year.before() == 0;
    return row(Stream.concat(
        Stream.of("" + year.year(), count(year.rows()), count(year.used()), count(year.buildings())),
        first ? Stream.of("", "", "", "", count(year.withoutEmissions()))
            : Stream.of(count(year.added().count()), count(year.gone().count()), count(year.silent().count()),
                count(year.changed()), count(year.withoutEmissions()))));
  }

  private static String moved(List<YearSummary> years) {
    String rows = years.stream().flatMap(year -> Stream.of(
            year.energy().map(moved -> moved("energy", moved)),
            year.emissions().map(moved -> moved("emissions by the factors of " + year.year(), moved)))
        .flatMap(Optional::stream)).collect(Collectors.joining());
    String names = years.stream().flatMap(year -> year.renamed().stream()
        .map(use -> "<li>" + year.year() + ": " + escaped(use) + "</li>\n")).collect(Collectors.joining());
    return (rows.isEmpty() ? "" : "<p>Change common to all buildings: the median, and the middle half"
        + " of them:</p>\n" + Page.table("<th>from</th><th>to</th><th class=\"text\">what</th><th>buildings</th>"
            + "<th>25%</th><th>median</th><th>75%</th>", rows))
        + (names.isEmpty() ? "" : "<p>Uses that have another name:</p>\n<ul>\n" + names + "</ul>\n");
  }

  private static String moved(String what, Movement moved) {
    return "<tr>" + cells(Stream.of("" + moved.from(), "" + moved.to())) + words(what)
        + cells(Stream.of(count(moved.buildings()), Figures.change(moved.lower()), Figures.change(moved.median()),
            Figures.change(moved.upper()))) + "</tr>\n";
  }

  private static String factors(List<YearSummary> years) {
    List<FittedFactors> known = years.stream().flatMap(year -> year.factors().stream()).toList();
    List<Fuel> fuels = known.stream().flatMap(of -> of.factors().fuels().stream()).distinct().sorted().toList();
    String rows = known.stream().map(of -> factors(of, fuels)).collect(Collectors.joining());
    return rows.isEmpty() ? "" : "<p>The factors by which emissions follow from the fuels, in tonnes per kBtu, and how"
        + " far the median row is off:</p>\n" + Page.table("<th>year</th>" + fuels.stream()
            .map(fuel -> "<th>" + fuel.title() + "</th>").collect(Collectors.joining()) + "<th>rows</th><th>off</th>", rows);
  }

  private static String factors(FittedFactors of, List<Fuel> fuels) {
    return row(Stream.of(Stream.of("" + of.year()),
        fuels.stream().map(fuel -> FuelFactors.text(of.factors().of(fuel))),
        Stream.of(count(of.known().rows()), Figures.percent(of.known().residual()))).flatMap(cells -> cells));
  }

  private static String changes(List<YearSummary> years) {
    String rows = years.stream().flatMap(year -> year.changes().stream())
        .sorted(Comparator.comparingDouble((BuildingChange change) -> -Math.abs(change.tonnes())))
        .limit(MOST_CHANGES).map(YearsHtml::change).collect(Collectors.joining());
    return rows.isEmpty() ? "" : "<p>The largest changes, by what they add to the emissions or take from them, with"
        + " the factors of the later year:</p>\n" + Page.table("<th>building</th><th>from</th><th>to</th><th>tonnes</th>"
            + "<th class=\"text\">what</th><th>before</th><th>after</th>", rows);
  }

  private static String change(BuildingChange change) {
    return "<tr>" + cells(Stream.of(
            change.building(), "" + change.from(), "" + change.to(), text("%+,.0f", change.tonnes())))
        + words(change.column()) + value(change.before()) + value(change.after()) + "</tr>\n";
  }

  /// A whole number with its thousands parted; any other text as it is, wrapped where it is long.
  private static String value(String value) {
    return value.matches("\\d{5,15}") ? cells(Stream.of(count(Long.parseLong(value))))
        : value.matches("[-+.\\d]*") ? cells(Stream.of(value)) : words(value);
  }

  private static String words(String cell) {
    return "<td class=\"text\">" + escaped(cell) + "</td>";
  }

  private static String count(long count) {
    return text("%,d", count);
  }

  private static String row(Stream<String> cells) {
    return "<tr>" + cells(cells) + "</tr>\n";
  }

  private static String cells(Stream<String> cells) {
    return cells.map(cell -> "<td>" + escaped(cell) + "</td>").collect(Collectors.joining());
  }
}
