package io.carbonflow.regressor;

/// A fitted support vector regression: `Σ coefficientᵢ · kernel(vectorᵢ, row) + intercept`.
///
/// @param kernel the kernel with its parameters
/// @param vectors the support vectors, prepared rows
/// @param coefficients one a vector, within ±C, none zero
/// @param intercept what is added to the sum
public record SupportVectors(
    Kernel kernel, double[][] vectors, double[] coefficients, double intercept)
    implements Regressor {

  @Override
  public double predict(double[] row) {
    double sum = 0;
    for (int i = 0; i < vectors.length; i++) {
      sum += coefficients[i] * kernel.of(vectors[i], row);
    }
    return sum + intercept;
  }
}
