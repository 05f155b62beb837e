// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.predict.AppliedFactors;
import io.carbonflow.components.predict.AppliedFactors.From;
import io.carbonflow.components.predict.AppliedFactors.Used;
import io.carbonflow.components.predict.PredictFactorsTest;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.factor.KnownFactors;
import io.carbonflow.model.factor.KnownFactors.Source;
import io.carbonflow.model.factor.YearFactors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose factors new rows are predicted by, and what is said of it.
class FactorChangesTest {
  private static final FuelFactors OTHERS = new FuelFactors(2.669e-6, 5.311e-5, 5.316e-5);
  @TempDir Path folder;

  @Test
  void ofFactorsThatTheModelKnowsNothingIsSaid() {
    assertEquals(List.of(), sentences(2016, used(FuelFactors.REFERENCE, From.MODEL, 2016)));
  }

  @Test
  void factorsThatTheRowsTellAreAChangeOfTheData() {
    assertEquals(List.of("The emission factors of 2018 differ from those of 2016, which the model knows: electricity"
        + " 2.669e-6 t/kBtu instead of 6.971e-6 (-62%), steam 5.316e-5 t/kBtu instead of 7.719e-5 (-31%). That is a"
        + " change of the data and not of the model, and the rows are predicted by their own factors (1,508 rows,"
        + " median residual 0.050%, 92.9% within 1%)."), sentences(2018, told(OTHERS)));
    assertEquals(List.of("The emission factors of 2018 are those of 2016, as its rows tell (1,508 rows, median residual"
        + " 0.050%, 92.9% within 1%)."), sentences(2018, told(FuelFactors.REFERENCE)));
  }

  @Test
  void factorsOfAnotherYearMayBeTheWholeReason() {
    assertEquals(List.of("The model does not know the emission factors of 2018 and predicts by those of 2016, as was"
        + " asked: worse scores may come of that alone. factors=table, of the pipeline rows-factors=table, takes those"
        + " that follow from the rows."), sentences(2018, used(FuelFactors.REFERENCE, From.OTHER_YEAR, 2016)));
    assertEquals(List.of("The rows of 2018 are predicted by the emission factors of 2015, as was asked: worse scores may"
        + " come of that alone."), sentences(2018, used(FuelFactors.REFERENCE, From.ASKED_YEAR, 2015)));
    assertEquals(List.of("The rows of 2018 are predicted by the given emission factors, in t/kBtu: electricity 2.669e-6,"
        + " gas 5.311e-5, steam 5.316e-5."), sentences(2018, used(OTHERS, From.GIVEN, 2018)));
  }

  @Test
  void whereTheRowsDoNotTellThemTheyAreAskedFor() {
    AppliedFactors few = AppliedFactors.whereOthers(bundle(), rowsOf2019(3));
    assertEquals(From.UNTOLD, few.years().get(2019).from());
    assertEquals(List.of("The model does not know the emission factors of 2019, and the rows do not tell them: it predicts"
        + " by those of 2016, and worse scores may come of that alone. Give them as factors, of the pipeline as"
        + " rows-factors."), FactorChanges.sentences(bundle().factors(), few));
    assertEquals(From.TABLE, AppliedFactors.whereOthers(bundle(), rowsOf2019(400)).years().get(2019).from());
  }

  private static Bundle bundle() {
    return Bundle.load(SampleFiles.made("train-best", "model.carbonflow"));
  }

  private List<ModelRow> rowsOf2019(int count) {
    Sheet sheet = PredictFactorsTest.of2019();
    sheet.rows().subList(count, sheet.size()).clear();
    return bundle().rows(Csv.read(sheet.to(folder.resolve(count + ".csv")))).rows();
  }

  private static Used used(FuelFactors factors, From from, int of) {
    return new Used(factors, from, of, Optional.empty());
  }

  private static Used told(FuelFactors factors) {
    return new Used(factors, From.TABLE, 2018,
        Optional.of(new KnownFactors(factors, Source.ESTIMATED, 1508, 0.0005, 0.929, List.of())));
  }

  private static List<String> sentences(int year, Used used) {
    return FactorChanges.sentences(YearFactors.REFERENCE, new AppliedFactors(new TreeMap<>(Map.of(year, used))));
  }
}
