// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.StepCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareTest {
  private static final String ID = "OSEBuildingID";
  private static final String SIDE = "in_train";
  private static final int KEYS = 5;
  @TempDir Path folder;

  private StepOutcome with(String features, Consumer<Sheet> change) {
    return with(features, "estimate", change);
  }

  private StepOutcome with(String features, String factors, Consumer<Sheet> change) {
    Sheet sheet = Sheet.of(SampleFiles.made("clean", "rows.csv"));
    change.accept(sheet);
    return SampleFiles.call("prepare").with("--rows", sheet.to(folder.resolve("rows.csv")))
        .with("--features", features).with("--factors", factors).into(folder.resolve("out")).run();
  }

  private void assertSame(String file) throws IOException {
    assertEquals(-1, Files.mismatch(
        SampleFiles.made("prepare", file), folder.resolve("out").resolve(file)), file);
  }

  private static boolean learnedFrom(Sheet sheet, int row) {
    return sheet.get(row, SIDE).equalsIgnoreCase("true");
  }

  @Test
  void everyFeatureHasMean0AndDeviation1OnTrainingRows() {
    Sheet train = Sheet.of(SampleFiles.made("prepare", "train.csv"));
    for (String column : train.header().subList(KEYS, train.header().size())) {
      double[] values = train.numbers(column);
      double mean = Arrays.stream(values).average().orElseThrow();
      double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average()
          .orElseThrow();
      assertEquals(0, mean, 1e-9, column);
      boolean constant = Arrays.stream(values).allMatch(v -> v == 0);
      assertEquals(constant ? 0 : 1, Math.sqrt(square), 1e-9, column);
    }
  }

  /// Sample emissions were made by the reference's factors, rounded to two decimals.
  @Test
  void factorsOfEachYearAreEstimatedAndTold() {
    StepOutcome outcome = SampleFiles.call("prepare").into(folder.resolve("out")).run().ok();
    for (int year : new int[] {2015, 2016}) {
      assertTrue(Pattern.compile("\nprepare: emission factors of " + year + ", estimated, in t/kBtu: electricity"
          + " 6\\.97[01]e-6, gas 5\\.31[01]e-5, steam 7\\.[0-9]+e-5; [0-9]+ rows, median residual 0\\.[0-9]+%,"
          + " [0-9.]+% within 1%").matcher(outcome.err()).find(), outcome.err());
    }
  }

  /// With doubled emissions the factors are twice what they were, and by the reference offsets are as ever.
  @Test
  void theReferenceIsTakenForeveryYearIfItIsAskedFor() throws IOException {
    Sheet sheet = Sheet.of(SampleFiles.made("clean", "rows.csv"));
    for (int row = 0; row < sheet.size(); row++) {
      sheet.set(row, "TotalGHGEmissions", Double.toString(2 * sheet.number(row, "TotalGHGEmissions")));
    }
    StepCall doubled = SampleFiles.call("prepare").with("--rows", sheet.to(folder.resolve("rows.csv")))
        .into(folder.resolve("out"));
    doubled.run().ok();
    double[] estimated = Sheet.of(folder.resolve("out/train.csv")).numbers("offset");
    String err = doubled.with("--factors", "reference").run().ok().err();
    assertTrue(err.contains("emission factors of 2015, reference, in t/kBtu: electricity 6.971e-6, gas 5.311e-5,"
        + " steam 7.719e-5; ") && err.contains("0.0% within 1%"), err);
    double[] reference = Sheet.of(folder.resolve("out/train.csv")).numbers("offset");
    // Too few rows use steam for its factor to be estimated, and it stays what it was.
    long twice = IntStream.range(0, reference.length)
        .filter(row -> Math.abs(estimated[row] - reference[row] - Math.log(2)) < 1e-3).count();
    assertTrue(twice > 0.95 * reference.length, twice + " of " + reference.length);
    for (String file : List.of("train.csv", "test.csv")) {
      Sheet before = Sheet.of(SampleFiles.made("prepare", file));
      assertEquals(before.size(), Sheet.of(folder.resolve("out").resolve(file)).size());
      if (file.equals("train.csv")) {
        assertArrayEquals(before.numbers("offset"), reference, 1e-3);
        assertArrayEquals(before.numbers("label:metered"),
            Sheet.of(folder.resolve("out/train.csv")).numbers("label:metered"));
      }
    }
  }

  @Test
  void everyCleanRowIsOnTheSideThatTheSplitGaveIt() {
    Sheet rows = Sheet.of(SampleFiles.made("clean", "rows.csv"));
    Set<String> train = new HashSet<>();
    Set<String> test = new HashSet<>();
    for (int row = 0; row < rows.size(); row++) {
      (learnedFrom(rows, row) ? train : test)
          .add(rows.get(row, ID) + " " + rows.get(row, "DataYear"));
    }
    assertEquals(train, keys("train.csv"));
    assertEquals(test, keys("test.csv"));
    assertEquals(test, keys("held-out.csv"));
  }

  private static Set<String> keys(String file) {
    Sheet sheet = Sheet.of(SampleFiles.made("prepare", file));
    Set<String> keys = new HashSet<>();
    sheet.rows().forEach(row -> keys.add(row.get(0) + " " + row.get(1)));
    assertEquals(sheet.size(), keys.size());
    return keys;
  }

  @Test
  void labelAndOffsetLeadToTheMeasuredTonnes() {
    Sheet train = Sheet.of(SampleFiles.made("prepare", "train.csv"));
    double[] label = train.numbers("label:metered");
    double[] offset = train.numbers("offset");
    double[] tonnes = train.numbers("tonnes");
    for (int row = 0; row < tonnes.length; row++) {
      if (tonnes[row] > 1) {
        assertEquals(tonnes[row], Math.exp(label[row] + offset[row]), 0.02 * tonnes[row]);
      }
    }
  }

  @Test
  void whatHeldOutRowsAreChangesNothingThatIsLearned() throws IOException {
    with("metered", sheet -> {
      for (int row = 0; row < sheet.size(); row++) {
        if (!learnedFrom(sheet, row)) {
          sheet.set(row, "Latitude", "10").set(row, "NumberofFloors", "99")
              .set(row, "Neighborhood", "NOWHERE").set(row, "PrimaryPropertyType", "Tent")
              .set(row, "TotalGHGEmissions", "5");
        }
      }
    }).ok();
    assertSame("train.csv");
    assertSame("transformer.json");
    assertNotEquals(-1, Files.mismatch(
        SampleFiles.made("prepare", "test.csv"), folder.resolve("out/test.csv")));
  }

  /// Estimated factors follow from both, and so do offsets; these are the reference's.
  private void assertOnlyTheLabelChanges(String features, Set<String> columns, Consumer<Sheet> change)
      throws IOException {
    with(features, "reference", _ -> { }).ok();
    List<Sheet> before = matrices(columns);
    with(features, "reference", change).ok();
    assertEquals(before, matrices(columns));
  }

  private List<Sheet> matrices(Set<String> without) {
    return Stream.of("train.csv", "test.csv").map(file -> {
      Sheet sheet = Sheet.of(folder.resolve("out").resolve(file));
      without.forEach(sheet::drop);
      return sheet;
    }).toList();
  }

  @Test
  void siteEnergyIsALabelAndNoFeature() throws IOException {
    assertOnlyTheLabelChanges("metered", Set.of("label:metered"), sheet -> {
      for (int row = 0; row < sheet.size(); row++) {
        sheet.set(row, "SiteEnergyUse(kBtu)",
            String.valueOf(2 * sheet.number(row, "SiteEnergyUse(kBtu)")));
      }
    });
  }

  @Test
  void emissionsAreALabelAndNoFeature() throws IOException {
    assertOnlyTheLabelChanges("unmetered", Set.of("label:unmetered", "tonnes"), sheet -> {
      for (int row = 0; row < sheet.size(); row++) {
        sheet.set(row, "TotalGHGEmissions", "1").set(row, "BCResponse", "1");
      }
    });
  }

  @Test
  void unmeteredKnowsNothingThatMetersTell() throws IOException {
    with("unmetered", _ -> { }).ok();
    Sheet before = Sheet.of(folder.resolve("out/test.csv"));
    assertTrue(before.header().stream().noneMatch(column -> column.matches(
        "(?i).*(ratio_|elec|ng_ratio|steam|energystar|siteenergy|factor).*")),
        before.header().toString());
    with("unmetered", sheet -> {
      for (int row = 0; row < sheet.size(); row++) {
        for (String column : List.of("Elec_ratio", "NG_ratio", "Steam_ratio", "ENERGYSTARScore",
            "ENERGYSTARLogit", "LogEmissionFactor", "SiteEnergyUse(kBtu)")) {
          sheet.set(row, column, "");
        }
      }
    }).ok();
    assertEquals(before, Sheet.of(folder.resolve("out/test.csv")));
  }

  @Test
  void oneYearAloneIsEnough() throws IOException {
    with("metered", sheet -> sheet.keep("DataYear", "2016"::equals)).ok();
    assertFalse(Files.readString(folder.resolve("out/train.csv")).contains("NaN"));
  }

  @Test
  void withoutTrainingOrHeldOutRowsItSaysWhatIsMissing() {
    with("metered", sheet -> sheet.keep(SIDE, "false"::equalsIgnoreCase))
        .fails("rows.csv", "no training row is left", "another split seed");
    with("metered", sheet -> sheet.keep(SIDE, "true"::equalsIgnoreCase))
        .fails("rows.csv", "no held-out row is left", "another split seed");
    with("metered", sheet -> sheet.keep(ID, sheet.get(0, ID)::equals))
        .fails("rows.csv", "row is left", "more buildings");
    with("metered", sheet -> sheet.keep(ID, _ -> false)).fails("rows.csv", "no training row");
  }

  @Test
  void aCellThatIsNotWhatItsColumnHoldsIsNamed() {
    with("metered", sheet -> sheet.set(0, "Age", "old"))
        .fails("rows.csv, line 2, column Age", "old");
    with("metered", sheet -> sheet.set(0, "UseGFA", "0"))
        .fails("rows.csv, line 2, column UseGFA", "zero");
    with("metered", sheet -> sheet.set(0, "UseGFA", "-3"))
        .fails("rows.csv, line 2, column UseGFA", "negative");
    with("metered", sheet -> sheet.set(0, SIDE, "")).fails("rows.csv, line 2, column " + SIDE);
    with("metered", sheet -> sheet.drop("Age")).fails("rows.csv, line 1", "has no column Age");
    with("metered", sheet -> sheet.rename("Age", "Latitude"))
        .fails("rows.csv, line 1, column Latitude", "twice");
  }

  @Test
  void aTrainingRowWithoutALabelIsNamed() {
    Sheet rows = Sheet.of(SampleFiles.made("clean", "rows.csv"));
    int row = 0;
    while (!learnedFrom(rows, row)) {
      row++;
    }
    int first = row;
    for (String value : List.of("", "0", "-4")) {
      with("metered", sheet -> sheet.set(first, "SiteEnergyUse(kBtu)", value))
          .fails("rows.csv, line " + (first + 2), "SiteEnergyUse(kBtu)");
      assertFalse(Files.exists(folder.resolve("out")));
    }
    with("metered", sheet -> sheet.set(first, "TotalGHGEmissions", ""))
        .fails("rows.csv, line " + (first + 2), "TotalGHGEmissions");
    with("metered", sheet -> sheet.set(first, "Elec_ratio", "").set(first, "NG_ratio", ""))
        .fails("rows.csv, line " + (first + 2));
  }
}
