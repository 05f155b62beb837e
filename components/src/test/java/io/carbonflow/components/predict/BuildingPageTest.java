// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.page.PageReader;
import io.carbonflow.components.page.PageReader.Table;
import io.carbonflow.model.bundle.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildingPageTest {
  private static final String ID = "OSEBuildingID";
  @TempDir Path folder;

  private StepOutcome predict(Path rows, String building) {
    return SampleFiles.call("predict").with("--rows", rows).with("--building", building)
        .with("--building-page", folder.resolve("building.html")).into(folder).run();
  }

  /// A building that both years have.
  private static String building(Sheet predictions) {
    Map<String, Long> rows = predictions.column(ID).stream()
        .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
    return rows.entrySet().stream().filter(one -> one.getValue() == 2).map(Map.Entry::getKey).findFirst().orElseThrow();
  }

  @Test
  void thePageHasWhatIsPredictedTheFactorsTheYearsAndOthersOfItsKind() throws IOException {
    Path merged = SampleFiles.made("merge", "merged.csv");
    predict(merged, "").ok();
    Sheet predictions = Sheet.of(folder.resolve("predictions.csv"));
    String id = building(predictions);
    predict(merged, id).ok();
    PageReader page = PageReader.read(folder.resolve("building.html"));
    Sheet own = Sheet.of(folder.resolve("predictions.csv")).keep(ID, id::equals);
    Table years = page.table("year");
    assertEquals(own.column("DataYear"), years.names());
    for (int row = 0; row < own.size(); row++) {
      assertEquals(Double.parseDouble(own.get(row, "predicted_tonnes")),
          Double.parseDouble(years.column("predicted, t").get(row).replace(",", "")), 0.051);
      assertEquals(Double.parseDouble(own.get(row, "measured_tonnes")),
          Double.parseDouble(years.column("measured, t").get(row).replace(",", "")), 0.051);
    }
    assertTrue(page.table("feature").names().contains("floor area"));
    String type = own.get(0, "property_type");
    Set<String> ofItsKind = new TreeSet<>(
        Sheet.of(folder.resolve("predictions.csv")).keep("property_type", type::equals).column(ID));
    List<String> others = page.table("building").names();
    assertEquals(id + " (this one)", others.getFirst());
    assertTrue(ofItsKind.containsAll(others.subList(1, others.size())), others.toString());
    assertEquals(type, page.table("what").cell("type", "value"));
  }

  @Test
  void thePageSaysWhichModelItWas() throws IOException {
    Path merged = SampleFiles.made("merge", "merged.csv");
    predict(merged, "").ok();
    predict(merged, building(Sheet.of(folder.resolve("predictions.csv")))).ok();
    var from = Bundle.load(SampleFiles.made("train-best", "model.carbonflow")).provenance();
    String page = Files.readString(folder.resolve("building.html"));
    assertTrue(page.contains("trained on " + from.trainRows() + " rows of Seattle (2015, 2016) by carbonflow "
        + from.carbonflow() + ", revision <code>" + from.revision() + "</code>"), page);
  }

  @Test
  void whereNoBuildingIsNamedThePageSaysHowToNameOne() throws IOException {
    predict(SampleFiles.DATA_2016, "").ok();
    assertTrue(Files.readString(folder.resolve("building.html")).contains("--building=ID"));
  }

  @Test
  void aBuildingThatIsNotThereIsRefusedAndNothingIsWritten() {
    predict(SampleFiles.DATA_2016, "no-such-building").fails("the rows hold no building no-such-building");
    assertFalse(Files.exists(folder.resolve("predictions.csv")));
  }

  @Test
  void aBuildingThatCannotBePredictedIsRefusedWithTheReasonAndTheLine() {
    Sheet table = Sheet.of(SampleFiles.DATA_2016);
    String home = IntStream.range(0, table.size()).filter(row -> table.get(row, "BuildingType").startsWith("Multifamily"))
        .mapToObj(row -> table.get(row, ID)).findFirst().orElseThrow();
    predict(SampleFiles.DATA_2016, home).fails(home + " cannot be predicted: the building type");
  }
}
