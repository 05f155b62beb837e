// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import org.junit.jupiter.api.Test;

/// Numbers and texts in passing.
class SummariesTest {
  private final NumberSummary numbers = new NumberSummary();
  private final TextSummary texts = new TextSummary();

  @Test
  void fewNumbersAreDescribedExactly() {
    for (double number : new double[] {4, 1, 1, 2, 12}) {
      numbers.add(number);
    }
    assertEquals(new ColumnSummary.Numbers(1, 1, 1, 2, 4, 4 + 0.96 * 8, 12, 4),
        numbers.numbers());
    assertEquals(4, numbers.distinct());
    assertEquals(5, numbers.count());
  }

  @Test
  void ofManyNumbersCountExtremesAndMeanAreExactAndQuantilesNear() {
    int many = 1_000_000;
    IntStream.rangeClosed(0, many).forEach(numbers::add);
    ColumnSummary.Numbers all = numbers.numbers();
    assertEquals(many + 1, numbers.count());
    assertEquals(0, all.min());
    assertEquals(many, all.max());
    assertEquals(many / 2.0, all.mean());
    assertEquals(many / 2.0, all.median(), 50);
    assertEquals(0.99 * many, all.p99(), 50);
    assertEquals(-1, numbers.distinct());
  }

  @Test
  void withoutNumbersThereIsNothingToDescribe() {
    assertThrows(IllegalStateException.class, numbers::numbers);
  }

  @Test
  void theMostFrequentTextsComeFirstAndEqualOnesByName() {
    List.of("b", "a", "c", "b", "a", "d").forEach(texts::add);
    assertEquals(List.of(new ColumnSummary.Top("a", 2), new ColumnSummary.Top("b", 2)),
        texts.top());
    assertEquals(4, texts.distinct());
  }

  @Test
  void tooManyTextsAreCountedButNotToldApart() {
    IntStream.range(0, 20_000).forEach(i -> texts.add("t" + i));
    assertEquals(20_000, texts.count());
    assertEquals(-1, texts.distinct());
  }
}
