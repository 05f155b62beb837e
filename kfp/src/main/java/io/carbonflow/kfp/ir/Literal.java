// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.kfp.step.ParameterType;

/// Values that are written into a pipeline: strings, booleans, [Long], [Double], and lists and maps
/// of these, so that a value is the same one after it was written and read.
final class Literal {
  /// Kubeflow keeps every number as a double; beyond this whole numbers lose digits.
  private static final long GREATEST_EXACT = 1L << 53;

  private Literal() {}

  /// A value that was read, in its one form.
  ///
  /// @throws io.carbonflow.base.fault.Problem if no pipeline can hold it
  static Object of(StrictJson read) {
    return read.made(() -> of(read.value()));
  }

  /// A value in its one form.
  ///
  /// @throws IllegalArgumentException if no pipeline can hold it
  static Object of(Object value) {
    return switch (value) {
      case String _, Boolean _, Long _, Double _ -> value;
      case Integer whole -> whole.longValue();
      case List<?> list -> list.stream().map(Literal::of).toList();
      case Map<?, ?> map -> {
        Map<String, Object> struct = new TreeMap<>();
        map.forEach((key, element) -> struct.put((String) key, of(element)));
        yield struct;
      }
      case null -> throw new IllegalArgumentException("no value is null");
      default -> throw new IllegalArgumentException(
          "'" + value + "' is neither text, number, truth value, list nor mapping");
    };
  }

  /// A value in the one form it has as a parameter of a type; another type's is left as it is.
  static Object of(ParameterType type, Object value) {
    return switch (of(value)) {
      case Double number when type == ParameterType.NUMBER_INTEGER && isWhole(number) ->
          number.longValue();
      case Long whole when type == ParameterType.NUMBER_DOUBLE -> whole.doubleValue();
      case Object other -> other;
    };
  }

  /// Whether a parameter of a type can have a value without losing any of it.
  static boolean fits(ParameterType type, Object value) {
    return switch (type) {
      case STRING -> value instanceof String;
      case BOOLEAN -> value instanceof Boolean;
      case LIST -> value instanceof List<?>;
      case STRUCT, TASK_FINAL_STATUS -> value instanceof Map<?, ?>;
      case NUMBER_DOUBLE -> value instanceof Long
          || value instanceof Double number && Double.isFinite(number);
      case NUMBER_INTEGER -> switch (value) {
        case Long whole -> Math.abs(whole) <= GREATEST_EXACT;
        case Double number -> isWhole(number);
        default -> false;
      };
    };
  }

  /// Whether a parameter of one type can have the value of another: Kubeflow hands a whole number to
  /// whoever takes a number.
  static boolean fits(ParameterType takes, ParameterType given) {
    return takes == given
        || takes == ParameterType.NUMBER_DOUBLE && given == ParameterType.NUMBER_INTEGER
        || takes == ParameterType.STRUCT && given == ParameterType.TASK_FINAL_STATUS;
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) <= GREATEST_EXACT;
  }
}
