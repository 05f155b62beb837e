// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.file.GoldenFile;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.page.PageReader;
import io.carbonflow.components.validate.check.BuildingChange;
import io.carbonflow.components.validate.check.Check;
import io.carbonflow.components.validate.check.CheckResult;
import io.carbonflow.components.validate.check.ColumnSummary;
import io.carbonflow.components.validate.check.Finding;
import io.carbonflow.components.validate.check.FittedFactors;
import io.carbonflow.components.validate.check.Histogram;
import io.carbonflow.components.validate.check.Movement;
import io.carbonflow.components.validate.check.RowLocation;
import io.carbonflow.components.validate.check.Validation;
import io.carbonflow.components.validate.check.YearSummary;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;
import io.carbonflow.model.factor.KnownFactors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How what was found in a table becomes a page and lines of a log.
class ValidationPageTest {
  @TempDir Path folder;

  private static final Check ERROR = new Check("impossible", Severity.ERROR,
      "a number is < or > what may be", Double.NaN, "", Double.NaN, "It would be learned from.");
  private static final Check WARNING = new Check("fuels-sum", Severity.WARNING,
      "fuels do not add up", 0.01, "%", 0.05, "They are features.");

  private static CheckResult result(Check check, long count, int listed) {
    return new CheckResult(check, check.severity(), count, IntStream.range(0, listed)
        .mapToObj(i -> new Finding(check, check.severity(),
            new RowLocation(2015 + i % 2, "<b>" + i, 2 + i, i % 3 != 2), "Latitude", "" + i,
            "is less than 47.48")).toList());
  }

  private static Validation of(CheckResult... found) {
    return of(List.of(), found);
  }

  private static Validation of(List<YearSummary> years, CheckResult... found) {
    return new Validation(City.SEATTLE, 1029, 858, List.of(found), List.of(
        new ColumnSummary(Column.LATITUDE, 2015, 516, 4, 311, Optional.of(new ColumnSummary.Numbers(
            47.5, 47.51, 47.6, 47.61, 47.62, 47.7, 47.73, 47.6111)), List.of()),
        new ColumnSummary(Column.TOTAL_AREA, 2016, 513, 0, -1, Optional.of(new ColumnSummary.Numbers(
            11, 12_000, 28_000, 43_000, 91_000, 880_000, 9_320_156, 94_833.5)), List.of()),
        new ColumnSummary(Column.NEIGHBORHOOD, 2016, 513, 7, 19, Optional.empty(), List.of(
            new ColumnSummary.Top("R&D", 101), new ColumnSummary.Top("BALLARD", 33)))), years, Optional.empty());
  }

  /// Two years, of which the second is not as the first.
  private static List<YearSummary> years() {
    YearSummary.Named none = new YearSummary.Named(0, List.of());
    return List.of(
        new YearSummary(2018, 0, 516, 430, 440, none, none, none, List.of(), 0, List.of(), Optional.empty(),
            Optional.empty(), 0, 0, Optional.of(
                new FittedFactors(2018, new KnownFactors(new FuelFactors(2.669e-6, 5.311e-5, 5.316e-5),
                    KnownFactors.Source.ESTIMATED, 510, 7.5e-4, 0.93, List.of()), 0)), 1),
        new YearSummary(2021, 2018, 513, 428, 441, new YearSummary.Named(4, List.of("901", "902", "903", "904")),
            new YearSummary.Named(1, List.of("<b>7")), none, List.of("Care is called Living (12 buildings)"), 9,
            List.of(new BuildingChange("fuel-gone", "356", 2018, 2021, "SteamUse(kBtu)", "2023032", "0", -155.8),
                new BuildingChange("area-changed", "<i>5", 2018, 2021, "PropertyGFATotal", "183588", "367176", 3.2)),
            Optional.of(new Movement(2018, 2021, 401, 0.789, 0.919, 1.039)),
            Optional.of(new Movement(2018, 2021, 400, 0.761, 0.928, 1.113)), 83, 10_867.2, Optional.of(
                new FittedFactors(2021, new KnownFactors(new FuelFactors(4.137e-6, 5.311e-5, 8.301e-5),
                    KnownFactors.Source.ESTIMATED, 505, 6.4e-4, 0.93, List.of()), 0)), 1));
  }

  @Test
  void aTableThatIsNotValidIsTheGoldenPageAndTheGoldenLog() throws IOException {
    Validation found = of(years(), result(ERROR, 12, 12), result(WARNING, 230, 22));
    GoldenFile.check(
        ValidationPageTest.class, "validation.html", PageReader.plain(ValidationHtml.of(found)));
    GoldenFile.check(ValidationPageTest.class, "validation.log",
        String.join("\n", ValidationText.of(found)) + "\n");
  }

  @Test
  void ofAnotherCityItHasTheCitysNamesAndSaysWhoseTablesReasonsSpeakOf() {
    City city = CityJson.bundled("chicago");
    Validation found = of(result(WARNING, 3, 3));
    PageReader page = PageReader.of(ValidationHtml.of(new Validation(
        city, found.rows(), found.used(), found.findings(), found.columns(), found.years(), found.unread())));
    assertTrue(page.texts("p").stream().anyMatch(text -> text.startsWith("The table is one of Chicago. Where a reason")));
    assertTrue(PageReader.of(ValidationHtml.of(found)).texts("p").stream().noneMatch(text -> text.contains("is one of")));
    assertEquals(List.of("Latitude, degrees", "Gross Floor Area - Buildings (sq ft), ft²", "Community Area"),
        page.tables().stream().filter(table -> table.head().getFirst().equals("column"))
            .flatMap(table -> table.names().stream()).toList());
    assertEquals(List.of("Latitude", "Gross Floor Area - Buildings (sq ft)", "Community Area"),
        ValidationSummary.of(new Validation(city, 1, 1, List.of(), found.columns(), List.of(), Optional.empty()))
            .columns().stream().map(column -> ((Map<?, ?>) column).get("column")).toList());
  }

  @Test
  void ofOneYearNothingIsReportedAboutWhatHappenedSince() {
    PageReader page = PageReader.of(ValidationHtml.of(of(years().subList(0, 1))));
    assertEquals(List.of("2018", "516", "430", "440", "", "", "", "", "0"),
        page.tables().getFirst().lines().getFirst().cells());
    assertEquals(4, page.tables().size());
    assertEquals(3, ValidationText.of(of(years().subList(0, 1))).size());
  }

  @Test
  void aHistogramShowsTheFirstYearBesideTheLastAndSaysWhatIsNotDrawn() {
    Sheet sheet = Sheet.of(SampleFiles.DATA_2016);
    Validation found = Validation.of(sheet.to(folder.resolve("2016.csv")));
    PageReader page = PageReader.of(ValidationHtml.of(found));
    List<Histogram> drawn = found.histograms();
    assertEquals(Column.EMISSIONS, drawn.getFirst().column());
    assertEquals(drawn.stream().map(one -> "histogram-" + one.column().ordinal()).toList(), page.figures());
    for (Histogram one : drawn) {
      double all = one.years().get(2016).stream().mapToDouble(part -> part).sum() + one.zeros().get(2016);
      assertTrue(all > 0.97 && all <= 1 + 1e-9, one.column() + " " + all);
    }
    Histogram steam = drawn.stream().filter(one -> one.column() == Column.STEAM).findFirst().orElseThrow();
    assertTrue(steam.zeros().get(2016) > 0.5, "most buildings have no steam");
    assertTrue(page.caption("histogram-" + Column.STEAM.ordinal()).contains("% have 0 and are not drawn"));
  }

  @Test
  void ofAValidTableTheWarningsAreNoBadNews() {
    Validation found = of(result(WARNING, 3, 3));
    PageReader page = PageReader.of(ValidationHtml.of(found));
    assertEquals(List.of(), page.bad());
    PageReader.Table examples = page.table("building");
    assertEquals(List.of("<b>0", "<b>1", "<b>2"), examples.names());
    assertEquals(List.of("2015", "2", "Latitude", "0", "is less than 47.48"),
        examples.lines().getFirst().cells().subList(1, 6));
    assertTrue(examples.cell("<b>2", "what is wrong").endsWith("(not used)"));
    assertEquals(List.of("fuels-sum", "warning", "fuels do not add up", "3"),
        page.table("rule").lines().getFirst().cells());
    List<String> log = ValidationText.of(found);
    assertEquals(List.of("0", "3", "1,029"), PageReader.numbers(log.getFirst()));
    assertEquals("  " + found.findings().getFirst().listed().getFirst().text(), log.get(2));
  }

  @Test
  void whereNothingWasFoundThePageHasTheColumnsAlone() {
    PageReader page = PageReader.of(ValidationHtml.of(of()));
    assertEquals(0, page.count("details"));
    assertEquals(2, page.tables().size());
    assertTrue(page.tables().getLast().lines().getFirst().cells().contains("R&D (101), BALLARD (33)"));
    assertEquals(1, ValidationText.of(of()).size());
  }
}
