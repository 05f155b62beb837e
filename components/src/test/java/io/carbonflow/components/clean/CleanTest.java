// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.clean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanTest {
  private static final String ID = "OSEBuildingID";
  @TempDir Path folder;

  private StepOutcome with(Consumer<Sheet> change) {
    Sheet sheet = Sheet.of(SampleFiles.made("merge", "merged.csv"));
    change.accept(sheet);
    return SampleFiles.call("clean").with("--table", sheet.to(folder.resolve("table.csv")))
        .into(folder.resolve("out")).run();
  }

  private static JsonObject report(Path file) throws Exception {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  /// The position in the merged table of a row that is kept.
  private static int kept(Sheet merged) {
    Sheet rows = Sheet.of(SampleFiles.made("clean", "rows.csv"));
    String id = rows.get(3, ID);
    String year = rows.get(3, "DataYear");
    for (int row = 0; row < merged.size(); row++) {
      if (merged.get(row, ID).equals(id) && merged.get(row, "DataYear").equals(year)) {
        return row;
      }
    }
    throw new AssertionError("not there");
  }

  @Test
  void aTableThatIsNotValidIsRefused() {
    Path table = SampleFiles.made("merge", "merged.csv");
    String message = SampleFiles.call("clean").with("--valid", false).into(folder).run()
        .fails(table, "is not valid", "validate", "validation.html");
    assertEquals(0, folder.toFile().list().length, message);
  }

  @Test
  void everyRowIsKeptOrCountedByOneRule() throws Exception {
    JsonObject report = report(SampleFiles.made("clean", "cleaning.json"));
    int in = report.get("rows_in").getAsInt();
    int out = report.get("rows_out").getAsInt();
    assertEquals(Sheet.of(SampleFiles.made("merge", "merged.csv")).size(), in);
    assertEquals(Sheet.of(SampleFiles.made("clean", "rows.csv")).size(), out);
    assertTrue(out < in && out > in / 2, out + " of " + in);
  }

  @Test
  void emissionsFollowFromAreaEnergyAndFuelsAsTheCityReckonsThem() {
    Sheet rows = Sheet.of(SampleFiles.made("clean", "rows.csv"));
    for (int row = 0; row < rows.size(); row++) {
      if (rows.number(row, "Elec_ratio") < 0) {
        continue; // sold more than it took; the factor is held above zero
      }
      double factor = 6.971e-6 * rows.number(row, "Elec_ratio")
          + 5.311e-5 * rows.number(row, "NG_ratio") + 7.719e-5 * rows.number(row, "Steam_ratio");
      assertEquals(factor, Math.exp(rows.number(row, "LogEmissionFactor")), 0.02 * factor);
      assertEquals(Math.log(rows.number(row, "UseGFA")), rows.number(row, "LogUseGFA"), 1e-12);
      double tonnes = rows.number(row, "TotalGHGEmissions");
      assertEquals((Math.pow(tonnes + 1, -0.1) - 1) / -0.1, rows.number(row, "BCResponse"), 1e-9);
    }
  }

  @Test
  void aRowsResultDoesNotDependOnOtherRows() throws Exception {
    with(sheet -> sheet.keep(ID, id -> id.endsWith("7"))).ok();
    Sheet all = Sheet.of(SampleFiles.made("clean", "rows.csv")).keep(ID, id -> id.endsWith("7"));
    assertEquals(all, Sheet.of(folder.resolve("out/rows.csv")));
  }

  @Test
  void aRowWithoutEnergyOrAreaIsDroppedAndCounted() throws Exception {
    JsonObject before = report(SampleFiles.made("clean", "cleaning.json"));
    for (String[] change : List.of(
        new String[] {"SiteEnergyUse(kBtu)", "0"}, new String[] {"SiteEnergyUse(kBtu)", "-5"},
        new String[] {"SiteEnergyUse(kBtu)", ""}, new String[] {"TotalGHGEmissions", ""},
        new String[] {"LargestPropertyUseType", ""}, new String[] {"NaturalGas(kBtu)", ""})) {
      with(sheet -> sheet.set(kept(sheet), change[0], change[1])).ok();
      JsonObject after = report(folder.resolve("out/cleaning.json"));
      assertEquals(before.get("rows_out").getAsInt() - 1, after.get("rows_out").getAsInt(),
          String.join("=", change));
    }
    with(sheet -> {
      for (String use : List.of("Largest", "SecondLargest", "ThirdLargest")) {
        sheet.set(kept(sheet), use + "PropertyUseTypeGFA", "-1");
      }
    }).ok();
    assertEquals(before.get("rows_out").getAsInt() - 1,
        report(folder.resolve("out/cleaning.json")).get("rows_out").getAsInt());
  }

  @Test
  void aCellThatIsNotWhatItsColumnHoldsIsNamed() {
    with(sheet -> sheet.set(7, "YearBuilt", "long ago"))
        .fails("table.csv, line 9, column YearBuilt", "long ago");
    with(sheet -> sheet.set(7, "in_train", "perhaps"))
        .fails("table.csv, line 9, column in_train", "perhaps");
    with(sheet -> sheet.set(7, "in_train", "")).fails("table.csv, line 9, column in_train");
  }

  @Test
  void aBuildingOnBothSidesOfTheSplitIsRefused() {
    with(sheet -> {
      int row = sheet.size() - 1;
      sheet.set(row, "in_train", sheet.get(row, "in_train").equalsIgnoreCase("true")
          ? "False" : "True");
    }).fails("table.csv, line", "in_train");
  }

  @Test
  void aTableOfWhichNothingIsLeftIsRefused() {
    with(sheet -> {
      for (int row = 0; row < sheet.size(); row++) {
        sheet.set(row, "BuildingType", "Campus");
      }
    }).fails("table.csv", "no row is left");
  }
}
