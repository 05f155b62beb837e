// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.permutation;

import module java.base;

/// Half the sum of the differences of two groups' shares over all levels of a category: the share of
/// one group that would have to change its level for both to be alike, from 0 to 1.
public final class TotalVariation implements Statistic {
  private final int[] levels;
  private final int number;

  /// @param values the level of each unit
  public TotalVariation(List<String> values) {
    List<String> all = new ArrayList<>(new TreeSet<>(values));
    levels = values.stream().mapToInt(all::indexOf).toArray();
    number = all.size();
  }

  @Override
  public double of(boolean[] second) {
    double[] first = new double[number];
    double[] other = new double[number];
    double inSecond = 0;
    for (int unit = 0; unit < levels.length; unit++) {
      if (second[unit]) {
        other[levels[unit]]++;
        inSecond++;
      } else {
        first[levels[unit]]++;
      }
    }
    double sum = 0;
    for (int level = 0; level < number; level++) {
      sum += Math.abs(first[level] / (levels.length - inSecond) - other[level] / inSecond);
    }
    return sum / 2;
  }
}
