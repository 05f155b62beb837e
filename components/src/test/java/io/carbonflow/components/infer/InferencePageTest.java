// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.components.Bundles;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.page.PageReader;
import io.carbonflow.model.bundle.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of what the published sample model predicts of the sample rows of 2016.
class InferencePageTest {
  private static final Path OLDER = Path.of("..", "model", "src", "test", "resources", "io",
      "carbonflow", "model", "bundle", "bundle-3.carbonflow").toAbsolutePath().normalize();
  @TempDir Path folder;

  private String page(Path store, Sheet rows, String by) throws IOException {
    SampleFiles.call("infer").with("--store", store).with("--rows", rows.to(folder.resolve("rows.csv")))
        .with("--total-by", by).into(folder.resolve("out")).run().ok();
    return Files.readString(folder.resolve("out/inference.html"));
  }

  private static int number(String text) {
    return Integer.parseInt(text.replace(",", ""));
  }

  @Test
  void itShowsTheTotalByTypeByNeighborhoodAndByWhatWasAskedFor() throws IOException {
    String html = page(SampleFiles.published(), Sheet.of(SampleFiles.DATA_2016), "ZipCode");
    PageReader page = PageReader.of(html);
    assertEquals(List.of("totals_by_type", "totals_by_neighborhood", "distribution"), page.figures());
    Sheet totals = Sheet.of(folder.resolve("out/totals.csv"));
    assertEquals(totals.size() - 1, page.table("ZipCode").column("buildings").size());
    for (String by : List.of("ZipCode", "property type", "neighborhood")) {
      assertEquals(totals.number(0, "total_tonnes"), page.table(by).column("total, t").stream()
          .mapToInt(InferencePageTest::number).sum(), 15, by);
    }
    Sheet predictions = Sheet.of(folder.resolve("out/predictions.csv"));
    assertTrue(page.tables().stream().filter(one -> one.head().contains("mean, t")).findFirst().orElseThrow()
        .column("name").stream().anyMatch(name -> !name.isEmpty()), "buildings have names");
    assertEquals(String.format(Locale.ROOT, "%,.1f",
        Arrays.stream(predictions.numbers("predicted_tonnes")).max().orElseThrow()),
        page.tables().stream().filter(one -> one.head().contains("mean, t")).findFirst().orElseThrow()
            .column("median, t").getFirst());
    assertTrue(Pattern.compile("They come to <strong>[0-9,]+ t \\([0-9,]+ to [0-9,]+\\)</strong>")
        .matcher(html).find(), html);
    assertEquals(-1, Files.mismatch(folder.resolve("out/inference.html"),
        SampleFiles.published().resolve("predictions/inference.html")));
  }

  @Test
  void itShowsWhatIsFlaggedAndWhatCouldNotBePredictedAndRunsNothingOfIt() throws IOException {
    Sheet rows = Sheet.of(SampleFiles.DATA_2016);
    String evil = "<script>alert(1)</script>";
    rows.set(0, "Neighborhood", evil).set(1, "LargestPropertyUseType", "")
        .set(1, "OSEBuildingID", "\"><img>").set(2, "PrimaryPropertyType", evil);
    String html = page(SampleFiles.published(), rows, "PropertyType");
    String said = PageReader.plain(html);
    assertFalse(said.contains("<script") || said.contains("<img"), said);
    PageReader page = PageReader.of(html);
    Sheet predictions = Sheet.of(folder.resolve("out/predictions.csv"));
    long flagged = predictions.column("outside_training").stream().filter(one -> !one.isEmpty()).count();
    assertTrue(html.contains("<p>" + flagged + " rows, by "), html);
    assertTrue(page.table("rows").column("why").contains("LargestPropertyUseType is missing"));
    assertTrue(page.table("line").column("building").contains("\"><img>"));
  }

  @Test
  void anOlderModelHasAPageWithoutTotals() throws IOException {
    Path store = folder.resolve("store");
    Bundles.publish(Bundle.load(OLDER), folder).with("--store", store)
        .with("--gate", "floor=-1,margin=-1").into(folder.resolve("published")).run().ok();
    String html = page(store, Sheet.of(SampleFiles.DATA_2016), "");
    assertTrue(html.contains("There is no total: the bundle is an older one"), html);
    assertEquals(List.of(), PageReader.of(html).figures());
    assertTrue(Files.readString(folder.resolve("out/inference.md")).contains("There is no total: "));
  }

  @Test
  void ofNoRowsItSaysSo() throws IOException {
    Sheet none = Sheet.of(SampleFiles.DATA_2016).keep("OSEBuildingID", _ -> false);
    String html = page(SampleFiles.published(), none, "");
    assertTrue(html.contains("0 rows were predicted by "), html);
    assertTrue(html.contains("<p>Nothing.</p>"), html);
  }
}
