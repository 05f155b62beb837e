// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.learn.Sampling;
import org.junit.jupiter.api.Test;

class ShardTest {
  private static String refused(int name, List<Integer> all, Sampling search) {
    return assertThrows(Problem.class, () -> Shard.of(name, all, search)).getMessage();
  }

  @Test
  void partsAreDealtOutInTurnAndEachOnce() {
    List<Integer> names = List.of(7, 3, 9);
    assertArrayEquals(new int[] {0, 3, 6}, Shard.of(7, names, Sampling.RANDOM).of(8));
    assertArrayEquals(new int[] {1, 4, 7}, Shard.of(3, names, Sampling.RANDOM).of(8));
    assertArrayEquals(new int[] {2, 5}, Shard.of(9, names, Sampling.RANDOM).of(8));
  }

  @Test
  void whereThereAreMoreShardsThanThingsSomeHaveNothingToDo() {
    assertArrayEquals(new int[] {}, Shard.of(2, List.of(0, 1, 2), Sampling.GRID).of(2));
  }

  @Test
  void aShardThatIsNotOneOfThemIsRefused() {
    assertEquals("--shard: 4 is not one of the shards [0, 1]; give one of them",
        refused(4, List.of(0, 1), Sampling.RANDOM));
  }

  @Test
  void shardsThatAreNotThereOrThereTwiceAreRefused() {
    assertEquals("--shards: there is none; give at least one, such as [0]",
        refused(0, List.of(), Sampling.RANDOM));
    assertEquals("--shards: [0, 1, 0] has one of them twice; name each part once, such as [0,1,2]",
        refused(0, List.of(0, 1, 0), Sampling.RANDOM));
  }

  @Test
  void aSearchByTpeIsNotSplit() {
    assertEquals("--search: tpe learns from each trial before it chooses the next, so it cannot be"
        + " split; use random or grid, or the pipeline training",
        refused(0, List.of(0), Sampling.TPE));
  }
}
