// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.kfp.step.ParameterType;

/// A part of a [Condition].
public sealed interface Expression {

  /// Its type.
  ///
  /// @param types the type of each input by its name
  /// @throws IllegalArgumentException if it has none, for its parts do not fit
  ParameterType type(Function<String, ParameterType> types);

  /// Its value: a [String], [Double], [Long] or [Boolean].
  ///
  /// @param inputs the value of each input by its name
  /// @throws IllegalArgumentException if it has none, with what is wrong: a text that is not a number,
  ///     an input that nobody gives
  Object value(Map<String, Object> inputs);

  /// A constant.
  record Known(Object constant) implements Expression {
    @Override
    public ParameterType type(Function<String, ParameterType> types) {
      return switch (constant) {
        case Boolean _ -> ParameterType.BOOLEAN;
        case Number _ -> ParameterType.NUMBER_DOUBLE;
        default -> ParameterType.STRING;
      };
    }

    @Override
    public Object value(Map<String, Object> inputs) {
      return constant;
    }
  }

  /// An input.
  record Input(String name) implements Expression {
    @Override
    public ParameterType type(Function<String, ParameterType> types) {
      ParameterType type = types.apply(name);
      return type == ParameterType.NUMBER_INTEGER ? ParameterType.NUMBER_DOUBLE : type;
    }

    @Override
    public Object value(Map<String, Object> inputs) {
      return inputs.get(name);
    }
  }

  /// A conversion to another type.
  record Cast(ParameterType to, Expression of) implements Expression {
    private static final String WHOLE = "[-+]?[0-9]{1,18}";
    private static final String DECIMAL = "[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?";

    @Override
    public ParameterType type(Function<String, ParameterType> types) {
      of.type(types);
      return to;
    }

    @Override
    public Object value(Map<String, Object> inputs) {
      Object value = of.value(inputs);
      return switch (to) {
        case NUMBER_INTEGER -> value instanceof Number number
            ? number.longValue() : Long.valueOf(number(value, WHOLE));
        case NUMBER_DOUBLE -> value instanceof Number number
            ? number.doubleValue() : Double.valueOf(number(value, DECIMAL));
        default -> ParameterType.format(given(of, value));
      };
    }

    private String number(Object value, String form) {
      if (given(of, value) instanceof String text && text.matches(form)) {
        return text;
      }
      throw new IllegalArgumentException(
          "'" + ParameterType.format(value) + "' is not a " + to.words());
    }
  }

  /// The opposite.
  record Not(Expression of) implements Expression {
    @Override
    public ParameterType type(Function<String, ParameterType> types) {
      return truth(of, types);
    }

    @Override
    public Object value(Map<String, Object> inputs) {
      return !isTrue(of, inputs);
    }
  }

  /// Both, or at least one.
  record Both(boolean all, Expression left, Expression right) implements Expression {
    @Override
    public ParameterType type(Function<String, ParameterType> types) {
      truth(left, types);
      return truth(right, types);
    }

    @Override
    public Object value(Map<String, Object> inputs) {
      boolean first;
      try {
        first = isTrue(left, inputs);
      } catch (IllegalArgumentException e) {
        if (isTrue(right, inputs) != all) {
          return !all; // As in CEL, either side may decide.
        }
        throw e;
      }
      return first == all ? isTrue(right, inputs) : first;
    }
  }

  /// A comparison by `==`, `!=`, `<`, `<=`, `>` or `>=`.
  record Compare(String operator, Expression left, Expression right) implements Expression {
    @Override
    public ParameterType type(Function<String, ParameterType> types) {
      boolean numbers = isNumber(left.type(types)) && isNumber(right.type(types));
      if (!numbers && left.type(types) != right.type(types)) {
        throw new IllegalArgumentException("compares " + left.type(types).words() + " with "
            + right.type(types).words());
      }
      return ParameterType.BOOLEAN;
    }

    private static boolean isNumber(ParameterType type) {
      return type == ParameterType.NUMBER_DOUBLE || type == ParameterType.NUMBER_INTEGER;
    }

    @Override
    public Object value(Map<String, Object> inputs) {
      Object one = left.value(inputs);
      Object other = right.value(inputs);
      if ((one == null || other == null) && (operator.equals("==") || operator.equals("!="))) {
        return operator.equals("==") == (one == other);
      }
      int order = order(given(left, one), given(right, other));
      return switch (operator) {
        case "==" -> order == 0;
        case "!=" -> order != 0;
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }

    private static int order(Object left, Object right) {
      return left instanceof Number one && right instanceof Number other
          ? Double.compare(one.doubleValue(), other.doubleValue())
          : ParameterType.format(left).compareTo(ParameterType.format(right));
    }
  }

  private static boolean isTrue(Expression of, Map<String, Object> inputs) {
    return (Boolean) given(of, of.value(inputs));
  }

  private static Object given(Expression of, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(of instanceof Input(String name)
          ? "nobody gives it " + name : "it is about something that nobody gives");
    }
    return value;
  }

  private static ParameterType truth(Expression of, Function<String, ParameterType> types) {
    if (of.type(types) != ParameterType.BOOLEAN) {
      throw new IllegalArgumentException("takes a " + of.type(types).words()
          + " for a truth value");
    }
    return ParameterType.BOOLEAN;
  }
}
