// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static io.carbonflow.model.building.Repaired.office;
import static io.carbonflow.model.building.Repaired.offices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.RowKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An office has 8,000,000 kBtu on 120,000 square feet, and 218.26 t.
class ImpossibleRowsTest {
  @TempDir Path folder;

  /// An office of which all energies and emissions are so many times the ordinary ones.
  private static Map<String, String> times(String id, int year, double times) {
    return office(id, year, "SiteEnergyUse(kBtu)", "" + 8e6 * times, "Electricity(kBtu)", "" + 5e6 * times,
        "NaturalGas(kBtu)", "" + 2e6 * times, "SteamUse(kBtu)", "" + 1e6 * times, "TotalGHGEmissions",
        "" + 218.26 * times);
  }

  private static List<Map<String, String>> years(double... times) {
    return IntStream.range(0, times.length).mapToObj(i -> times("1", 2015 + i, times[i])).toList();
  }

  private static List<Integer> impossible(List<Map<String, String>> rows) {
    Repaired read = Repaired.of(rows);
    return IntStream.range(0, rows.size()).filter(row -> read.impossible(row).isPresent()).boxed().toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "1 100 1 1    | 1   | a hundred times its other years",
      "1 99 1 1     |     | less than that",
      "1 100 1      | 1   | two other years are enough",
      "1 100        |     | of two years nobody knows which is wrong",
      "1 .01 1 1    | 1   | a hundredth between ordinary years",
      "1 1 1 .01    |     | the last year: it may stand empty",
      "1 .2 .01 .3 1 |    | it emptied, and filled again",
      "1 .01 0 1    |     | of the year after nothing is known",
      "1 1 60 55    |     | a building that has become another",
      "100 1 1 90   | 0   | two impossible years, one of which is just below"})
  void aRowIsJudgedByItsBuildingsOtherYears(String times, String rows, String why) {
    assertEquals(rows == null ? List.of() : List.of(Integer.valueOf(rows)), impossible(
        years(Arrays.stream(times.split(" ")).mapToDouble(Double::parseDouble).toArray())), why);
  }

  @Test
  void itIsSaidInWords() {
    assertEquals("its energy of 1,600,000,000 kBtu, 200 times the median of its other years, 8,000,000",
        Repaired.of(years(1, 200, 1)).impossible(1).orElseThrow());
    assertEquals("its energy of 40,000 kBtu, 1/200 of the median of its other years, 8,000,000",
        Repaired.of(years(1, .005, 1)).impossible(1).orElseThrow());
  }

  @Test
  void orByItsEmissionsAlone() {
    List<Map<String, String>> rows = new ArrayList<>(years(1, 1, 1));
    rows.set(1, office("1", 2016, "TotalGHGEmissions", "30000", "SteamUse(kBtu)", "", "Electricity(kBtu)", ""));
    assertEquals("its emissions of 30,000 t, 137 times the median of its other years, 218",
        Repaired.of(rows).impossible(1).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "149   |                                                       | less than 10,000 kBtu per ft²",
      "151   | 'its energy of 1,208,000,000 kBtu, 10,067 kBtu per ft² of its uses, which no use has' | more",
      ".0016 |                                                       | .11 kBtu per ft²",
      ".0014 | 'its energy of 11,200 kBtu, 0.093 kBtu per ft² of its uses, which no use has' | less than a tenth"})
  void orByAnIntensityThatNoUseHas(double times, String why, String because) {
    assertEquals(Optional.ofNullable(why), Repaired.of(List.of(times("1", 2016, times))).impossible(0), because);
  }

  @Test
  void orByItsUse() {
    List<Map<String, String>> rows = new ArrayList<>(offices(11, 2016));
    rows.add(times("x", 2016, 101));
    assertEquals("its energy of 808,000,000 kBtu, 6,733 kBtu per ft² and 101 times the median of its use, 66.7",
        Repaired.of(rows).impossible(11).orElseThrow());
    rows.getLast().put("LargestPropertyUseType", "Data Center");
    assertEquals(List.of(), impossible(rows), "of which there are too few");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "22000 | 'its emissions of 22,000.0 t, 101 times what its fuels give, 218.2 t'",
      "2     | 'its emissions of 2.0 t, 0.0092 times what its fuels give, 218.2 t'",
      "21000 |",
      "2.5   |"})
  void orByItsFuels(String tonnes, String why) {
    assertEquals(Optional.ofNullable(why).map(text -> text.replaceAll("218\\.\\d t", "218 t")), Repaired.of(
        List.of(office("1", 2016, "TotalGHGEmissions", tonnes))).impossible(0)
        .map(text -> text.replaceAll("218\\.\\d t", "218 t")));
  }

  @Test
  void theFactorsOfAYearMayBeOthers() {
    List<Map<String, String>> rows = offices(12, 2018, "TotalGHGEmissions", "30000");
    rows.add(office("x", 2018, "TotalGHGEmissions", "218"));
    assertEquals(List.of(12), impossible(rows), "all others are in another unit, which is a fault of the column");
  }

  @Test
  void orBySiteEnergyThatIsFarFromTheSumOfTheFuels() {
    assertEquals("its energy of 900,000,000 kBtu, 113 times that of its fuels, 8,000,000", Repaired.of(
        List.of(office("1", 2016, "SiteEnergyUse(kBtu)", "9e8"))).impossible(0).orElseThrow());
  }

  @Test
  void whatALargePartOfAYearHasIsAColumnInAnotherUnit() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(times("" + i, 2016, 1000));
    }
    assertEquals(List.of(), impossible(rows));
  }

  @Test
  void asPublishedNothingIsImpossible() {
    assertEquals(Optional.empty(),
        Repaired.of(years(1, 200, 1), TableFault.IMPOSSIBLE_ROWS).impossible(1));
  }

  private static Table merged(long seed) {
    return MergeTables.of(List.of(Samples.offices(Stream.of(offices(4, 2014), years(1, 1, 1, 200, 1))
        .flatMap(List::stream).toList())), seed);
  }

  /// A seed by which building 1 is on a side.
  private static long seed(boolean inTrain) {
    return LongStream.range(0, 99).filter(seed -> Split.inTrain("1", seed) == inTrain).findFirst().orElseThrow();
  }

  @Test
  void cleaningLeavesItOutOfTrainingAndCountsIt() {
    CleanTable.Result result = CleanTable.of(merged(seed(true)));
    assertFalse(result.rows().stream().anyMatch(row -> row.key().equals(new RowKey("1", 2018))));
    assertEquals(List.of("1/2018"), result.report().dropped().stream()
        .filter(rule -> rule.rule().equals("impossible")).flatMap(rule -> rule.examples().stream()).toList());
    assertEquals("building 1, 2018: its energy of 1,600,000,000 kBtu, 200 times the median of its other years,"
        + " 8,000,000", result.reading().impossible().getFirst().text());
    assertEquals(9, CleanTable.of(merged(seed(true)), Set.of(TableFault.IMPOSSIBLE_ROWS)).rows().size());
  }

  @Test
  void heldOutItStaysAndIsMarkedInTheCleanTableToo() {
    CleanTable.Result result = CleanTable.of(merged(seed(false)));
    List<RowKey> marked =
        result.rows().stream().filter(ModelRow::impossible).map(ModelRow::key).toList();
    assertEquals(List.of(new RowKey("1", 2018)), marked);
    assertEquals(9, result.report().rowsOut());
    CleanCsv.write(folder.resolve("rows.csv"), result.rows());
    assertEquals(result.rows(), CleanCsv.read(Csv.read(folder.resolve("rows.csv"))));
  }

  @Test
  void aCleanTableOfAnEarlierReleaseHasNone() {
    Table table = Samples.offices(office("1", 2016));
    CleanCsv.write(folder.resolve("rows.csv"), PredictionRows.of(table, FeatureSet.METERED).rows());
    Table now = Csv.read(folder.resolve("rows.csv"));
    int at = now.header().position("impossible");
    assertTrue(at > 0);
    Csv.write(folder.resolve("old.csv"), now.header().names().subList(0, at),
        now.rows().stream().map(row -> row.cells().subList(0, at)).toList());
    assertFalse(CleanCsv.read(Csv.read(folder.resolve("old.csv"))).getFirst().impossible());
  }

  @Test
  void itIsPredictedAndNamed() {
    PredictionRows rows = PredictionRows.of(Samples.offices(years(1, 1, 200)), FeatureSet.METERED);
    assertEquals(3, rows.rows().size());
    assertTrue(rows.rows().getLast().impossible());
    assertEquals(List.of(new RowKey("1", 2017)), rows.reading().impossible().stream().map(ImpossibleRow::key).toList());
  }

  @Test
  void asALastYearItTellsNothing() {
    LastYear known = LastYear.of(Samples.offices(years(1, 1, 200)), FeatureSet.METERED);
    assertEquals(2016, known.before(new RowKey("1", 2018)).orElseThrow().key().year());
    assertEquals(Map.of(Rule.IMPOSSIBLE.description(), 1L), PredictionRows.reasons(known.skipped()));
  }
}
