// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.SyntheticRows;
import org.junit.jupiter.api.Test;

/// What one fit has used the next one uses.
class SharedRowsTest {
  private final SharedRows rows = new SharedRows();

  private float[][] lent(int count, int width) {
    return rows.lend(count, width, lent -> lent);
  }

  @Test
  void theNextFitGetsTheSameRowsAndOneThatNeedsFewerToo() {
    float[][] first = lent(3, 64);
    assertSame(first, lent(3, 64));
    assertSame(first, lent(2, 64));
  }

  @Test
  void aFitThatNeedsMoreOrWiderRowsGetsOthers() {
    float[][] first = lent(3, 64);
    float[][] more = lent(4, 64);
    assertNotSame(first, more);
    assertEquals(4, more.length);
    float[][] wider = lent(4, 128);
    assertNotSame(more, wider);
    assertEquals(128, wider[3].length);
  }

  @Test
  void twoFitsAtATimeHaveRowsOfTheirOwn() {
    rows.lend(2, 64, outer -> rows.lend(2, 64, inner -> {
      assertNotSame(outer, inner);
      return inner;
    }));
  }

  @Test
  void rowsOfAFitThatFailedAreUsedAgain() {
    var seen = new AtomicReference<float[][]>();
    assertThrows(IllegalStateException.class, () -> rows.lend(2, 64, lent -> {
      seen.set(lent);
      throw new IllegalStateException();
    }));
    assertSame(seen.get(), lent(2, 64));
  }

  @Test
  void aFitIsTheSameWhateverFitUsedItsRowsBefore() {
    for (var machine : List.of(new SupportVectorMachine(500, 30), new SupportVectorMachine(10, 30))) {
      var data = SyntheticRows.of(200, 5, 3);
      var rbf = new Hyperparameters(Map.of("kernel", "rbf", "C", 3.0, "epsilon", 0.1, "gamma", 0.2));
      var linear = new Hyperparameters(Map.of("kernel", "linear", "C", 0.5, "epsilon", 0.2));
      int[] most = SyntheticRows.range(0, 190);
      int[] few = SyntheticRows.range(40, 150);
      var alone = machine.prepare(data).fit(rbf, few, 7);
      var fitting = machine.prepare(data);
      fitting.fit(linear, most, 7);
      assertEquals(List.of(alone.predict(data.values()[3]), alone.predict(data.values()[160])),
          List.of(fitting.fit(rbf, few, 7).predict(data.values()[3]), fitting.fit(rbf, few, 7).predict(data.values()[160])));
    }
  }
}
