// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import java.util.Arrays;
import java.util.Objects;

/// A fitted support vector regression: `Σ coefficientᵢ · kernel(vectorᵢ, row) + intercept`.
///
/// @param kernel the kernel with its parameters
/// @param vectors the support vectors, prepared rows of one length; none for a constant model
/// @param coefficients one a vector, none zero; of an exact machine within ±C
/// @param intercept what is added to the sum
public record SupportVectors(
    Kernel kernel, double[][] vectors, double[] coefficients, double intercept)
    implements Regressor {
  /// How many vectors are taken at a time: their columns fit into a processor's nearer caches.
  private static final int BLOCK = 1024;

  /// Checks that the parts match and that every number is finite.
  public SupportVectors {
    Objects.requireNonNull(kernel);
    if (vectors.length != coefficients.length) {
      throw new IllegalArgumentException(
          vectors.length + " support vectors with " + coefficients.length + " coefficients");
    }
    for (int i = 0; i < vectors.length; i++) {
      if (vectors[i].length != vectors[0].length) {
        throw new IllegalArgumentException("support vector " + i + " has " + vectors[i].length
            + " values, the first has " + vectors[0].length);
      }
      Numbers.requireFinite("support vector " + i, vectors[i]);
    }
    Numbers.requireFinite("coefficients", coefficients);
    Numbers.requireFinite("intercept", intercept);
  }

  @Override
  public double predict(double[] row) {
    return predict(new double[][] {row})[0];
  }

  /// Block by block of vectors; what a row comes to depends on no other row.
  @Override
  public double[] predict(double[][] rows) {
    double[] predicted = new double[rows.length];
    for (int from = 0; from < vectors.length; from += BLOCK) {
      VectorBlock block = new VectorBlock(this, from, Math.min(vectors.length, from + BLOCK));
      for (int i = 0; i < rows.length; i++) {
        predicted[i] += block.sum(rows[i]);
      }
    }
    Arrays.setAll(predicted, i -> predicted[i] + intercept);
    return predicted;
  }

  @Override
  public int width() {
    return vectors.length == 0 ? 0 : vectors[0].length;
  }
}
