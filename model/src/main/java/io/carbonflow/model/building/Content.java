// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.regex.Pattern;

/// What the cells of a column hold.
public sealed interface Content {
  /// Text of any kind.
  Content TEXT = new Text();
  /// Yes or no.
  Content FLAG = new Flag();
  /// An identifier of any form.
  Content ANY_ID = id(".*", "anything");

  /// Numbers.
  ///
  /// @param unit what they are counted in
  /// @param limits what they lie between
  record Number(String unit, Limits limits) implements Content {}

  /// Identifiers, which are text even where they are written in digits.
  ///
  /// @param form what one looks like
  /// @param words the same in words
  record Id(Pattern form, String words) implements Content {}

  /// Text.
  record Text() implements Content {}

  /// Truth values.
  record Flag() implements Content {}

  /// A number.
  static Content number(String unit, Limits limits) {
    return new Number(unit, limits);
  }

  /// An identifier.
  static Content id(String form, String words) {
    return new Id(Pattern.compile(form), words);
  }
}
