// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.factor.KnownFactors;
import io.carbonflow.model.factor.YearFactors;

/// What a kBtu of each fuel stands for in each year.
final class FactorsByYear {
  private FactorsByYear() {}

  static Section of(YearFactors factors) {
    List<Fuel> fuels = factors.years().values().stream()
        .flatMap(known -> known.factors().fuels().stream()).distinct().sorted().toList();
    String rows = factors.years().entrySet().stream()
        .map(year -> row(year.getKey(), year.getValue(), fuels)).collect(Collectors.joining());
    return new Section("Emission factors by year",
        "<p>Emissions are the energy of each fuel times a factor, which changes with how the city's electricity"
            + " and steam are made. " + (!factors.areEstimated()
                ? "Every year was taken by the factors of 2015 and 2016, as it was asked for."
                : "They were estimated from the training rows of each year; a year that is not here is"
                    + " predicted by the last one before it, or by factors that are given.") + "</p>\n"
            + Page.table("<th>factors of</th>" + fuels.stream().map(fuel -> "<th>" + fuel.title()
                + (fuel == fuels.getFirst() ? ", t/kBtu</th>" : "</th>")).collect(Collectors.joining()) + "<th>rows</th>"
                + "<th>median residual</th><th>within 1%</th>", rows));
  }

  private static String row(int year, KnownFactors known, List<Fuel> fuels) {
    String factors = fuels.stream().map(fuel -> "<td>"
        + FuelFactors.text(known.factors().of(fuel)) + (known.assumed().contains(fuel) ? " (assumed)" : "")
        + "</td>").collect(Collectors.joining());
    return text("<tr><td>%d</td>%s<td>%,d</td>", year, factors, known.rows()) + (known.rows() == 0
        ? "<td></td><td></td></tr>\n" : text("<td%s>%.3f%%</td><td>%.1f%%</td></tr>\n",
            known.fits() ? "" : " class=\"bad\"", 100 * known.residual(), 100 * known.within()));
  }
}
