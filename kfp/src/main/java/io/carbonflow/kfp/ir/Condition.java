// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.kfp.step.ParameterType;

/// A condition on a task's input parameters, in the part of CEL that Kubeflow's SDK writes:
/// comparisons of `inputs.parameter_values['x']` and constants, `!`, `&&`, `||`, parentheses, and
/// `int(…)`, `double(…)`, `string(…)`.
///
/// @param text the condition as it stands in the IR
/// @param expression what it says
public record Condition(String text, Expression expression) {

  /// Reads a condition.
  ///
  /// @throws IllegalArgumentException if it is none, with what is wrong
  public static Condition parse(String text) {
    return new Condition(text, new ConditionParser(text).parse());
  }

  /// Checks that it can be decided.
  ///
  /// @param types the type of each input by its name; throws where there is none
  /// @throws IllegalArgumentException if things are compared that cannot be
  void check(Function<String, ParameterType> types) {
    ParameterType type = expression.type(types);
    if (type != ParameterType.BOOLEAN) {
      throw new IllegalArgumentException("'" + text + "' is a " + type.words()
          + ", no truth value");
    }
  }

  /// Whether it holds.
  ///
  /// @param inputs the values of the task's inputs
  /// @throws IllegalArgumentException if that cannot be said, with why: Kubeflow's driver fails then
  public boolean holds(Map<String, Object> inputs) {
    try {
      return expression.value(inputs) instanceof Boolean holds ? holds : nothing();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + text + "' cannot be decided: " + e.getMessage(), e);
    }
  }

  private static boolean nothing() {
    throw new IllegalArgumentException("it is about something that nobody gives");
  }
}
