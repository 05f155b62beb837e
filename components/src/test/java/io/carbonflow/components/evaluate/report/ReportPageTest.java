// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.components.baseline.Backtest;
import io.carbonflow.base.file.GoldenFile;
import io.carbonflow.components.baseline.Baseline;
import io.carbonflow.components.evaluate.Evaluation;
import io.carbonflow.components.evaluate.SmallEvaluation;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.PageReader;
import io.carbonflow.components.page.Section;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.city.City;
import org.junit.jupiter.api.Test;

/// How a report becomes a page.
class ReportPageTest {
  private static String page(Report report) {
    return Sections.page(Sections.of(report), City.SEATTLE);
  }

  private static Evaluation without(Evaluation full) {
    return new Evaluation(full.features(), full.seed(), full.trainRows(), full.testRows(),
        Optional.empty(), full.totals(), full.contenders().stream().filter(one -> one.trials().length != 4).toList(),
        List.of(), Optional.empty(), Optional.empty(), full.factors());
  }

  @Test
  void aFullReportIsTheGoldenPage() throws IOException {
    GoldenFile.check(ReportPageTest.class, "report.html",
        PageReader.plain(page(SmallReport.of(SmallEvaluation.full()))));
  }

  /// Of twelve types the two with the largest errors are not among the ten that are drawn.
  @Test
  void theLargestErrorIsThatOfAllGroups() {
    String page = Sections.page(List.of(ErrorsSection.of(SmallReport.rows(IntStream.range(0, 12)
        .mapToObj(i -> String.format(Locale.ROOT, "Type %02d", i)).toArray(String[]::new)))), City.SEATTLE);
    assertTrue(page.contains("The 10 of 12 groups with the most rows. Of all with 10 rows or more the"
        + " largest error is that of Type 11: "), page);
  }

  @Test
  void whatThereIsNothingToSayOfHasNoPartOfThePage() {
    Report full = SmallReport.of(SmallEvaluation.full());
    PageReader page = PageReader.of(page(full));
    PageReader less = PageReader.of(page(new Report(without(full.evaluation()), full.model(),
        full.heldOut(), full.sources(), full.validation(), List.of(), List.of(), List.of())));
    Set<String> gone = new TreeSet<>(page.figures());
    less.figures().forEach(gone::remove);
    assertEquals(Set.of("baselines", "calibration", "importance", "dependence_floor_area",
        "dependence_location", "search_svm"), gone);
    Set<String> tables = new TreeSet<>();
    page.tables().forEach(table -> tables.add(table.head().getFirst()));
    less.tables().forEach(table -> tables.remove(table.head().getFirst()));
    assertEquals(Set.of("baseline", "year predicted", "rows"), tables);
    assertEquals(page.count("h2") - 4, less.count("h2"));
  }

  /// What is wrong with the data is bad news as well, and of a good model the only one.
  @Test
  void aModelThatDoesNotBeatABaselineAndOneThatIsTooGoodAreBadNews() {
    Evaluation good = SmallEvaluation.full();
    assertEquals(Optional.empty(), good.notBeaten().or(good::warning));
    assertEquals(1, bad(good).size());
    Evaluation beaten = SmallEvaluation.of(0.4, Optional.empty());
    assertEquals(Baseline.MEAN_BY_TYPE,
        beaten.notBeaten(beaten.best()).getFirst().baseline());
    assertTrue(bad(beaten).contains(beaten.notBeaten().orElseThrow()));
    assertEquals(3, bad(beaten).size(), "it is compared with the baselines, too");
    Evaluation leak = SmallEvaluation.of(0.96, Optional.empty());
    assertEquals(List.of(leak.best()), leak.tooGood());
    assertTrue(bad(leak).contains(leak.warning().orElseThrow()));
  }

  private static List<String> bad(Evaluation evaluation) {
    return PageReader.of(page(SmallReport.of(evaluation))).bad();
  }

  @Test
  void ofTheModelAndTheYearBeforeTheBetterPredictionComesFirst() {
    String model = BacktestSection.of(SmallEvaluation.backtest(0.911, 0.822), Optional.empty()).html();
    String before = BacktestSection.of(SmallEvaluation.backtest(0.822, 0.911), Optional.empty()).html();
    assertTrue(ending(model).indexOf("0.911") < ending(model).indexOf("0.822"), model);
    assertTrue(ending(before).indexOf("0.911") < ending(before).indexOf("0.822"), before);
    assertFalse(ending(model).equals(ending(before)), "one says of the model what it is to say of both");
  }

  @Test
  void aBacktestOfSomeOfTheRowsSaysOfHowMany() {
    Backtest whole = SmallEvaluation.backtest(0.911, 0.822);
    Backtest some = new Backtest(whole.fromYearBefore(), whole.fromAllBefore(),
        Optional.of(new Backtest.Sample(20_034, 80_308)));
    String said = "To save time, this is on 20,034 of the 80,308 rows: all years of some buildings.";
    assertTrue(BacktestSection.of(some, Optional.empty()).html().contains(said));
    assertFalse(BacktestSection.of(whole, Optional.empty()).html().contains("To save time"));
  }

  @Test
  void ofManyYearsEachIsPredictedFromTheOneBeforeAndFromAllBeforeWithAFigure() {
    Section section = BacktestSection.of(SmallEvaluation.backtestOfThreeYears(), Optional.empty());
    List<List<String>> rows = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL).matcher(section.html()).results()
        .map(row -> Pattern.compile("<td[^>]*>(.*?)</td>").matcher(row.group(1)).results()
            .map(cell -> cell.group(1)).toList())
        .filter(cells -> cells.size() > 3 && cells.get(2).equals("seen before")).map(cells ->
            List.of(cells.get(0), cells.get(1), cells.get(3), cells.get(5))).toList();
    assertEquals("How well is a year predicted from those before it?", section.title());
    assertTrue(section.html().contains("<p>In 2018: "), section.html());
    assertEquals(List.of(
        List.of("2016", "2015", "the model", "0.811"),
        List.of("2016", "2015", "last year's tonnes", "0.902"),
        List.of("2016", "2015", "the model and last year's residual", "0.977"),
        List.of("2018", "2016", "the model", "0.822"),
        List.of("2018", "2016", "last year's tonnes", "0.903"),
        List.of("2018", "2016", "the model and last year's residual", "0.977"),
        List.of("2018", "2015 to 2016", "the model", "0.833"),
        List.of("2018", "2015 to 2016", "last year's tonnes", "0.903"),
        List.of("2018", "2015 to 2016", "the model and last year's residual", "0.977")), rows);
    assertEquals(List.of("backtest"), section.figures().stream().map(Figure::name).toList());
    assertEquals(List.of(), BacktestSection.of(SmallEvaluation.backtest(.8, .9), Optional.empty()).figures());
  }

  private static String ending(String html) {
    return html.substring(html.lastIndexOf("<p>"));
  }

  @Test
  void whatTheTablesTellNothingOfIsSaidOnce() {
    Report full = SmallReport.of(SmallEvaluation.full());
    String page = page(new Report(full.evaluation(), full.model(), full.heldOut(), full.sources(), full.validation(),
        full.importances(), full.dependences(), List.of(FeatureGroup.PARKING, FeatureGroup.FLOORS)));
    String said = "Its tables tell nothing of parking and floors, so no model knows of them.";
    assertEquals(page.indexOf(said), page.lastIndexOf(said));
    assertTrue(page.contains(said));
    assertFalse(page(full).contains("tell nothing"));
  }

  @Test
  void oneTypeAloneIsShownAndNotCompared() {
    Report full = SmallReport.of(SmallEvaluation.full());
    PageReader page = PageReader.of(page(new Report(full.evaluation(), full.model(),
        SmallReport.rows("Hotel"), full.sources(), full.validation(), full.importances(),
        full.dependences(), full.untold())));
    assertTrue(page.inFigure("errors_by_type", "text").anyMatch("Hotel (12)"::equals));
    assertTrue(page.inFigure("errors_by_type", "text").noneMatch(text -> text.matches("-?0\\.6")));
    // The least number of rows that is compared, and no error.
    assertEquals(List.of("10"), PageReader.numbers(page.caption("errors_by_type")));
  }

  @Test
  void whatTheIntervalsAreWorthIsSaidAsTheSummarySaysIt() {
    Evaluation evaluation = SmallEvaluation.full();
    assertTrue(page(SmallReport.of(evaluation))
        .contains(evaluation.coverage().orElseThrow().sentence()));
  }
}
