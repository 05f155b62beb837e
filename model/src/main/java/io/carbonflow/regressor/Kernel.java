package io.carbonflow.regressor;

/// How alike two rows are to a support vector machine; the four of libsvm.
///
/// @param kind which function
/// @param gamma the factor before the inner product or the distance, positive; unused by `LINEAR`
/// @param coef0 what `POLY` and `SIGMOID` add to the product
/// @param degree the power of `POLY`
public record Kernel(Kind kind, double gamma, double coef0, int degree) {

  /// Which function a kernel is.
  public enum Kind {
    /// `⟨a, b⟩`
    LINEAR,
    /// `exp(−gamma · |a − b|²)`
    RBF,
    /// `(gamma · ⟨a, b⟩ + coef0)^degree`
    POLY,
    /// `tanh(gamma · ⟨a, b⟩ + coef0)`
    SIGMOID
  }

  /// The kernel of two rows.
  public double of(double[] a, double[] b) {
    double product = 0;
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      double difference = a[i] - b[i];
      squares += difference * difference;
    }
    return of(product, squares);
  }

  /// The kernel of two rows of which the inner product and the squared distance are known.
  public double of(double product, double squaredDistance) {
    return switch (kind) {
      case LINEAR -> product;
      case RBF -> Math.exp(-gamma * squaredDistance);
      case POLY -> power(gamma * product + coef0);
      case SIGMOID -> Math.tanh(gamma * product + coef0);
    };
  }

  private double power(double base) {
    double result = 1;
    for (int i = 0; i < degree; i++) {
      result *= base;
    }
    return result;
  }
}
