// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import java.util.Objects;

/// How alike two rows are to a support vector machine; the four of libsvm (Chang and Lin, 2011,
/// doi:10.1145/1961189.1961199).
///
/// @param kind which function
/// @param gamma the factor before the inner product or the distance, positive; unused by `LINEAR`
/// @param coef0 what `POLY` and `SIGMOID` add to the product, finite
/// @param degree the power of `POLY`, from 1 to [#MAX_DEGREE]
public record Kernel(Kind kind, double gamma, double coef0, int degree) {

  /// The largest power of a polynomial kernel.
  public static final int MAX_DEGREE = 10;

  /// Which function a kernel is. The order is part of the stored form of a model.
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

  /// Checks the parameters, also those that the kind does not use.
  public Kernel {
    Objects.requireNonNull(kind);
    if (!(gamma > 0 && gamma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gamma " + gamma + " is not positive");
    }
    if (!Double.isFinite(coef0)) {
      throw new IllegalArgumentException("coef0 " + coef0 + " is not finite");
    }
    if (degree < 1 || degree > MAX_DEGREE) {
      throw new IllegalArgumentException("degree " + degree + " is not in 1.." + MAX_DEGREE);
    }
  }

  /// The kernel `⟨a, b⟩`.
  public static Kernel linear() {
    return new Kernel(Kind.LINEAR, 1, 0, 1);
  }

  /// The kernel `exp(−gamma · |a − b|²)`.
  public static Kernel rbf(double gamma) {
    return new Kernel(Kind.RBF, gamma, 0, 1);
  }

  /// The kernel of two rows of equal length.
  public double of(double[] a, double[] b) {
    return kind == Kind.RBF ? of(0, squaredDistance(a, b)) : of(product(a, b), 0);
  }

  /// The kernel of two rows of which the inner product and the squared distance are known; `RBF`
  /// needs only the distance, the others only the product.
  public double of(double product, double squaredDistance) {
    return switch (kind) {
      case LINEAR -> product;
      case RBF -> Math.exp(-gamma * squaredDistance);
      case POLY -> power(gamma * product + coef0);
      case SIGMOID -> Math.tanh(gamma * product + coef0);
    };
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return sum;
  }

  private double power(double base) {
    double result = 1;
    for (int i = 0; i < degree; i++) {
      result *= base;
    }
    return result;
  }
}
