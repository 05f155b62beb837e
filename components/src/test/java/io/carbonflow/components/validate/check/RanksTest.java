// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;

class RanksTest {
  private static final double NONE = Double.NaN;

  @Test
  void whatRisesWithTheOtherIsOneWhateverItsScale() {
    double[] x = {1, 2, 30, 4e9};
    assertEquals(1, Ranks.correlation(x, new double[] {-3, 0, 0.1, 7}), 1e-12);
    assertEquals(-1, Ranks.correlation(x, new double[] {3, 2, 1, 0}), 1e-12);
  }

  /// By hand: ranks 0.5, 0.5, 2, 3 and 1, 0, 2, 3.
  @Test
  void equalValuesShareTheirRank() {
    assertEquals(4.5 / Math.sqrt(4.5 * 5),
        Ranks.correlation(new double[] {5, 5, 6, 7}, new double[] {2, 1, 3, 4}), 1e-12);
  }

  @Test
  void pairsOfWhichOneIsNotKnownAreLeftOut() {
    assertEquals(1, Ranks.correlation(
        new double[] {1, NONE, 3, 9, 4}, new double[] {1, 5, 3, NONE, 4}), 1e-12);
  }

  @Test
  void aColumnThatNeverChangesSaysNothing() {
    assertTrue(Double.isNaN(Ranks.correlation(new double[] {1, 1}, new double[] {1, 2})));
  }

  @Test
  void groupsExplainAllNoneOrAPart() {
    double[] values = {1, 2, 11, 12, 21, 22};
    List<String> groups = List.of("a", "a", "b", "b", "c", "c");
    // By hand: of 17.5, 16 lie between the groups' means.
    assertEquals(1 - 1.5 / 17.5 * 5 / 3, Ranks.explained(groups, values), 1e-12);
    assertTrue(Ranks.explained(List.of("a", "b", "a", "b", "a", "b"), values) < 0.2);
  }

  @Test
  void manyGroupsByChanceExplainNothing() {
    Random random = new Random(1);
    double[] values = random.doubles(400).toArray();
    List<String> groups = random.ints(400, 0, 200).mapToObj(String::valueOf).toList();
    assertTrue(Math.abs(Ranks.explained(groups, values)) < 0.25);
  }
}
