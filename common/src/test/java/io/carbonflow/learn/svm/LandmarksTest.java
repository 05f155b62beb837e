// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.SyntheticRows;
import io.carbonflow.model.regressor.Kernel;
import org.junit.jupiter.api.Test;

class LandmarksTest {
  private static final Kernel RBF = Kernel.rbf(0.1);
  private static final Dataset ROWS = SyntheticRows.of(400, 6, 1);
  private static final int[] ALL = SyntheticRows.range(0, 400);

  private static Landmarks landmarks(Kernel kernel, int most) {
    return Landmarks.of(ROWS.values(), kernel, ALL, most, 3);
  }

  @Test
  void theFactorMultipliedByItselfIsTheirKernels() {
    Landmarks chosen = landmarks(RBF, 60);
    assertEquals(60, chosen.count());
    for (int i = 0; i < 60; i++) {
      double[] row = chosen.factor()[i];
      for (int j = 0; j <= i; j++) {
        double[] other = chosen.factor()[j];
        double sum = IntStream.rangeClosed(0, j).mapToDouble(k -> row[k] * other[k]).sum();
        assertEquals(RBF.of(chosen.vectors()[i], chosen.vectors()[j]), sum, 1e-9);
      }
    }
  }

  @Test
  void productsOfFeaturesAreNearlyTheKernelsOfRows() {
    var features = LandmarkFeatures.of(landmarks(RBF, 200), ROWS.values(), ALL, new float[400][200]);
    double largest = 0;
    for (int i = 0; i < 400; i += 7) {
      for (int j = 0; j < 400; j += 11) {
        double sum = 0;
        for (int k = 0; k < 200; k++) {
          sum += (features.rows()[i][k] + features.means()[k]) * (features.rows()[j][k] + features.means()[k]);
        }
        largest = Math.max(largest, Math.abs(RBF.of(ROWS.values()[i], ROWS.values()[j]) - sum));
      }
    }
    assertTrue(largest < 0.02, "" + largest);
  }

  @Test
  void theMeanOfEachFeatureIsTakenAway() {
    var features = LandmarkFeatures.of(landmarks(RBF, 50), ROWS.values(), ALL, new float[400][50]);
    for (int k = 0; k < 50; k++) {
      int feature = k;
      assertEquals(0, Arrays.stream(features.rows()).mapToDouble(row -> row[feature]).average().orElseThrow(), 1e-6);
    }
  }

  @Test
  void aKernelOfFewDimensionsHasFewLandmarks() {
    assertEquals(6, landmarks(Kernel.linear(), 60).count());
  }

  @Test
  void aRowIsNotChosenTwiceUnderTwoNumbers() {
    double[][] twice = Stream.of(ROWS.values(), ROWS.values()).flatMap(Arrays::stream).toArray(double[][]::new);
    Landmarks chosen = Landmarks.of(twice, RBF, SyntheticRows.range(0, 800), 200, 3);
    assertEquals(chosen.count(), new HashSet<>(Arrays.stream(chosen.vectors()).map(Arrays::toString).toList()).size());
  }

  @Test
  void theSeedAloneDecides() {
    assertArrayEquals(landmarks(RBF, 20).vectors(), landmarks(RBF, 20).vectors());
    assertTrue(!Arrays.deepEquals(
        landmarks(RBF, 20).vectors(), Landmarks.of(ROWS.values(), RBF, ALL, 20, 4).vectors()));
  }

  @Test
  void aConstantIsLeftOutOfAKernelThatIsNegativeWithoutIt() {
    Kernel sigmoid = new Kernel(Kernel.Kind.SIGMOID, 0.01, -1, 1);
    assertTrue(Arrays.stream(ROWS.values()).allMatch(row -> sigmoid.of(row, row) < 0));
    assertTrue(landmarks(sigmoid, 60).count() > 6);
  }
}
