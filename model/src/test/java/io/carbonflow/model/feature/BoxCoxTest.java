// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoxCoxTest {
  /// Computed with SciPy's `boxcox1p(tonnes, -0.1)`.
  @ParameterizedTest
  @CsvSource({"0,0", "249.43,4.243859782516069", "2061.48,5.338120696399563",
      "-0.8,-1.7461894308801895"})
  void isTheTransformOfTonnesPlusOne(double tonnes, double transformed) {
    assertEquals(transformed, BoxCox.of(tonnes), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.99, -0.8, -1e-9, 0, 1e-12, 1e-6, 0.5, 1, 47.42, 12_307.16, 1e6, 1e12})
  void inversionGivesBackTheTonnes(double tonnes) {
    double precision = 1e-10 * Math.max(1e-3, Math.abs(tonnes));
    assertEquals(tonnes, BoxCox.inverse(BoxCox.of(tonnes)), precision);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-50, -2, -1e-8, 0, 1, 5, 9, 9.9})
  void transformationGivesBackTheValue(double transformed) {
    assertEquals(transformed, BoxCox.of(BoxCox.inverse(transformed)),
        1e-9 * Math.max(1, Math.abs(transformed)));
  }

  @Test
  void hasAPoleAtTen() {
    assertEquals(Double.POSITIVE_INFINITY, BoxCox.inverse(10));
    assertEquals(Double.POSITIVE_INFINITY, BoxCox.inverse(12));
    assertTrue(BoxCox.inverse(9.999) < Double.POSITIVE_INFINITY);
  }

  @Test
  void endsAtMinusOneTonne() {
    assertEquals(Double.NEGATIVE_INFINITY, BoxCox.of(-1));
    assertEquals(Double.NEGATIVE_INFINITY, BoxCox.of(-5));
    assertEquals(-1, BoxCox.inverse(Double.NEGATIVE_INFINITY));
  }

  @Test
  void holdsPredictionsWithinWhatCanBeInverted() {
    assertEquals(-2, BoxCox.clamp(Double.NEGATIVE_INFINITY, 6));
    assertEquals(6, BoxCox.clamp(11, 6));
    assertEquals(3, BoxCox.clamp(3, 6));
  }

  @Test
  void ofWhatIsNotKnownIsNotKnown() {
    assertTrue(Double.isNaN(BoxCox.of(Double.NaN)));
  }
}
