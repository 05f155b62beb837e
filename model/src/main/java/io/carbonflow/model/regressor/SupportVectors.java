// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

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
    double sum = 0;
    for (int i = 0; i < vectors.length; i++) {
      sum += coefficients[i] * kernel.of(vectors[i], row);
    }
    return sum + intercept;
  }

  @Override
  public int width() {
    return vectors.length == 0 ? 0 : vectors[0].length;
  }
}
