// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScoresTest {

  @Test
  void followTheirFormulas() {
    // errors 1, 0, −1, −2; squares 6; the mean is 5, squares about it 9 + 1 + 1 + 9 = 20
    Scores scores = Scores.of(new double[] {2, 4, 6, 8}, new double[] {1, 4, 7, 10});
    assertEquals(new Scores(1 - 6 / 20.0, 1.5, Math.sqrt(1.5), 1), scores);
  }

  @Test
  void ofExactPredictionsArePerfect() {
    assertEquals(new Scores(1, 0, 0, 0), Scores.of(new double[] {1, 2}, new double[] {1, 2}));
  }

  @Test
  void giveTheMeanAnR2OfZero() {
    assertEquals(0, Scores.of(new double[] {1, 2, 6}, new double[] {3, 3, 3}).r2());
  }

  @Test
  void giveWorseThanTheMeanANegativeR2() {
    assertEquals(-3, Scores.of(new double[] {-1, 1}, new double[] {1, -1}).r2());
  }

  @Test
  void ofAConstantAreZeroUnlessEveryPredictionIsExact() {
    // the mean of three times 0.1 is not 0.1 in binary
    double[] constant = {0.1, 0.1, 0.1};
    assertEquals(1, Scores.of(constant, constant).r2());
    assertEquals(0, Scores.of(constant, new double[] {0.1, 0.1, 0.2}).r2());
  }

  @Test
  void refuseAnotherNumberOfPredictions() {
    var e = assertThrows(
        IllegalArgumentException.class, () -> Scores.of(new double[3], new double[2]));
    assertEquals("2 predictions for 3 values", e.getMessage());
  }

  @Test
  void refuseNoRowsAtAll() {
    assertThrows(IllegalArgumentException.class, () -> Scores.of(new double[0], new double[0]));
  }
}
