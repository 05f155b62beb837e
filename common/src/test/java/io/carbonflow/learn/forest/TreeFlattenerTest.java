// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.SyntheticRows;
import io.carbonflow.model.regressor.Trees;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import smile.data.Tuple;
import smile.math.MathEx;

@DisplayName("Plain trees predict what the grown trees predict")
class TreeFlattenerTest {
  private static final Dataset ROWS = SyntheticRows.of(400, 5, 4);

  private static ExactSplitTree grow(Dataset rows, long seed) {
    MathEx.setSeed(seed);
    int[] samples = new int[rows.rows()];
    for (int i = 0; i < samples.length; i++) {
      samples[MathEx.randomInt(samples.length)]++;
    }
    return new ExactSplitTree(Columns.of(rows), rows.labels(), 30, Integer.MAX_VALUE, 1, 3, samples);
  }

  @Test
  void forRowsEverywhere() {
    ExactSplitTree tree = grow(ROWS, 1);
    Trees plain = TreeFlattener.mean(List.of(tree));
    for (double[] row : SyntheticRows.of(2000, 5, 9).values()) {
      assertEquals(tree.predict(Tuple.of(tree.schema(), row)), plain.predict(row));
    }
  }

  @Test
  void forRowsAtEachThresholdAndTheNumbersNextToIt() {
    ExactSplitTree tree = grow(ROWS, 2);
    Trees plain = TreeFlattener.mean(List.of(tree));
    double[] row = new double[5];
    int splits = 0;
    for (int node = 0; node < plain.feature().length; node++) {
      if (plain.feature()[node] >= 0) {
        double threshold = plain.threshold()[node];
        for (double x : new double[] {
            Math.nextDown(Math.nextDown(threshold)), Math.nextDown(threshold), threshold}) {
          row[plain.feature()[node]] = x;
          assertEquals(tree.predict(Tuple.of(tree.schema(), row)), plain.predict(row));
        }
        splits++;
      }
    }
    assertTrue(splits > 100);
  }
}
