// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureSetTest {
  private static final double ENERGY = 8e6;
  private static final double AREA = 120_000;
  private static final double FACTOR = 2.5e-5;
  private static final double TONNES = ENERGY * FACTOR;

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void leadsFromLabelAndOffsetBackToTonnes(FeatureSet features) {
    double label = features.label(ENERGY, TONNES, AREA);
    assertEquals(TONNES, features.tonnes(label, features.offset(AREA, FACTOR)), 1e-9);
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void leadsFromTonnesAndOffsetBackToTheLabel(FeatureSet features) {
    for (double label : new double[] {-3, 0, 4.2}) {
      assertEquals(label, features.label(features.tonnes(label, -1.5), -1.5), 1e-12);
    }
  }

  @Test
  void whereNoLabelLeadsToTonnesThereIsNone() {
    assertEquals(Double.NaN, FeatureSet.METERED.label(0, 1));
    assertEquals(Double.NaN, FeatureSet.METERED.label(-0.5, 1));
    assertEquals(-1, FeatureSet.UNMETERED.label(0, 1));
    assertEquals(Math.log(0.5), FeatureSet.UNMETERED.label(-0.5, 0));
    assertEquals(Double.NaN, FeatureSet.UNMETERED.label(-1, 1));
    assertEquals(Double.NaN, FeatureSet.UNMETERED.label(Double.NaN, 1));
  }

  @Test
  void learnsEnergyPerAreaWithMeters() {
    assertEquals(Math.log(ENERGY / AREA), FeatureSet.METERED.label(ENERGY, Double.NaN, AREA));
  }

  @Test
  void learnsEmissionsPerAreaWithoutMeters() {
    assertEquals(Math.log((1 + TONNES) / AREA),
        FeatureSet.UNMETERED.label(Double.NaN, TONNES, AREA), 1e-12);
    assertEquals(Math.log(AREA), FeatureSet.UNMETERED.offset(AREA, Double.NaN));
  }

  @Test
  void neverPredictsLessThanMinusOneTonne() {
    assertTrue(FeatureSet.UNMETERED.tonnes(-1000, 0) >= -1);
    assertTrue(FeatureSet.METERED.tonnes(-1000, 0) >= 0);
  }

  @Test
  void isNamedAsInOptions() {
    assertEquals("metered", FeatureSet.METERED.word());
    assertEquals("unmetered", FeatureSet.UNMETERED.word());
  }
}
