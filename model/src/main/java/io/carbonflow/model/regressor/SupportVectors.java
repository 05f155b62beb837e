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
  /// How many rows are predicted at a time: they fit into a processor's nearer cache.
  private static final int BLOCK = 128;

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

  /// Block by block, so that sums of many rows grow side by side; each is added up in the same order as alone.
  @Override
  public double[] predict(double[][] rows) {
    double[] predicted = new double[rows.length];
    for (int from = 0; from < rows.length; from += BLOCK) {
      predict(rows, from, Math.min(rows.length, from + BLOCK), predicted);
    }
    return predicted;
  }

  private void predict(double[][] rows, int from, int to, double[] predicted) {
    double[][] columns = new double[width()][to - from];
    for (int c = 0; c < columns.length; c++) {
      for (int i = from; i < to; i++) {
        columns[c][i - from] = rows[i][c];
      }
    }
    double[] kernels = new double[to - from];
    double[] sums = new double[to - from];
    for (int v = 0; v < vectors.length; v++) {
      kernel.of(vectors[v], columns, kernels);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += coefficients[v] * kernels[i];
      }
    }
    for (int i = 0; i < sums.length; i++) {
      predicted[from + i] = sums[i] + intercept;
    }
  }

  @Override
  public int width() {
    return vectors.length == 0 ? 0 : vectors[0].length;
  }
}
