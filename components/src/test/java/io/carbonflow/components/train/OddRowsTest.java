// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.model.building.Feature;
import org.junit.jupiter.api.Test;

class OddRowsTest {
  private static final String KIND = Feature.REFERENCE_INTENSITY.column();

  /// A building with its reference intensity and a label a year.
  private record Row(String building, double kind, double label) {}

  @Test
  void aRowLikeItsKindCountsInFull() {
    assertArrayEquals(new double[] {1, 1, 1}, weights("unmetered",
        new Row("A", 4, 1), new Row("B", 4, 2), new Row("C", 4, 3)));
  }

  @Test
  void aRowFarFromTheMedianOfItsKindCountsForLess() {
    double[] weights = weights("unmetered",
        new Row("A", 4, 1), new Row("B", 4, 1), new Row("C", 4, 1 + 1.2 + 2));
    assertArrayEquals(new double[] {1, 1, 1 / (1 + 1.5 * 2)}, weights, 1e-12);
  }

  @Test
  void anotherKindHasAMedianOfItsOwn() {
    assertArrayEquals(new double[] {1, 1, 1, 1}, weights("unmetered",
        new Row("A", 4, 1), new Row("B", 4, 1), new Row("C", 6, 9), new Row("D", 6, 9)));
  }

  @Test
  void bothYearsOfABuildingThatChangedCountForLess() {
    double[] weights = weights("unmetered", new Row("A", 4, 1), new Row("A", 4, 1 + .5 + .25));
    assertArrayEquals(new double[] {.8, .8}, weights, 1e-12);
  }

  @Test
  void ofManyYearsTheOddOneCountsForLess() {
    double[] weights = weights("unmetered", new Row("A", 4, 1), new Row("A", 4, 1), new Row("A", 4, 2));
    assertArrayEquals(new double[] {1, 1, 1 / 2.5}, weights, 1e-12);
  }

  @Test
  void withMetersAllRowsCountTheSame() {
    assertArrayEquals(new double[] {1, 1, 1}, weights("metered",
        new Row("A", 4, 1), new Row("B", 4, 1), new Row("C", 4, 9)));
  }

  @Test
  void rowsOfAnEarlierTransformerWithoutTheReferenceCountTheSame() {
    Dataset rows = rows("unmetered", new Row("A", 4, 1), new Row("B", 4, 1), new Row("C", 4, 9));
    Dataset without = new Dataset(rows.name(), List.of("other"), rows.values(), rows.labels(), rows.weights(),
        rows.groups(), rows.rowNames(), rows.target());
    assertArrayEquals(Dataset.equalWeights(3), OddRows.weights(without));
  }

  @Test
  void treesAreReweightedAndTheSvmIsNot() {
    assertEquals(List.of("SupportVectorMachine", "Reweighted", "Reweighted"),
        Arrays.stream(EstimatorName.values()).map(one -> one.estimator().getClass().getSimpleName()).toList());
  }

  private static double[] weights(String features, Row... rows) {
    return OddRows.weights(rows(features, rows));
  }

  private static Dataset rows(String features, Row... rows) {
    double[] labels = Stream.of(rows).mapToDouble(Row::label).toArray();
    return new Dataset(features, List.of(KIND),
        Stream.of(rows).map(row -> new double[] {row.kind()}).toArray(double[][]::new), labels,
        Dataset.equalWeights(rows.length), Stream.of(rows).map(Row::building).toList(),
        Stream.of(rows).map(Row::building).toList(), new Dataset.Target(labels, labels, null));
  }
}
