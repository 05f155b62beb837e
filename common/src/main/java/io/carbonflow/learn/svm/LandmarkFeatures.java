// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import module java.base;
import io.carbonflow.model.regressor.SupportVectors;

/// The features of landmarks, of the rows that a machine is fitted to. Single precision: they are all that grows with
/// the rows, and the solver's speed is that of the memory.
///
/// @param landmarks what they are features of
/// @param means of each feature, taken away: what all rows have in common is the intercept's business, and steps of the
///     solver are short where it is long
/// @param rows the features of each row
record LandmarkFeatures(Landmarks landmarks, double[] means, float[][] rows) {

  /// Computes them.
  ///
  /// @param values all rows
  /// @param fitted which of them are fitted to
  /// @param rows takes the features: at least as many rows, each as wide as there are landmarks
  static LandmarkFeatures of(Landmarks landmarks, double[][] values, int[] fitted, float[][] rows) {
    int count = landmarks.count();
    float[][] features = Arrays.copyOf(rows, fitted.length);
    double[] means = new double[count];
    double[][] part = new double[count][KernelBlock.SIZE];
    var block = new KernelBlock(landmarks.kernel(), values[fitted[0]].length);
    for (int from = 0; from < fitted.length; from += KernelBlock.SIZE) {
      int size = block.take(values, fitted, from);
      solve(landmarks, block, part);
      for (int j = 0; j < count; j++) {
        for (int i = 0; i < size; i++) {
          features[from + i][j] = (float) part[j][i];
          means[j] += part[j][i] / fitted.length;
        }
      }
    }
    for (float[] row : features) {
      for (int j = 0; j < count; j++) {
        row[j] -= (float) means[j];
      }
    }
    return new LandmarkFeatures(landmarks, means, features);
  }

  /// Solves `L φ = k` for all rows of a block.
  private static void solve(Landmarks landmarks, KernelBlock block, double[][] result) {
    for (int j = 0; j < result.length; j++) {
      double[] feature = result[j];
      double[] factors = landmarks.factor()[j];
      block.kernels(landmarks.vectors()[j], feature);
      KernelBlock.subtract(feature, factors, result, j);
      for (int r = 0; r < feature.length; r++) {
        feature[r] /= factors[j];
      }
    }
  }

  /// The machine that predicts `⟨weights, φ(row) − means⟩ + intercept`: `⟨weights, L⁻¹ k⟩` is `⟨L⁻ᵀ weights, k⟩`.
  SupportVectors machine(double[] weights, double intercept) {
    double[] coefficients = weights.clone();
    double[][] factor = landmarks.factor();
    double constant = intercept;
    for (int j = coefficients.length - 1; j >= 0; j--) {
      constant -= weights[j] * means[j];
      coefficients[j] /= factor[j][j];
      for (int i = 0; i < j; i++) {
        coefficients[i] -= factor[j][i] * coefficients[j];
      }
    }
    constant -= KernelBlock.constant(landmarks.kernel()) * Arrays.stream(coefficients).sum();
    int[] carrying = IntStream.range(0, coefficients.length).filter(j -> coefficients[j] != 0).toArray();
    return new SupportVectors(
        landmarks.kernel(),
        Arrays.stream(carrying).mapToObj(j -> landmarks.vectors()[j]).toArray(double[][]::new),
        Arrays.stream(carrying).mapToDouble(j -> coefficients[j]).toArray(),
        constant);
  }
}
