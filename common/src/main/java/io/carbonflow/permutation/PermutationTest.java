// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.permutation;

import module java.base;
import io.carbonflow.base.concurrent.Workers;

/// Whether two groups of units can have been drawn alike, asked in several respects at once.
///
/// If they were, it says nothing which unit is in which group. So the units are dealt out again, many
/// times, and a difference is significant that is rarely reached so. That holds for groups of any size,
/// for values that are skewed or tied, and for respects that depend on each other: differences are
/// compared with the largest of all respects in each permutation, each in units of its own spread (the
/// single-step max-T of Westfall and Young, 1993). The probability that any respect is called
/// significant at level α although all are alike is at most α.
///
/// @param first how many units are in the first group, which come first
/// @param second how many are in the second
public record PermutationTest(int first, int second) {
  /// How often the units are dealt out. The p of a difference that is never reached is 1 / 1000.
  public static final int PERMUTATIONS = 999;

  private static final long SEED = 20_190_601;

  /// Rounding: differences this close are the same.
  private static final double SAME = 1e-12;

  /// One respect.
  ///
  /// @param difference how much the groups differ
  /// @param p the probability that any respect differs as much, in units of its spread, where all are
  ///     drawn alike; from 1 / 1000 to 1
  public record Result(double difference, double p) {}

  /// Checks that there is something to deal out.
  ///
  /// @throws IllegalArgumentException if a group has no unit
  public PermutationTest {
    if (first < 1 || second < 1) {
      throw new IllegalArgumentException("groups of " + first + " and " + second + " units");
    }
  }

  /// Tests some respects. The same units give the same results, on any number of threads.
  ///
  /// @return a result for each respect, in their order
  public List<Result> of(List<? extends Statistic> respects, Workers workers)
      throws InterruptedException {
    List<Callable<double[]>> permutations = new ArrayList<>();
    for (int i = 0; i <= PERMUTATIONS; i++) {
      int permutation = i;
      permutations.add(() -> {
        boolean[] isSecond = permute(permutation);
        return respects.stream().mapToDouble(one -> finite(one.of(isSecond))).toArray();
      });
    }
    List<double[]> differences = workers.all(permutations);
    double[][] scaled = IntStream.range(0, respects.size())
        .mapToObj(respect -> scaled(differences.stream().mapToDouble(d -> d[respect]).toArray()))
        .toArray(double[][]::new);
    double[] largest = IntStream.rangeClosed(0, PERMUTATIONS).mapToDouble(permutation ->
        IntStream.range(0, scaled.length).mapToDouble(respect -> scaled[respect][permutation])
            .max().orElse(0)).toArray();
    return IntStream.range(0, respects.size()).mapToObj(respect -> new Result(
        differences.getFirst()[respect],
        IntStream.rangeClosed(0, PERMUTATIONS)
            .filter(permutation -> largest[permutation] >= scaled[respect][0] - SAME)
            .count() / (double) (PERMUTATIONS + 1))).toList();
  }

  /// Who is in the second group; in the permutation of number 0 those who are.
  private boolean[] permute(int number) {
    boolean[] isSecond = new boolean[first + second];
    if (number == 0) {
      for (int i = first; i < isSecond.length; i++) {
        isSecond[i] = true;
      }
      return isSecond;
    }
    Random random = new Random(SEED + number);
    int[] units = IntStream.range(0, isSecond.length).toArray();
    for (int i = 0; i < second; i++) {
      int other = i + random.nextInt(units.length - i);
      int unit = units[other];
      units[other] = units[i];
      isSecond[unit] = true;
    }
    return isSecond;
  }

  /// Where a group has nothing of what is compared, there is no difference to be seen.
  private static double finite(double difference) {
    return Double.isFinite(difference) ? difference : 0;
  }

  private static double[] scaled(double[] differences) {
    double mean = IntStream.range(0, differences.length).mapToDouble(i -> differences[i])
        .average().orElseThrow();
    double variance = IntStream.range(0, differences.length)
        .mapToDouble(i -> (differences[i] - mean) * (differences[i] - mean)).average().orElseThrow();
    double spread = Math.sqrt(variance);
    return IntStream.range(0, differences.length)
        .mapToDouble(i -> spread > SAME ? (differences[i] - mean) / spread : 0).toArray();
  }
}
