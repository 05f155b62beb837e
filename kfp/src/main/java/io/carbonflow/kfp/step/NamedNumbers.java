// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// The numbers in a text such as `floor=0.8,margin=0.01`, by their names.
public final class NamedNumbers {
  private NamedNumbers() {}

  /// Reads such a text; of no names in it an empty one.
  ///
  /// @param what what the text should be, with an article and an example, for the message
  /// @param names the names that there are
  /// @param least the least value of a number
  /// @param most the greatest
  /// @throws IllegalArgumentException if the text is something else, with what is wrong as its message
  public static Map<String, Double> parse(
      String text, String what, List<String> names, double least, double most) {
    return parse(text, what, names, "=", least, most);
  }

  /// The same with another sign between a name and its number, such as `:`.
  ///
  /// @throws IllegalArgumentException as above
  public static Map<String, Double> parse(
      String text, String what, List<String> names, String between, double least, double most) {
    Map<String, Double> numbers = new TreeMap<>();
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      String[] sides = part.strip().split(Pattern.quote(between), -1);
      if (sides.length != 2 || !names.contains(sides[0])) {
        throw wrong(text, what, "'" + part.strip() + "' is not one of "
            + names.stream().map(name -> name + between + "NUMBER").collect(Collectors.joining(", ")));
      }
      if (numbers.put(sides[0], number(text, what, sides[1], least, most)) != null) {
        throw wrong(text, what, sides[0] + " is there twice");
      }
    }
    return numbers;
  }

  private static double number(
      String text, String what, String digits, double least, double most) {
    try {
      double number = (Double) ParameterType.parse(Double.class, digits);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (IllegalArgumentException _) {
      // Answered below, as a number that is out of range.
    }
    throw wrong(text, what, "'" + digits + "' is not a number from "
        + ParameterType.format(least) + " to " + ParameterType.format(most));
  }

  private static IllegalArgumentException wrong(String text, String what, String why) {
    return new IllegalArgumentException("'" + text + "' is not " + what + ": " + why);
  }
}
