// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import module java.base;
import io.carbonflow.model.regressor.Kernel;

/// Landmarks being chosen one after the other, each by chance in proportion to how much of its kernel with itself those
/// before leave unexplained (Chen, Epperly, Tropp and Webber, "Randomly pivoted Cholesky", doi:10.1002/cpa.22234). A row
/// of which next to nothing is left is passed over, and so is one where less than nothing is, which a kernel that is not
/// positive definite may have: the kernels of those chosen are positive definite always.
final class LandmarkChoice {
  /// How much of a kernel, of its mean over the rows, must be left for a row to become a landmark. Features are single
  /// precision, so less would be noise.
  private static final double LEAST = 1e-7;

  private final double[][] values;
  private final Kernel kernel;
  private final int[] candidates;
  private final Random random;
  private final List<KernelBlock> blocks;

  /// What is unexplained of each candidate's kernel with itself.
  private final double[] left;

  private final double least;
  private final List<Integer> chosen = new ArrayList<>();

  /// By landmark, that feature of all candidates.
  private final List<double[]> features = new ArrayList<>();

  LandmarkChoice(double[][] values, Kernel kernel, int[] candidates, Random random) {
    this.values = values;
    this.kernel = kernel;
    this.candidates = candidates;
    this.random = random;
    blocks = KernelBlock.all(kernel, values, candidates);
    left = new double[candidates.length];
    for (int i = 0; i < left.length; i++) {
      double[] row = values[candidates[i]];
      left[i] = Math.max(0, KernelMatrix.bounded(kernel.of(row, row)) - KernelBlock.constant(kernel));
    }
    least = LEAST * Arrays.stream(left).average().orElse(0);
  }

  /// How many are chosen.
  int count() {
    return chosen.size();
  }

  /// Chooses one more; false if next to nothing is left of any row.
  boolean another() {
    for (int pivot = drawn(); pivot >= 0; pivot = drawn()) {
      double[] feature = kernels(values[candidates[pivot]]);
      for (double[] before : features) {
        subtract(feature, before[pivot], before);
      }
      boolean enough = feature[pivot] > least;
      if (enough) {
        explain(feature, Math.sqrt(feature[pivot]));
        chosen.add(pivot);
      }
      left[pivot] = 0;
      if (enough) {
        return true;
      }
    }
    return false;
  }

  Landmarks landmarks() {
    return new Landmarks(
        kernel,
        chosen.stream().map(i -> values[candidates[i]]).toArray(double[][]::new),
        IntStream.range(0, count()).mapToObj(k -> IntStream.rangeClosed(0, k)
            .mapToDouble(j -> features.get(j)[chosen.get(k)]).toArray()).toArray(double[][]::new));
  }

  /// A candidate by chance in proportion to what is left of it; −1 if next to nothing is left of any.
  private int drawn() {
    double sum = 0;
    for (double one : left) {
      sum += one > least ? one : 0;
    }
    double drawn = random.nextDouble() * sum;
    int last = -1;
    for (int i = 0; i < left.length && drawn >= 0; i++) {
      if (left[i] > least) {
        drawn -= left[i];
        last = i;
      }
    }
    return last;
  }

  private double[] kernels(double[] row) {
    double[] result = new double[candidates.length];
    double[] part = new double[KernelBlock.SIZE];
    for (int b = 0; b < blocks.size(); b++) {
      int from = b * KernelBlock.SIZE;
      blocks.get(b).kernels(row, part);
      System.arraycopy(part, 0, result, from, Math.min(KernelBlock.SIZE, result.length - from));
    }
    return result;
  }

  private void explain(double[] feature, double root) {
    for (int i = 0; i < feature.length; i++) {
      feature[i] /= root;
      left[i] = Math.max(0, left[i] - feature[i] * feature[i]);
    }
    features.add(feature);
  }

  private static void subtract(double[] target, double factor, double[] source) {
    for (int i = 0; i < target.length; i++) {
      target[i] -= factor * source[i];
    }
  }
}
