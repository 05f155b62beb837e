// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.StepCall;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
  private static final String ID = "OSEBuildingID";
  private static final String SITE_ENERGY = "SiteEnergyUse(kBtu)";
  @TempDir Path folder;

  private Sheet merged(StepCall call) {
    Path out = folder.resolve("out");
    call.into(out).run().ok();
    return Sheet.of(out.resolve("merged.csv"));
  }

  /// The outcome with the 2016 table changed.
  private StepOutcome with2016(Consumer<Sheet> change) {
    Sheet sheet = Sheet.of(SampleFiles.DATA_2016);
    change.accept(sheet);
    Path changed = sheet.to(folder.resolve("2016.csv"));
    Path out = folder.resolve("out");
    StepOutcome outcome = SampleFiles.call("merge").with("--data-2016", changed).into(out).run();
    assertEquals(outcome.exit() == 0, Files.exists(out.resolve("merged.csv")));
    return outcome;
  }

  private static Map<String, String> sides(Sheet merged) {
    Map<String, String> sides = new TreeMap<>();
    for (int row = 0; row < merged.size(); row++) {
      String side = merged.get(row, "in_train");
      String earlier = sides.putIfAbsent(merged.get(row, ID), side);
      assertTrue(earlier == null || earlier.equals(side), "a building is on both sides");
    }
    return sides;
  }

  @Test
  void everyRowOfBothTablesIsThereWithItsYear() {
    Sheet merged = Sheet.of(SampleFiles.made("merge", "merged.csv"));
    int rows2015 = Sheet.of(SampleFiles.DATA_2015).size();
    int rows2016 = Sheet.of(SampleFiles.DATA_2016).size();
    assertEquals(rows2015 + rows2016, merged.size());
    assertEquals(rows2015, merged.rows().stream()
        .filter(row -> row.get(merged.header().indexOf("DataYear")).equals("2015")).count());
    assertEquals("in_train", merged.header().getLast());
  }

  @Test
  void tablesGivenInTheOtherOrderGiveTheSameAndAreReported() throws IOException {
    Path out = folder.resolve("swapped");
    StepOutcome outcome = SampleFiles.call("merge").with("--data-2015", SampleFiles.DATA_2016)
        .with("--data-2016", SampleFiles.DATA_2015).into(out).run().ok();
    assertEquals(Files.readString(SampleFiles.made("merge", "merged.csv")),
        Files.readString(out.resolve("merged.csv")));
    assertEquals(List.of(
        "merge: " + SampleFiles.DATA_2016 + ": was given as the table of 2015, but its rows are of"
            + " 2016, as DataYear says, and that is what counts",
        "merge: " + SampleFiles.DATA_2015 + ": was given as the table of 2016, but its rows are of"
            + " 2015, as DataYear says, and that is what counts"),
        outcome.err().lines().filter(line -> line.contains("was given")).toList());
    assertFalse(SampleFiles.call("merge").into(out).run().ok().err().contains("was given"));
  }

  @Test
  void aColumnOfAnotherNameIsReported() {
    String err = with2016(sheet -> sheet.rename("NumberofFloors", "Number_of_Flor")).err();
    assertTrue(err.contains("NumberofFloors (Number_of_Flor looks like it)"), err);
  }

  @Test
  void whoIsLearnedFromFollowsFromTheHashOfTheIdAndTheSplitSeedAlone() throws Exception {
    Map<String, String> sides = sides(merged(SampleFiles.call("merge").with("--split-seed", 7)));
    BigInteger limit = BigInteger.TWO.pow(64).multiply(BigInteger.valueOf(7))
        .divide(BigInteger.TEN);
    for (Map.Entry<String, String> side : sides.entrySet()) {
      byte[] hash = MessageDigest.getInstance("SHA-256")
          .digest(("7:" + side.getKey()).getBytes(StandardCharsets.UTF_8));
      BigInteger first8 = new BigInteger(1, java.util.Arrays.copyOf(hash, 8));
      assertEquals(first8.compareTo(limit) < 0, Boolean.parseBoolean(side.getValue()),
          side.getKey());
    }
    double share = sides.values().stream().filter("true"::equalsIgnoreCase).count()
        / (double) sides.size();
    assertEquals(0.7, share, 0.06);
  }

  @Test
  void theSeedIsTheSplitSeedWhereNoneIsGiven() {
    var byDefault = sides(merged(SampleFiles.call("merge").with("--seed", 3)));
    assertEquals(byDefault,
        sides(merged(SampleFiles.call("merge").with("--seed", 0).with("--split-seed", 3))));
    assertNotEquals(byDefault, sides(merged(SampleFiles.call("merge").with("--seed", 4))));
  }

  @Test
  void buildingsStayOnTheirSideWhenOthersComeAndGo() throws IOException {
    Map<String, String> all = sides(Sheet.of(SampleFiles.made("merge", "merged.csv")));
    with2016(sheet -> {
      sheet.keep(ID, id -> !id.endsWith("3"));
      sheet.set(0, ID, "900001");
    }).ok();
    Map<String, String> fewer = sides(Sheet.of(folder.resolve("out/merged.csv")));
    assertTrue(fewer.containsKey("900001"));
    fewer.remove("900001");
    fewer.forEach((id, side) -> assertEquals(all.get(id), side, id));
  }

  @Test
  void theYearIsInTheRowsAndNotInTheOrderOfTheTables() throws IOException {
    Path out = folder.resolve("out");
    SampleFiles.call("merge").with("--data-2015", SampleFiles.DATA_2016)
        .with("--data-2016", SampleFiles.DATA_2015).into(out).run().ok();
    assertEquals(-1, Files.mismatch(
        SampleFiles.made("merge", "merged.csv"), out.resolve("merged.csv")));
  }

  @Test
  void theSourcesAreKnownByTheirContentAndHaveTheNamesTheyWereGivenBy() throws Exception {
    JsonObject sources = JsonParser.parseString(
        Files.readString(SampleFiles.made("merge", "sources.json"))).getAsJsonObject();
    JsonObject first = sources.getAsJsonArray("tables").get(0).getAsJsonObject();
    assertEquals(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
        .digest(Files.readAllBytes(SampleFiles.DATA_2015))), first.get("sha256").getAsString());
    assertEquals(Sheet.of(SampleFiles.DATA_2015).size(), first.get("rows").getAsInt());
    assertEquals(SampleFiles.DATA_2015.toString(), first.get("name").getAsString());
    assertEquals("[2015]", first.get("years").toString());
    assertEquals("[2015,2016]", sources.get("years").toString());
  }

  @Test
  void aTableMayBeAFileUri() throws IOException {
    Path out = folder.resolve("out");
    SampleFiles.call("merge").with("--data-2015", SampleFiles.DATA_2015.toUri()).into(out).run().ok();
    assertEquals(-1, Files.mismatch(
        SampleFiles.made("merge", "merged.csv"), out.resolve("merged.csv")));
  }

  @Test
  void aMissingColumnIsNamedByTheNamesOfBothYears() {
    with2016(sheet -> sheet.drop("TotalGHGEmissions")).fails(
        folder.resolve("2016.csv"), "line 1", "TotalGHGEmissions or GHGEmissions(MetricTonsCO2e)");
  }

  @Test
  void aRenamedColumnIsNamed() {
    with2016(sheet -> sheet.rename(SITE_ENERGY, "Energy"))
        .fails(folder.resolve("2016.csv"), "line 1", "has no column " + SITE_ENERGY);
  }

  @Test
  void aColumnThatAppearsTwiceIsNamed() {
    with2016(sheet -> sheet.rename("Outlier", SITE_ENERGY))
        .fails("2016.csv, line 1, column " + SITE_ENERGY, "twice");
    with2016(sheet -> sheet.rename("Outlier", "siteenergyuse (kBtu)"))
        .fails("2016.csv, line 1", "is the same column as");
  }

  @Test
  void twoColumnsOfOneMeaningMustAgree() {
    with2016(sheet -> sheet.rename("Outlier", "GHGEmissions(MetricTonsCO2e)")
        .set(2, "GHGEmissions(MetricTonsCO2e)", "12345"))
        .fails("2016.csv, line 4", "GHGEmissions(MetricTonsCO2e)", "12345");
  }

  @Test
  void aNumberThatIsNoneIsNamedWithLineAndColumn() {
    with2016(sheet -> sheet.set(4, SITE_ENERGY, "a lot"))
        .fails("2016.csv, line 6, column " + SITE_ENERGY, "a lot");
  }

  @Test
  void aRowWithoutIdOrYearIsNamed() {
    with2016(sheet -> sheet.set(1, ID, "")).fails("2016.csv, line 3, column " + ID);
    with2016(sheet -> sheet.set(1, "DataYear", "NULL")).fails("2016.csv, line 3, column DataYear");
    with2016(sheet -> sheet.set(1, "DataYear", "twenty")).fails(
        "2016.csv, line 3, column DataYear: \"twenty\" is not a year; write it like 2016");
  }

  @Test
  void aBuildingThatAppearsTwiceInAYearIsNamedWithBothPlaces() {
    with2016(sheet -> sheet.set(5, ID, sheet.get(2, ID)))
        .fails("2016.csv, line 7", "line 4", "2016");
  }

  @Test
  void aTableGivenTwiceCountsOnceAndIsReported() throws IOException {
    Path out = folder.resolve("out");
    String err = SampleFiles.call("merge").with("--data", "[\"" + SampleFiles.DATA_2016 + "\"]").into(out).run().ok()
        .err();
    assertTrue(err.contains("merge: 513 rows appeared again with the same content and count once: building 1 of 2016 in "
        + SampleFiles.DATA_2016 + ", line 2 and " + SampleFiles.DATA_2016 + ", line 2; "), err);
    assertTrue(err.contains("; and 510 more\n"), err);
    assertEquals(-1, Files.mismatch(SampleFiles.made("merge", "merged.csv"), out.resolve("merged.csv")));
  }

  @Test
  void aTableWithoutRowsIsRefused() {
    with2016(sheet -> sheet.keep(ID, _ -> false)).fails("2016.csv", "has a header and no rows");
  }

  @Test
  void aSchemeThatNobodyReadsIsNamed() {
    SampleFiles.call("merge").with("--data-2015", "ftp://host/a.csv").into(folder).run()
        .fails("ftp://host/a.csv");
  }

  @Test
  void noTableAtAllIsWrongUse() {
    StepCall none = StepCall.of("merge").into(folder);
    String told = "--data: no table is given; name tables or a folder with tables, such as --data=2016.csv,2017.csv";
    none.run().isWrongUse(told);
    none.with("--data", "").with("--data-2015", "").run().isWrongUse(told);
    none.with("--data", "[]").run().isWrongUse(told);
    assertFalse(Files.exists(folder.resolve("merged.csv")));
  }

  @Test
  void aNameThatIsEmptyIsRefused() {
    StepCall.of("merge").into(folder).with("--data", SampleFiles.DATA_2015 + ",").run().fails("is not a path or URI");
  }

  @Test
  void tablesMayBeKeysInABucketOrInAFolderThatStandsForOne() {
    SampleFiles.call("merge")
        .with("--bucket", SampleFiles.DATA_2015.getParent().toAbsolutePath().toUri())
        .with("--data-2015", SampleFiles.DATA_2015.getFileName())
        .with("--data-2016", SampleFiles.DATA_2016.getFileName())
        .into(folder).run().ok();
  }

  private static StepCall data(Object... places) {
    return StepCall.of("merge").with("--data",
        Stream.of(places).map(Object::toString).collect(Collectors.joining(",")));
  }

  @Test
  void aNameThatWasCutAtItsCommaIsReported() throws IOException {
    Path table = Files.copy(SampleFiles.DATA_2015, folder.resolve("Seattle, 2015.csv"));
    data(table).into(folder.resolve("out")).run().fails(table
        + ": is one name with a comma in it, and was read as two; give it as JSON, [\"" + table + "\"]");
  }

  @Test
  void aListOfTablesGivesTheSameBytesAsAnOptionForEach() throws IOException {
    for (StepCall call : List.of(data(SampleFiles.DATA_2015, SampleFiles.DATA_2016),
        data(SampleFiles.DATA_2016, " " + SampleFiles.DATA_2015),
        data(SampleFiles.DATA_2016.toUri()).with("--data-2015", SampleFiles.DATA_2015),
        data("[\"" + SampleFiles.DATA_2015 + "\"", "\"" + SampleFiles.DATA_2016 + "\"]"))) {
      Path out = folder.resolve("out");
      call.into(out).run().ok();
      assertEquals(-1, Files.mismatch(SampleFiles.made("merge", "merged.csv"), out.resolve("merged.csv")));
    }
  }

  @Test
  void aFolderStandsForeveryTableInItAndWhatElseIsInItIsNamed() throws IOException {
    Path tables = Files.createDirectories(folder.resolve("tables"));
    Files.copy(SampleFiles.DATA_2016, tables.resolve("a.CSV"));
    Files.copy(SampleFiles.DATA_2015, tables.resolve("b, of 2015.csv"));
    Files.writeString(tables.resolve("notes.txt"), "");
    Files.writeString(tables.resolve("._a.csv"), "hidden");
    Files.createDirectories(tables.resolve("older"));
    Path out = folder.resolve("out");
    String err = data(tables + "/").into(out).run().ok().err();
    assertEquals(-1, Files.mismatch(SampleFiles.made("merge", "merged.csv"), out.resolve("merged.csv")));
    assertTrue(err.contains("merge: left, as their names are not those of tables (.csv, .tsv, .csv.gz, .tsv.gz, .zip): "
        + tables + "/._a.csv, " + tables + "/notes.txt, " + tables + "/older/\n"), err);
    assertEquals(List.of(tables + "/a.CSV", tables + "/b, of 2015.csv"),
        JsonParser.parseString(Files.readString(out.resolve("sources.json"))).getAsJsonObject().getAsJsonArray("tables")
            .asList().stream().map(one -> one.getAsJsonObject().get("name").getAsString()).toList());
  }

  @Test
  void aFolderWithoutATableIsNamedWithWhatIsInIt() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    data(empty).into(folder).run().fails(empty + ": is empty, or is not there; name a table, or a folder");
    Files.writeString(empty.resolve("table.xlsx"), "");
    data(empty).into(folder).run().fails(empty + ": has no table in it, only " + empty + "/table.xlsx; ");
    data(folder.resolve("gone/")).into(folder).run().fails(folder.resolve("gone") + ": does not exist");
  }

  @Test
  void moreTablesThanAreReadAtOnceAreRefused() throws IOException {
    for (int i = 0; i <= 200; i++) {
      Files.writeString(folder.resolve(String.format("%03d.csv", i)), "");
    }
    data(folder).into(folder).run().fails(folder.resolve("200.csv"), "is one of 201 tables, more than the 200");
  }

  /// The sample tables in one, with rows of 2018 that are those of 2016.
  private Path threeYears() {
    Sheet all = Sheet.of(SampleFiles.DATA_2016);
    Sheet later = Sheet.of(SampleFiles.DATA_2016);
    IntStream.range(0, later.size()).forEach(row -> later.set(row, "DataYear", "2018"));
    all.rows().addAll(later.rows());
    return all.to(folder.resolve("all.csv"));
  }

  @Test
  void yearsChooseAndWhatTheyLeaveOutIsCounted() throws IOException {
    Path out = folder.resolve("out");
    String err = data(threeYears(), SampleFiles.DATA_2015).with("--years", "2015-2017").into(out).run().ok().err();
    assertEquals(-1, Files.mismatch(SampleFiles.made("merge", "merged.csv"), out.resolve("merged.csv")));
    assertEquals(List.of("merge: 1,029 rows, " + SampleFiles.call("merge").into(out).run().ok().err().lines()
            .findFirst().orElseThrow().replaceAll(".*rows, ", ""),
        "merge: " + folder.resolve("all.csv") + ": 1,026 rows of 2016, 2018",
        "merge: " + SampleFiles.DATA_2015 + ": 516 rows of 2015",
        "merge: 513 rows of 2018 left out, as --years=2015-2017 asks for others",
        "merge: no table has a row of 2017, which --years=2015-2017 asks for"), err.lines().toList());
  }

  @Test
  void yearsOfWhichThereIsNoRowAtAllAreAnError() {
    data(SampleFiles.DATA_2015, SampleFiles.DATA_2016).with("--years", "2019-").into(folder).run().fails(
        "--years: no table has a row of 2019-, they have rows of 2015, 2016; name years that they have");
    assertFalse(Files.exists(folder.resolve("merged.csv")));
    data(SampleFiles.DATA_2015).with("--years", "2016-2015").into(folder).run().isWrongUse(
        "--years: '2016-2015' ends before it begins; write 2015-2016");
  }

  @Test
  void aBuildingOfAYearInTwoTablesWithTwoContentsNamesBothPlaces() {
    Path other = Sheet.of(SampleFiles.DATA_2016).set(3, "PropertyGFATotal", "77").to(folder.resolve("other.csv"));
    String id = Sheet.of(SampleFiles.DATA_2016).get(3, ID);
    data(SampleFiles.DATA_2016, other).into(folder).run().fails(other + ", line 5, column " + ID + ": building " + id
        + " of 2016 is already in " + SampleFiles.DATA_2016 + ", line 5, column " + ID
        + ", with another PropertyGFATotal: ", " there, 77 here; ");
  }

  @Test
  void oneTableOfBothYearsIsTakenByAnyOfTheOptions() throws IOException {
    Path both = Path.of("../../shared/cases/one-table-of-both-years/both.csv");
    assumeTrue(Files.exists(both), both + " is not there");
    List<String> merged = new ArrayList<>();
    StepCall none = StepCall.of("merge");
    for (StepCall call : List.of(none.with("--data-2016", both), none.with("--data-2015", "").with("--data-2016", both),
        none.with("--data-2015", both).with("--data-2016", both), none.with("--data", both),
        none.with("--data", both.getParent()))) {
      call.into(folder).run().ok();
      merged.add(Files.readString(folder.resolve("merged.csv")));
    }
    assertEquals(1, Set.copyOf(merged).size());
    assertEquals(25, merged.getFirst().lines().count());
  }
}
