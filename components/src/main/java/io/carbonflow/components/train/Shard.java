// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.learn.Sampling;

/// One of the parts that a search is split into. Parts are dealt out in turn.
///
/// @param place the part's place among the parts, from 0
/// @param count how many parts there are
public record Shard(int place, int count) {
  private static final String OPTION = "--shards";

  /// The part that a name stands for.
  ///
  /// @param name one of the names
  /// @param all the names of all parts
  /// @throws Problem if it is not one of them, or the names are not as [#check] wants them
  static Shard of(int name, List<Integer> all, Sampling search) {
    check(all, search);
    if (!all.contains(name)) {
      throw new Problem(Place.of("--shard"), name + " is not one of the shards " + all,
          "give one of them");
    }
    return new Shard(all.indexOf(name), all.size());
  }

  /// Checks that a search can be split so.
  ///
  /// @param all the names of all parts
  /// @throws Problem if there is none, one is there twice, or the search cannot be split
  public static void check(List<Integer> all, Sampling search) {
    if (all.isEmpty()) {
      throw new Problem(Place.of(OPTION), "there is none", "give at least one, such as [0]");
    }
    if (new HashSet<>(all).size() < all.size()) {
      throw new Problem(Place.of(OPTION), all + " has one of them twice",
          "name each part once, such as [0,1,2]");
    }
    if (search == Sampling.TPE) {
      throw new Problem(Place.of("--search"),
          "tpe learns from each trial before it chooses the next, so it cannot be split",
          "use random or grid, or the pipeline training");
    }
  }

  /// The numbers of the things that are this part's, of so many.
  int[] of(int things) {
    return IntStream.range(0, things).filter(i -> i % count == place).toArray();
  }
}
