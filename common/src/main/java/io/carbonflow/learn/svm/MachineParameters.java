// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.regressor.Kernel;

/// A choice of hyperparameters, read.
///
/// @param kernel the kernel with its parameters
/// @param cost C of a row of weight 1
/// @param epsilon half the width of the tube without loss
/// @param tolerance how much the optimality conditions of the exact machine may be violated
record MachineParameters(Kernel kernel, double cost, double epsilon, double tolerance) {
  private static final Set<String> KNOWN =
      Set.of("kernel", "C", "epsilon", "gamma", "coef0", "degree", "tolerance");
  private static final double TOLERANCE = 1e-3;

  /// Reads a choice.
  ///
  /// @throws IllegalArgumentException if one is missing, unknown or out of range
  static MachineParameters of(Hyperparameters chosen) {
    chosen.requireKnown(KNOWN);
    return new MachineParameters(kernel(chosen), chosen.number("C"), chosen.number("epsilon"),
        chosen.number("tolerance", TOLERANCE));
  }

  /// C of each of some rows.
  double[] costs(Dataset train, int[] rows) {
    return Arrays.stream(rows).mapToDouble(r -> cost * train.weights()[r]).toArray();
  }

  private static Kernel kernel(Hyperparameters chosen) {
    Kernel.Kind kind = switch (chosen.text("kernel")) {
      case "linear" -> Kernel.Kind.LINEAR;
      case "rbf" -> Kernel.Kind.RBF;
      case "poly" -> Kernel.Kind.POLY;
      case "sigmoid" -> Kernel.Kind.SIGMOID;
      case String other -> throw new IllegalArgumentException(
          "kernel " + other + " is not one of linear, rbf, poly, sigmoid");
    };
    return new Kernel(
        kind,
        kind == Kernel.Kind.LINEAR ? 1 : chosen.number("gamma"),
        kind == Kernel.Kind.POLY || kind == Kernel.Kind.SIGMOID ? chosen.number("coef0") : 0,
        kind == Kernel.Kind.POLY ? chosen.integer("degree") : 1);
  }
}
