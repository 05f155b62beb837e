// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import module java.base;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;
import io.carbonflow.model.city.City;

/// The report: one page that needs nothing beside it, so it also shows in Kubeflow's sandboxed frame.
public final class Sections {
  private Sections() {}

  /// All that there is something to say in, in their order.
  public static List<Section> of(Report report) {
    return Stream.of(
            Optional.of(SummarySection.of(report)),
            Optional.of(ComparisonSection.of(report.evaluation())),
            BesideBaselines.of(report.evaluation()),
            report.evaluation().backtest()
                .map(backtest -> BacktestSection.of(backtest, report.evaluation().lastYear())),
            Optional.of(FitSection.of(report)),
            Optional.of(report.misses().section()),
            Optional.of(ErrorsSection.of(report.heldOut())),
            TotalsSection.of(report.evaluation().totals()),
            report.evaluation().coverage().map(CalibrationOfIntervals::of),
            Decisions.of(report),
            SearchProgress.of(report.evaluation()),
            SearchProgress.slices(report.evaluation()),
            Optional.of(DataFindings.of(report.validation())),
            Optional.of(FactorsByYear.of(report.evaluation().factors())),
            Optional.of(Origins.of(report)))
        .flatMap(Optional::stream).toList();
  }

  /// The page of a city.
  public static String page(List<Section> sections, City city) {
    return Page.of("Models of building emissions in " + city.name(), sections);
  }
}
