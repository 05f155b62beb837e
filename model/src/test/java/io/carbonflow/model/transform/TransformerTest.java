// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Samples;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransformerTest {
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

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void standardizesEveryColumnOfTheTrainingRows(FeatureSet features) {
    Matrix matrix = Transformer.fit(features, ROWS, Place.of("x")).apply(TRAINING);
    for (String name : matrix.columns()) {
      double[] values = column(matrix, name);
      double mean = Arrays.stream(values).average().orElseThrow();
      double variance =
          Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      assertEquals(0, mean, 1e-9, name);
      assertTrue(Math.abs(variance - 1) < 1e-9 || variance == 0, name);
    }
  }

  @Test
  void learnsFromTrainingRowsOnly() {
    List<ModelRow> others = new ArrayList<>(TRAINING);
    others.add(Samples.row(Map.of("Neighborhood", "ATLANTIS", "YearBuilt", "1801")));
    assertEquals(fit(TRAINING), fit(others));
    assertEquals(fit(TRAINING), fit(ROWS));
  }

  @Test
  void givesARowTheSameNumbersAloneAndAmongOthers() {
    Transformer transformer = fit(ROWS);
    Matrix all = transformer.apply(ROWS);
    for (int i : IntStream.range(0, 20).toArray()) {
      assertArrayEquals(all.values()[i], transformer.apply(List.of(ROWS.get(i))).values()[0]);
    }
  }

  @Test
  void exceptForEmissionFactorsDoesNotDependOnTheTarget() {
    List<ModelRow> others = ROWS.stream().map(row -> new ModelRow(row.key(), row.inTrain(),
        row.tonnes() + 1, row.siteEnergy() * 2, row.area(), row.features(), row.categories(),
        row.uses())).toList();
    assertEquals(fit(ROWS).with(YearFactors.REFERENCE), fit(others).with(YearFactors.REFERENCE));
    assertTrue(Arrays.deepEquals(
        fit(ROWS).apply(ROWS).values(), fit(ROWS).apply(others).values()));
  }

  @Test
  void leavesNoNumberUnknown() {
    Map<String, String> nothing = new HashMap<>();
    for (String column : List.of("PrimaryPropertyType", "Neighborhood", "Latitude", "Longitude",
        "YearBuilt", "NumberofBuildings", "NumberofFloors", "PropertyGFATotal",
        "PropertyGFAParking", "PropertyGFABuilding(s)", "ListOfAllPropertyUseTypes",
        "ENERGYSTARScore")) {
      nothing.put(column, "");
    }
    double[] values = fit(ROWS).apply(List.of(Samples.row(nothing))).values()[0];
    assertTrue(Arrays.stream(values).allMatch(Double::isFinite));
  }

  @Test
  void givesLabelAndOffsetThatLeadBackToTonnes() {
    ModelRow row = office(Map.of());
    Matrix metered = fit(List.of(row)).apply(List.of(row));
    assertEquals(Math.log(8_000_000.0 / 120_000), metered.label()[0], 1e-12);
    assertEquals(218.26,
        FeatureSet.METERED.tonnes(metered.label()[0], metered.offset()[0]), 0.01);
    assertEquals(218.26, metered.tonnes()[0]);
    Matrix unmetered = Transformer.fit(FeatureSet.UNMETERED, List.of(row), Place.of("x"))
        .apply(List.of(row));
    assertEquals(218.26,
        FeatureSet.UNMETERED.tonnes(unmetered.label()[0], unmetered.offset()[0]), 1e-9);
  }

  @Test
  void givesNoLabelWhereThereIsNone() {
    ModelRow row = Samples.row(Map.of("TotalGHGEmissions", ""));
    Transformer transformer = Transformer.fit(FeatureSet.UNMETERED, ROWS, Place.of("x"));
    Matrix matrix = transformer.apply(List.of(row));
    assertTrue(Double.isNaN(matrix.label()[0]) && Double.isNaN(matrix.tonnes()[0]));
    assertTrue(Double.isFinite(matrix.offset()[0]));
  }

  @Test
  void canBeFittedToOneBuilding() {
    Matrix matrix = fit(List.of(office(Map.of()))).apply(List.of(office(Map.of())));
    assertTrue(Arrays.stream(matrix.values()[0]).allMatch(v -> v == 0));
  }

  @Test
  void cannotBeFittedToNoTrainingRow() {
    List<ModelRow> heldOut = List.of(Samples.row(Map.of()));
    var problem = assertThrows(Problem.class, () -> fit(heldOut));
    assertEquals("clean.csv: no training row is left among 1 row; give more buildings or another "
        + "split seed", problem.getMessage());
  }
}
