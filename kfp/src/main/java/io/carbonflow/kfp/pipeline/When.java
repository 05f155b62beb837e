// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Value;

/// What decides whether a part of a pipeline runs: a value compared with a constant.
///
/// @param value the value, a parameter of the pipeline or a task's output
/// @param operator how it is compared, as in CEL
/// @param constant what it is compared with
public record When(Value<?> value, String operator, Object constant) {

  /// Where a value is true.
  public static When isTrue(Value<Boolean> value) {
    return new When(value, "==", true);
  }

  /// Where a value is false.
  public static When isFalse(Value<Boolean> value) {
    return new When(value, "==", false);
  }

  /// Where a value is a constant.
  public static <T> When equal(Value<T> value, T constant) {
    return new When(value, "==", constant);
  }

  /// Where a value is not a constant.
  public static <T> When different(Value<T> value, T constant) {
    return new When(value, "!=", constant);
  }

  /// Where a number is a constant or greater.
  public static <T extends Number> When atLeast(Value<T> value, T constant) {
    return new When(value, ">=", constant);
  }

  /// Where a number is a constant or less.
  public static <T extends Number> When atMost(Value<T> value, T constant) {
    return new When(value, "<=", constant);
  }

  /// Where a number is greater than a constant.
  public static <T extends Number> When greater(Value<T> value, T constant) {
    return new When(value, ">", constant);
  }

  /// Where a number is less than a constant.
  public static <T extends Number> When less(Value<T> value, T constant) {
    return new When(value, "<", constant);
  }

  /// The condition in CEL, as Kubeflow's SDK writes it.
  ///
  /// @param input the input that the value arrives at
  /// @param type its type
  String text(String input, ParameterType type) {
    String reference = "inputs.parameter_values['" + input + "']";
    String left = type == ParameterType.NUMBER_INTEGER ? "int(" + reference + ")" : reference;
    String right = type == ParameterType.STRING
        ? "'" + ParameterType.format(constant).replaceAll("(['\\\\])", "\\\\$1") + "'"
        : ParameterType.format(constant);
    return left + " " + operator + " " + right;
  }
}
