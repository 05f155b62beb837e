// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Samples;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.transform.Outside;
import io.carbonflow.model.transform.Transformer;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
  private static final Transformer TRANSFORMER =
      Transformer.fit(FeatureSet.METERED, Samples.clean(), Place.of("clean.csv"));
  private static final Matrix TRAIN =
      TRANSFORMER.apply(Samples.clean().stream().filter(ModelRow::inTrain).toList());
  private static final TrainingRows ROWS = TrainingRows.of(TRAIN);

  private static Optional<Outside> outside(Map<String, String> changes) {
    return outside(ROWS, TRANSFORMER.apply(List.of(Samples.row(changes))).values()[0]);
  }

  private static Optional<Outside> outside(TrainingRows training, double[] row) {
    return training.outside(row, TRANSFORMER, new LikeRows(training));
  }

  @Test
  void noTrainingRowIsFarFromItself() {
    assertTrue(Arrays.stream(TRAIN.values())
        .allMatch(row -> outside(ROWS, row).isEmpty()));
  }

  /// Each of these uses is usual, all of them in one building are not.
  @Test
  void aCombinationThatNoBuildingHasIsReportedWithTheFeatureThatDiffersMost() {
    String uses = TRANSFORMER.seen().uses().stream().filter(use -> !use.contains(","))
        .limit(8).collect(Collectors.joining(", "));
    assertEquals("no training building is like it; the nearest differs most in its uses",
        outside(Map.of("ListOfAllPropertyUseTypes", uses)).orElseThrow().text());
    assertEquals(Optional.empty(), outside(Map.of("SecondLargestPropertyUseTypeGFA", "0")));
  }

  @Test
  void oneInAHundredIsFarFromAllOtherBuildings() {
    long far = IntStream.range(0, TRAIN.rows()).filter(i -> {
      double nearest = IntStream.range(0, TRAIN.rows())
          .filter(j -> !TRAIN.keys().get(j).building().equals(TRAIN.keys().get(i).building()))
          .mapToDouble(j -> distance(TRAIN.values()[i], TRAIN.values()[j])).min().orElseThrow();
      return nearest > ROWS.far() + 1e-9;
    }).count();
    assertTrue(far > 0 && far <= TRAIN.rows() / 100, far + " rows");
  }

  private static double distance(double[] a, double[] b) {
    return Math.sqrt(IntStream.range(0, a.length)
        .mapToDouble(c -> (a[c] - b[c]) * (a[c] - b[c])).sum());
  }

  /// The nearest decides, wherever among the others it stands, and to the last bit.
  @Test
  void aRowAtTheLimitIsLikeOneAndBeyondItLikeNone() {
    double[] row = TRANSFORMER.apply(List.of(Samples.row(Map.of("SecondLargestPropertyUseTypeGFA", "0")))).values()[0];
    double nearest = Arrays.stream(ROWS.rows()).mapToDouble(one -> Matrix.distance(row, one)).min().orElseThrow();
    assertTrue(nearest > 0);
    assertTrue(outside(new TrainingRows(ROWS.rows(), nearest), row).isEmpty());
    assertTrue(outside(new TrainingRows(ROWS.rows(), Math.nextDown(nearest)), row).isPresent());
  }

  @Test
  void theSampleIsSpreadOverTheLabels() {
    double[][] sample = ROWS.sample();
    assertEquals(32, sample.length);
    List<double[]> rows = Arrays.asList(ROWS.rows());
    int[] positions = Arrays.stream(sample).mapToInt(rows::indexOf).toArray();
    for (int i = 1; i < positions.length; i++) {
      assertEquals(ROWS.rows().length / 32.0, positions[i] - positions[i - 1], 1);
    }
  }

  @Test
  void ofFewRowsAllAreTheSample() {
    assertEquals(5, TrainingRows.of(TRAIN.subset(new int[] {0, 1, 2, 3, 4})).sample().length);
  }

  @Test
  void anOlderBundleHasNoneAndTellsNothing() {
    assertEquals(0, TrainingRows.NONE.sample().length);
    assertTrue(outside(TrainingRows.NONE, TRAIN.values()[0]).isEmpty());
  }
}
