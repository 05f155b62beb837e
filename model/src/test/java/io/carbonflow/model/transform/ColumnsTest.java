// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Samples;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import org.junit.jupiter.api.Test;

/// Which columns a matrix has, and what they hold of categories.
class ColumnsTest {
  private static final List<ModelRow> ROWS = Samples.clean();
  private static final List<ModelRow> TRAINING = ROWS.stream().filter(ModelRow::inTrain).toList();

  private static Transformer fit(List<ModelRow> rows) {
    return Transformer.fit(FeatureSet.METERED, rows, Place.of("clean.csv"));
  }

  private static double[] column(Matrix matrix, String name) {
    int at = matrix.columns().indexOf(name);
    return Arrays.stream(matrix.values()).mapToDouble(row -> row[at]).toArray();
  }

  private static ModelRow office(Map<String, String> changes) {
    var all = new HashMap<>(changes);
    all.put("in_train", "True");
    return Samples.row(all);
  }

  @Test
  void takesWhatItHasNotSeenAsNoneOfWhatItKnows() {
    Transformer transformer = fit(ROWS);
    ModelRow strange = Samples.row(Map.of("Neighborhood", "ATLANTIS"));
    Matrix matrix = transformer.apply(List.of(strange));
    for (Standardized column : transformer.columns()) {
      if (column.encoding() instanceof Encoding.Level) {
        assertEquals((0 - column.mean()) / column.deviation(),
            column(matrix, column.encoding().name())[0]);
      }
    }
    assertEquals(Map.of("Neighborhood:ATLANTIS", 1L), transformer.seen().unseen(List.of(strange)));
  }

  @Test
  void countsUsesThatNoTrainingRowHad() {
    ModelRow strange = Samples.row(Map.of("ListOfAllPropertyUseTypes", "Moon Base, Office",
        "ThirdLargestPropertyUseType", "Moon Base"));
    assertEquals(Map.of("use:Moon Base", 2L),
        fit(ROWS).seen().unseen(List.of(strange, strange)));
  }

  @Test
  void makesColumnsForFrequentUsesOnly() {
    List<ModelRow> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(office(Map.of("OSEBuildingID", "" + i, "ListOfAllPropertyUseTypes",
          i < 19 ? "Office, Parking, Rare Use" : "Office, Parking",
          "ThirdLargestPropertyUseType", i < 10 ? "Data Center" : i < 19 ? "Bank Branch" : "")));
    }
    Transformer transformer = fit(rows);
    List<String> columns = transformer.apply(rows).columns();
    assertEquals(List.of("Neighborhood:DOWNTOWN", "use:Office", "use:Parking",
        "share:Data Center", "share:Office", "share:Parking", "share of other uses"),
        columns.subList(transformer.known().size(), columns.size()));
  }

  @Test
  void sharesOfUsesAddUpToTheWhole() {
    Transformer transformer = fit(ROWS);
    for (ModelRow row : ROWS.subList(0, 50)) {
      var filled = new Encoding.Filled(row, transformer.fills());
      double sum = transformer.columns().stream().map(Standardized::encoding)
          .filter(e -> e instanceof Encoding.UseShare || e instanceof Encoding.OtherShare)
          .mapToDouble(e -> e.of(filled)).sum();
      assertEquals(1, sum, 1e-12);
    }
  }

  @Test
  void neverHasEnergyOrEmissionsAmongTheColumns() {
    List<String> columns = fit(ROWS).apply(ROWS).columns();
    assertFalse(columns.contains("SiteEnergyUse(kBtu)") || columns.contains("TotalGHGEmissions"));
  }
}
