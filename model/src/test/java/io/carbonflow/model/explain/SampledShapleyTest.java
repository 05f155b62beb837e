// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.model.regressor.Kernel;
import io.carbonflow.model.regressor.Mean;
import io.carbonflow.model.regressor.SupportVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampledShapleyTest {
  private static final int[] PLAYERS = {0, 1, 2, 3, 0, 1};
  private static final double[][] BACKGROUND = rows(64, 11);
  private static final Shapley GAME = new Shapley(PLAYERS, 4, BACKGROUND);

  private static double[][] rows(int count, long seed) {
    var random = new Random(seed);
    double[][] rows = new double[count][PLAYERS.length];
    for (double[] row : rows) {
      Arrays.setAll(row, _ -> random.nextGaussian());
    }
    return rows;
  }

  private static SupportVectors machine(Kernel kernel) {
    double[] coefficients = new Random(5).doubles(30, -1, 1).toArray();
    return new SupportVectors(kernel, rows(30, 4), coefficients, 0.3);
  }

  static Stream<Kernel> kernels() {
    return Stream.of(Kernel.linear(), Kernel.rbf(0.1),
        new Kernel(Kernel.Kind.POLY, 0.2, 1, 2), new Kernel(Kernel.Kind.SIGMOID, 0.1, 0.2, 1));
  }

  /// What a machine predicts on average over the background while a set of players is known.
  private static double known(SupportVectors machine, double[] row, int set) {
    double sum = 0;
    for (double[] other : BACKGROUND) {
      double[] mixed = new double[row.length];
      Arrays.setAll(mixed, c -> (set >> PLAYERS[c] & 1) == 1 ? row[c] : other[c]);
      sum += machine.predict(mixed);
    }
    return sum / BACKGROUND.length;
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theBaseAndAllAmountsAddUpToThePrediction(Kernel kernel) {
    SupportVectors machine = machine(kernel);
    double[][] rows = rows(20, 2);
    List<Attribution> found = GAME.of(machine, rows);
    for (int i = 0; i < rows.length; i++) {
      assertEquals(known(machine, rows[i], 0), found.get(i).base(), 1e-9);
      assertEquals(machine.predict(rows[i]),
          found.get(i).base() + Arrays.stream(found.get(i).amounts()).sum(), 1e-9);
    }
  }

  /// The error is that of both samples, of orders and of background rows; this compares with the
  /// values for these background rows, so it is rarely reached.
  @ParameterizedTest
  @MethodSource("kernels")
  void theyMissTheShapleyValuesByNoMoreThanTheirErrors(Kernel kernel) {
    SupportVectors machine = machine(kernel);
    double[][] rows = rows(30, 3);
    List<Attribution> found = GAME.of(machine, rows);
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      double[] exact = Coalitions.shapley(4, set -> known(machine, row, set));
      for (int p = 0; p < 4; p++) {
        double miss = Math.abs(exact[p] - found.get(i).amounts()[p]);
        assertTrue(miss <= 3 * found.get(i).errors()[p] + 1e-12,
            miss + " with error " + found.get(i).errors()[p]);
      }
    }
  }

  /// Other samples of as many rows give amounts that scatter as the error says.
  @Test
  void theErrorIsThatOfTheSample() {
    SupportVectors machine = machine(Kernel.rbf(0.1));
    double[][] row = rows(1, 9);
    double[] amounts = new double[200];
    double error = 0;
    for (int turn = 0; turn < amounts.length; turn++) {
      Attribution found =
          new Shapley(PLAYERS, 4, rows(32, 1000 + turn)).of(machine, row).getFirst();
      amounts[turn] = found.amounts()[0];
      error += found.errors()[0] / amounts.length;
    }
    double mean = Arrays.stream(amounts).average().orElseThrow();
    double deviation = Math.sqrt(
        Arrays.stream(amounts).map(a -> (a - mean) * (a - mean)).average().orElseThrow());
    assertEquals(1, error / deviation, 0.15);
  }

  @Test
  void aRowHasTheSameAmountsAloneAndAmongOthers() {
    SupportVectors machine = machine(Kernel.rbf(0.1));
    double[][] rows = rows(700, 6);
    List<Attribution> all = GAME.of(machine, rows);
    for (int i : new int[] {0, 1, 511, 512, 699}) {
      assertArrayEquals(all.get(i).amounts(),
          GAME.of(machine, new double[][] {rows[i]}).getFirst().amounts());
    }
  }

  @Test
  void theErrorOfAMeanIsThatOfIndependentMembers() {
    SupportVectors machine = machine(Kernel.rbf(0.1));
    double[][] row = rows(1, 6);
    double single = GAME.of(machine, row).getFirst().errors()[2];
    assertEquals(single / Math.sqrt(2),
        GAME.of(new Mean(List.of(machine, machine)), row).getFirst().errors()[2], 1e-15);
  }

  @Test
  void aMachineWithoutVectorsIsItsBase() {
    var constant = new SupportVectors(Kernel.linear(), new double[0][], new double[0], 7);
    Attribution found = GAME.of(constant, rows(1, 1)).getFirst();
    assertEquals(7, found.base());
    assertArrayEquals(new double[4], found.amounts());
  }

  @Test
  void withoutBackgroundRowsThereIsNothingToCompareWith() {
    Shapley without = new Shapley(PLAYERS, 4, new double[0][]);
    SupportVectors machine = machine(Kernel.linear());
    assertTrue(!without.suffices(machine) && GAME.suffices(machine));
    assertThrows(IllegalArgumentException.class, () -> without.of(machine, rows(1, 1)));
  }
}
