// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;

class FoldsTest {
  private final Dataset town = Town.of(101, 3);

  @Test
  void scoreEachRowOnce() {
    int[] scored = Folds.of(town.groups(), 5, 0).list().stream()
        .flatMapToInt(fold -> Arrays.stream(fold.score()))
        .sorted()
        .toArray();
    assertArrayEquals(IntStream.range(0, town.rows()).toArray(), scored);
  }

  @Test
  void fitToAllRowsThatAreNotScored() {
    for (Folds.Fold fold : Folds.of(town.groups(), 5, 0).list()) {
      int[] all = IntStream.concat(Arrays.stream(fold.fit()), Arrays.stream(fold.score()))
          .sorted()
          .toArray();
      assertArrayEquals(IntStream.range(0, town.rows()).toArray(), all);
    }
  }

  @Test
  void shareNoGroupBetweenFitAndScore() {
    for (Folds.Fold fold : Folds.of(town.groups(), 5, 0).list()) {
      Set<String> fitted = groups(town, fold.fit());
      fitted.retainAll(groups(town, fold.score()));
      assertEquals(Set.of(), fitted);
    }
  }

  @Test
  void areOfNearlyEqualSize() {
    // 51 groups of one row, 50 of two
    assertEquals("folds of [31, 30, 30, 30, 30]", Folds.of(town.groups(), 5, 0).toString());
  }

  @Test
  void dependOnTheSeed() {
    assertNotEquals(parts(town, 5, 0), parts(town, 5, 1));
    assertEquals(parts(town, 5, 1), parts(town, 5, 1));
  }

  @Test
  void doNotDependOnTheOrderOfTheRows() {
    int[] backwards = IntStream.range(0, town.rows()).map(i -> town.rows() - 1 - i).toArray();
    assertEquals(parts(town, 5, 0), parts(town.subset(backwards), 5, 0));
  }

  @Test
  void mayBeAsManyAsThereAreGroups() {
    assertEquals(101, Folds.of(town.groups(), 101, 0).count());
  }

  @Test
  void cannotBeMoreThanThereAreGroups() {
    var problem = assertThrows(Problem.class, () -> Folds.of(Town.of(1, 0).groups(), 5, 0));
    assertEquals("folds: 5 cannot be made of 1 groups of rows;"
        + " give fewer folds or rows of more groups", problem.getMessage());
  }

  @Test
  void areAtLeastTwo() {
    var problem = assertThrows(Problem.class, () -> Folds.of(town.groups(), 1, 0));
    assertTrue(problem.getMessage().startsWith("folds: 1 is too few"), problem.getMessage());
  }

  private static List<Set<String>> parts(Dataset rows, int count, long seed) {
    return Folds.of(rows.groups(), count, seed).list().stream()
        .map(fold -> groups(rows, fold.score()))
        .toList();
  }

  private static Set<String> groups(Dataset rows, int[] places) {
    return Arrays.stream(places)
        .mapToObj(rows.groups()::get)
        .collect(Collectors.toSet());
  }
}
