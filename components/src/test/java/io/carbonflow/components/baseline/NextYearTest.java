// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.model.building.EmissionFactor;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.TreesBuilder;
import io.carbonflow.model.transform.Transformer;
import org.junit.jupiter.api.Test;

class NextYearTest {
  private final List<Matrix> fittedTo = new ArrayList<>();

  /// Buildings whose emissions are the same each year, and new ones in the second.
  private static List<ModelRow> rows(int seen, int fresh) {
    List<ModelRow> rows = new ArrayList<>();
    for (int i = 0; i < seen; i++) {
      rows.add(BaselineTest.row("s" + i, 2015, "Hotel", 1000 + i, 10 + i));
      rows.add(BaselineTest.row("s" + i, 2016, "Hotel", 1000 + i, 10 + i));
    }
    for (int i = 0; i < fresh; i++) {
      rows.add(BaselineTest.row("n" + i, 2016, "Hotel", 1000 + i, 10 + i));
    }
    return rows;
  }

  private Optional<NextYear> of(List<ModelRow> rows) throws InterruptedException {
    return backtest(rows).map(Backtest::newest);
  }

  private Optional<Backtest> backtest(List<ModelRow> rows) throws InterruptedException {
    return Backtest.of(rows,
        before -> Transformer.fit(FeatureSet.UNMETERED, before, Place.of("rows")), this::constant);
  }

  /// A model that says the same of every building.
  private Regressor constant(Matrix train) {
    fittedTo.add(train);
    TreesBuilder builder = new TreesBuilder();
    builder.tree();
    builder.leaf(train.label()[0], train.rows());
    return builder.mean();
  }

  @Test
  void theModelIsFittedToAllRowsOfTheFirstYearAndNoOther() throws InterruptedException {
    NextYear next = of(rows(40, 35)).orElseThrow();
    assertEquals(2016, next.year());
    assertEquals(40, next.trainedOn());
    assertEquals(1, fittedTo.size());
    assertTrue(fittedTo.getFirst().keys().stream().allMatch(key -> key.year() == 2015));
    assertEquals(40, fittedTo.getFirst().rows());
  }

  @Test
  void buildingsThatWereThereAreApartFromNewOnesAndHaveLastYearsValueBesideThem()
      throws InterruptedException {
    NextYear next = of(rows(40, 35)).orElseThrow();
    assertEquals(40, next.seen().orElseThrow().rows());
    assertEquals(35, next.fresh().orElseThrow().rows());
    assertEquals(1, next.seen().orElseThrow().lastYear().orElseThrow().boxCox().r2(), 1e-12);
    assertTrue(next.fresh().orElseThrow().lastYear().isEmpty());
  }

  /// The second year's factors are a third: so are its emissions, and last year's value is led to them.
  @Test
  void lastYearsValueIsLedToTheFactorsOfTheYear() throws InterruptedException {
    YearFactors factors = YearFactors.REFERENCE.given(2016, new FuelFactors(
        EmissionFactor.ELECTRICITY / 3, EmissionFactor.GAS / 3, EmissionFactor.STEAM / 3));
    List<ModelRow> rows = rows(40, 35).stream().map(row -> row.key().year() == 2015 ? row
        : BaselineTest.row(row.key().building(), 2016, "Hotel", row.area(), row.tonnes() / 3)).toList();
    for (FeatureSet features : FeatureSet.values()) {
      NextYear next = Backtest.of(rows, before -> Transformer.fit(features, before, Place.of("rows"), _ -> factors),
          this::constant).orElseThrow().newest();
      NextYear.Way last = next.seen().orElseThrow().lastYear().orElseThrow();
      assertEquals(0, last.tonnes().mae(), 1e-9);
      assertEquals(1, last.total(), 1e-9);
    }
  }

  @Test
  void aPartOfFewRowsIsLeftOut() throws InterruptedException {
    NextYear next = of(rows(40, NextYear.LEAST_ROWS - 1)).orElseThrow();
    assertTrue(next.seen().isPresent());
    assertTrue(next.fresh().isEmpty());
  }

  @Test
  void withoutEnoughRowsOfEitherKindThereIsNothingToTell() throws InterruptedException {
    assertTrue(of(rows(NextYear.LEAST_ROWS - 1, NextYear.LEAST_ROWS - 1).stream().toList()).isEmpty());
    List<ModelRow> rows = new ArrayList<>(rows(NextYear.LEAST_ROWS - 1, NextYear.LEAST_ROWS - 1));
    for (int i = 0; i < 10; i++) {
      rows.add(BaselineTest.row("gone" + i, 2015, "Hotel", 1000 + i, 10 + i));
    }
    assertTrue(of(rows).isEmpty());
  }

  @Test
  void oneYearAloneAsksNothing() throws InterruptedException {
    assertTrue(of(rows(40, 0).stream().filter(row -> row.key().year() == 2015).toList()).isEmpty());
    assertTrue(of(rows(NextYear.LEAST_ROWS - 1, 0)).isEmpty());
  }

  /// Forty buildings in each of these years.
  private static List<ModelRow> years(int... years) {
    return IntStream.of(years).boxed().flatMap(year -> IntStream.range(0, 40).mapToObj(i ->
        BaselineTest.row("s" + i, year, "Hotel", 1000 + i, 10 + i + year - 2015))).toList();
  }

  @Test
  void eachYearIsPredictedFromTheOneBeforeItAndFromAllBeforeIt() throws InterruptedException {
    Backtest backtest = backtest(years(2015, 2016, 2018)).orElseThrow();
    assertEquals(List.of(Set.of(2015), Set.of(2016)),
        backtest.fromYearBefore().stream().map(NextYear::from).toList());
    assertEquals(List.of(Set.of(2015), Set.of(2015, 2016)),
        backtest.fromAllBefore().stream().map(NextYear::from).toList());
    assertEquals(List.of(2016, 2018), backtest.fromAllBefore().stream().map(NextYear::year).toList());
    assertEquals(80, backtest.newest().trainedOn());
    assertTrue(backtest.isOfManyYears());
    assertEquals(3, fittedTo.size(), "what is the same is fitted once");
  }

  @Test
  void lastYearIsTheNewestOfTheBuildingsYearsBefore() throws InterruptedException {
    NextYear.Part seen = backtest(years(2015, 2016, 2018)).orElseThrow().newest().seen().orElseThrow();
    double[] measured = IntStream.range(0, 40).mapToDouble(i -> 10 + i + 3).toArray();
    double[] ofTheYearBefore = IntStream.range(0, 40).mapToDouble(i -> 10 + i + 1).toArray();
    assertEquals(NextYear.Way.of(measured, ofTheYearBefore), seen.lastYear().orElseThrow());
  }

  @Test
  void aYearOfTooFewRowsIsPassedOver() throws InterruptedException {
    List<ModelRow> rows = new ArrayList<>(years(2015, 2017));
    rows.add(BaselineTest.row("s1", 2016, "Hotel", 1001, 11));
    Backtest backtest = backtest(rows).orElseThrow();
    assertEquals(2017, backtest.newest().year());
    assertEquals(Set.of(2015), backtest.fromYearBefore().getFirst().from());
  }

  @Test
  void ofVeryManyRowsAllYearsOfSomeBuildingsAreTakenAndItSaysSo() throws InterruptedException {
    List<ModelRow> rows = IntStream.of(2015, 2016).boxed().flatMap(year -> IntStream.range(0, 15_000).mapToObj(i ->
        BaselineTest.row("s" + i, year, "Hotel", 1000 + i % 90, 10 + i % 70))).toList();
    Backtest backtest = backtest(rows).orElseThrow();
    assertEquals(Optional.of(new Backtest.Sample(20_000, 30_000)), backtest.sample());
    assertEquals(10_000, backtest.newest().trainedOn());
    assertEquals(10_000, backtest.newest().seen().orElseThrow().rows(), "no building lost one of its years");
    assertEquals(Optional.empty(), backtest(years(2015, 2016)).orElseThrow().sample());
  }
}
