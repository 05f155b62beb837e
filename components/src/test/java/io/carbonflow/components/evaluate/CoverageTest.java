// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.page.PageReader;
import org.junit.jupiter.api.Test;

/// How often the intervals are right, in the metrics, the summary and the report.
class CoverageTest {

  private static JsonObject interval() throws IOException {
    return JsonParser.parseString(Files.readString(SampleFiles.made("evaluate", "metrics.json")))
        .getAsJsonObject().getAsJsonObject("interval");
  }

  private static double number(JsonElement of, String name) {
    return of.getAsJsonObject().get(name).getAsDouble();
  }

  @Test
  void thirdsByFloorAreaHaveAsManyRowsAndTheirCoverageMakesTheWhole() throws IOException {
    JsonArray thirds = interval().getAsJsonArray("thirds_by_floor_area");
    int all = Sheet.of(SampleFiles.made("prepare", "test.csv")).size();
    assertEquals(3, thirds.size());
    double covered = 0;
    double rows = 0;
    double before = 0;
    for (JsonElement third : thirds) {
      assertEquals(all / 3.0, number(third, "rows"), 1);
      assertTrue(number(third, "least_sq_ft") >= before);
      assertTrue(number(third, "largest_sq_ft") > number(third, "least_sq_ft"));
      before = number(third, "largest_sq_ft");
      rows += number(third, "rows");
      covered += number(third, "rows") * number(third, "coverage");
    }
    assertEquals(all, rows);
    assertEquals(number(interval(), "coverage"), covered / all, 1e-12);
  }

  @Test
  void moreIsCoveredAtEveryHigherLevel() throws IOException {
    JsonArray levels = interval().getAsJsonArray("levels");
    double[] asked = StreamSupport.stream(levels.spliterator(), false)
        .mapToDouble(level -> number(level, "level")).toArray();
    double[] coverage = StreamSupport.stream(levels.spliterator(), false)
        .mapToDouble(level -> number(level, "coverage")).toArray();
    assertTrue(IntStream.range(1, asked.length).allMatch(
        i -> asked[i] > asked[i - 1] && coverage[i] >= coverage[i - 1]));
    assertEquals(number(interval(), "coverage"), coverage[4]);
    IntStream.range(0, asked.length)
        .forEach(i -> assertEquals(asked[i], coverage[i], 0.12, "sample rows"));
  }

  @Test
  void summaryAndReportSayIt() throws IOException {
    PageReader.Table parts = PageReader.read(SampleFiles.made("evaluate", "report.html")).table("rows");
    String coverage = String.format(Locale.ROOT, "%.1f", 100 * number(interval(), "coverage"));
    assertEquals(coverage + "%", parts.column("coverage").getFirst());
    assertEquals(4, parts.lines().size());
    assertTrue(Files.readAllLines(SampleFiles.made("evaluate", "summary.md")).stream()
        .anyMatch(line -> PageReader.numbers(line).stream().limit(2).toList()
            .equals(List.of("90", coverage))));
  }

  @Test
  void theOutOfFoldTableHasEveryTrainingRowOnceWithTheFoldOfItsBuilding() {
    Sheet table = Sheet.of(SampleFiles.made("evaluate", "out-of-fold.csv"));
    Sheet train = Sheet.of(SampleFiles.made("prepare", "train.csv"));
    assertEquals(train.rows().stream().map(row -> row.subList(0, 2)).toList(),
        table.rows().stream().map(row -> row.subList(0, 2)).toList());
    for (int i = 0; i < table.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (table.get(i, "OSEBuildingID").equals(table.get(j, "OSEBuildingID"))) {
          assertEquals(table.get(i, "fold"), table.get(j, "fold"));
        }
      }
      assertTrue(table.number(i, "predicted_tonnes") > 0);
      assertEquals(train.get(i, "tonnes"), table.get(i, "tonnes"));
    }
  }
}
