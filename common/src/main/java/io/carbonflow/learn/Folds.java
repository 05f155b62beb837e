// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// Rows in parts for cross-validation. All rows of a group are in one part: a model that has seen
/// another row of the group may have seen most of the answer.
///
/// Groups with more rows are dealt first, those with as many in an order that the seed decides,
/// each to the fold that has the fewest rows. The folds differ by no more rows than one group
/// has, have equally many groups of each number of rows, and do not depend on the rows' order.
///
/// @param list at least two folds; each row is scored in exactly one of them
public record Folds(List<Fold> list) {

  /// One fit of a cross-validation: positions of rows, ascending.
  ///
  /// @param fit the rows that the model is fitted to
  /// @param score the other rows, which it is scored on
  public record Fold(int[] fit, int[] score) {}

  /// Copies the list.
  public Folds {
    list = List.copyOf(list);
  }

  /// Deals rows.
  ///
  /// @param groups the group of each row
  /// @param count how many folds, at least 2
  /// @param seed decides which groups come together
  /// @throws Problem if there are fewer than 2 folds, or fewer groups than folds
  public static Folds of(List<String> groups, int count, long seed) {
    if (count < 2) {
      throw new Problem(
          Place.of("folds"), count + " is too few for a cross-validation", "give 2 or more");
    }
    Map<String, Integer> sizes = new HashMap<>();
    groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
    if (sizes.size() < count) {
      throw new Problem(
          Place.of("folds"), count + " cannot be made of " + sizes.size() + " groups of rows",
          "give fewer folds or rows of more groups");
    }
    Map<String, Integer> foldOf = deal(sizes, count, new Seed(seed).with("folds"));
    int[] fold = groups.stream().mapToInt(foldOf::get).toArray();
    return new Folds(
        IntStream.range(0, count)
            .mapToObj(f -> new Fold(where(fold, f, false), where(fold, f, true)))
            .toList());
  }

  /// How many folds there are.
  public int count() {
    return list.size();
  }

  private static Map<String, Integer> deal(Map<String, Integer> sizes, int count, Seed seed) {
    Comparator<String> largerFirst = Comparator.comparingInt(group -> -sizes.get(group));
    List<String> groups = sizes.keySet().stream()
        .sorted(largerFirst
            .thenComparingLong(group -> seed.with(group).value())
            .thenComparing(Comparator.naturalOrder()))
        .toList();
    int[] rows = new int[count];
    Map<String, Integer> foldOf = new HashMap<>();
    for (String group : groups) {
      int fewest = 0;
      for (int f = 1; f < count; f++) {
        fewest = rows[f] < rows[fewest] ? f : fewest;
      }
      rows[fewest] += sizes.get(group);
      foldOf.put(group, fewest);
    }
    return foldOf;
  }

  private static int[] where(int[] fold, int wanted, boolean same) {
    return IntStream.range(0, fold.length).filter(i -> fold[i] == wanted == same).toArray();
  }

  @Override
  public String toString() {
    return "folds of " + Arrays.toString(list.stream().mapToInt(f -> f.score().length).toArray());
  }
}
