// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import module java.base;
import io.carbonflow.model.regressor.Kernel;

/// Landmarks being chosen one after the other, each by chance in proportion to how much of its kernel with itself those
/// before leave unexplained (Chen, Epperly, Tropp and Webber, "Randomly pivoted Cholesky", doi:10.1002/cpa.22234). A row
/// of which next to nothing is left is passed over. Where a kernel is not positive definite, less than nothing is left of
/// some rows. Then what is left of others is as little worth: no row becomes a landmark of which less is left than the mean
/// of what others are below zero. So the kernels of those chosen with each other are positive definite always.
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

  /// How much must be left of a row.
  private double least;

  /// Places among the candidates.
  private final int[] chosen;

  /// By landmark, that feature of all candidates.
  private final double[][] features;

  private int count;

  LandmarkChoice(double[][] values, Kernel kernel, int[] candidates, int most, Random random) {
    this.values = values;
    this.kernel = kernel;
    this.candidates = candidates;
    this.random = random;
    blocks = KernelBlock.all(kernel, values, candidates);
    chosen = new int[most];
    features = new double[most][];
    left = new double[candidates.length];
    for (int i = 0; i < left.length; i++) {
      double[] row = values[candidates[i]];
      left[i] = KernelMatrix.bounded(kernel.of(row, row)) - KernelBlock.constant(kernel);
    }
    least = Math.max(least, LEAST * Arrays.stream(left).average().orElse(0));
  }

  /// Chooses one more, if there is room and more than next to nothing left of any row.
  boolean another() {
    int before = count;
    for (int pivot = drawn(); count == before && pivot >= 0 && count < chosen.length; pivot = drawn()) {
      take(pivot);
    }
    return count > before;
  }

  Landmarks landmarks() {
    return new Landmarks(
        kernel,
        Arrays.stream(chosen, 0, count).mapToObj(i -> values[candidates[i]]).toArray(double[][]::new),
        IntStream.range(0, count).mapToObj(k -> at(chosen[k], k + 1)).toArray(double[][]::new));
  }

  private void take(int pivot) {
    double[] feature = kernels(values[candidates[pivot]]);
    KernelBlock.subtract(feature, at(pivot, count), features, count);
    if (feature[pivot] > least) {
      explain(feature, Math.sqrt(feature[pivot]));
      chosen[count] = pivot;
      features[count++] = feature;
    }
    left[pivot] = 0;
  }

  /// The first features of a candidate.
  private double[] at(int candidate, int number) {
    return Arrays.stream(features, 0, number).mapToDouble(feature -> feature[candidate]).toArray();
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
    double below = 0;
    for (int i = 0; i < feature.length; i++) {
      feature[i] /= root;
      left[i] -= feature[i] * feature[i];
      below += Math.max(0, -left[i]);
    }
    least = Math.max(least, below / feature.length);
  }
}
