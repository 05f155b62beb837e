// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import com.google.gson.JsonParseException;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.ServerJson;

/// The types a parameter can have, named as Kubeflow's IR names them, with their text form: a string
/// as it is, `true` or `false`, a number, a list or struct as JSON.
public enum ParameterType {
  /// A [String], a [Text], an `enum` written in lower case, or an [OptionalLong] that is empty or a
  /// number.
  STRING("text"),
  /// An [Integer] or a [Long].
  NUMBER_INTEGER("whole number"),
  /// A [Double].
  NUMBER_DOUBLE("number"),
  /// A [Boolean].
  BOOLEAN("true or false"),
  /// A [List].
  LIST("JSON list"),
  /// A [Map].
  STRUCT("JSON object"),
  /// A [FinalStatus].
  TASK_FINAL_STATUS("JSON object that says how a task ended");

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,30}(\\.0*)?");
  /// A whole number that its own text is made of again.
  private static final Pattern ITEM = Pattern.compile("0|-?[1-9][0-9]{0,17}");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private final String words;

  ParameterType(String words) {
    this.words = words;
  }

  /// What a value of the type looks like, for messages.
  public String words() {
    return words;
  }

  /// The type that holds values of a Java class.
  ///
  /// @throws IllegalArgumentException for a class no parameter can have
  public static ParameterType of(Class<?> java) {
    if (java == String.class || java.isEnum() || java == OptionalLong.class
        || Text.class.isAssignableFrom(java)) {
      return STRING;
    } else if (java == Integer.class || java == Long.class) {
      return NUMBER_INTEGER;
    } else if (java == Double.class) {
      return NUMBER_DOUBLE;
    } else if (java == Boolean.class) {
      return BOOLEAN;
    } else if (java == List.class) {
      return LIST;
    } else if (java == Map.class) {
      return STRUCT;
    } else if (java == FinalStatus.class) {
      return TASK_FINAL_STATUS;
    }
    throw new IllegalArgumentException("no parameter can be a " + java.getName());
  }

  /// The value that a text stands for.
  ///
  /// @param java the class of the value
  /// @throws IllegalArgumentException if the text is none, with what is wrong as its message
  public static Object parse(Class<?> java, String text) {
    try {
      return switch (of(java)) {
        case STRING -> java.isEnum() ? constant(java, text)
            : java == OptionalLong.class ? optional(text)
            : java == String.class ? text : Records.construct(java, text);
        case NUMBER_INTEGER -> java == Integer.class
            ? (Object) Math.toIntExact(whole(text)) : (Object) whole(text);
        case NUMBER_DOUBLE -> finite(text);
        case BOOLEAN -> truth(text);
        case LIST -> Json.plain(Json.parse(text).getAsJsonArray());
        case STRUCT -> Json.plain(Json.parse(text).getAsJsonObject());
        case TASK_FINAL_STATUS -> FinalStatus.of(new ServerJson(Json.parse(text).getAsJsonObject()));
      };
    } catch (NumberFormatException | ArithmeticException | JsonParseException
        | IllegalStateException e) {
      throw new IllegalArgumentException(
          "'" + Printable.shortened(text) + "' is not a " + of(java).words
              + (of(java) == LIST ? ", such as [\"a\", \"b\"]" : ""), e);
    }
  }

  /// The value that a text of this type stands for: a [String], [Long], [Double], [Boolean], [List]
  /// or [Map].
  ///
  /// @throws IllegalArgumentException if the text is none, with what is wrong as its message
  public Object read(String text) {
    return parse(switch (this) {
      case STRING -> String.class;
      case NUMBER_INTEGER -> Long.class;
      case NUMBER_DOUBLE -> Double.class;
      case BOOLEAN -> Boolean.class;
      case LIST -> List.class;
      case STRUCT, TASK_FINAL_STATUS -> Map.class;
    }, text);
  }

  /// The text form of a list that a person has written: as JSON, or its items divided by commas, whole numbers as
  /// such and all else as texts. An item that holds a comma needs JSON; so does a list whose first item begins with a
  /// bracket.
  ///
  /// @param text what was written; blank for a list of nothing
  /// @return the list as JSON, or the text as it is where it begins as JSON does
  public static String list(String text) {
    String written = text.strip();
    return written.startsWith("[") || written.startsWith("{") ? text
        : written.isEmpty() ? "[]"
        : format(Arrays.stream(written.split(",", -1)).map(String::strip)
            .map(item -> ITEM.matcher(item).matches() ? (Object) Long.valueOf(item) : item).toList());
  }

  /// The text form of a value.
  public static String format(Object value) {
    return switch (value) {
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
      case Text words -> words.text();
      case FinalStatus status -> status.json();
      case OptionalLong number -> number.isPresent() ? Long.toString(number.getAsLong()) : "";
      case List<?> list -> Json.compact(list);
      case Map<?, ?> struct -> Json.compact(struct);
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          String.valueOf(number.longValue());
      default -> String.valueOf(value);
    };
  }

  /// The words an `enum`'s constants are written with.
  public static List<String> choices(Class<?> java) {
    return Arrays.stream(java.getEnumConstants()).map(ParameterType::format).toList();
  }

  private static Object constant(Class<?> java, String text) {
    return Arrays.stream(java.getEnumConstants())
        .filter(constant -> format(constant).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + Printable.shortened(text) + "' is not one of "
            + choices(java).stream().collect(Collectors.joining(", "))));
  }

  private static OptionalLong optional(String text) {
    return text.isBlank() ? OptionalLong.empty()
        : OptionalLong.of((Long) parse(Long.class, text));
  }

  /// Kubeflow writes whole numbers inside lists and structs as `1.0`.
  private static long whole(String text) {
    require(WHOLE, text);
    return new BigDecimal(text.strip()).longValueExact();
  }

  /// Java's own readers also take digits of other scripts, exponents of whole numbers, and marks of
  /// types such as `1d`.
  private static void require(Pattern form, String text) {
    if (!form.matcher(text.strip()).matches()) {
      throw new NumberFormatException(text);
    }
  }

  private static Double finite(String text) {
    require(NUMBER, text);
    double number = Double.parseDouble(text.strip());
    if (!Double.isFinite(number)) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  private static Boolean truth(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("'" + Printable.shortened(text) + "' is neither true nor false");
    };
  }
}
