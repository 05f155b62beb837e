// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.base.fault.Printable;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Texts of a city, as they can be kept and shown.
final class Texts {
  /// More than any is long, and than a list has.
  private static final int LONGEST = 500;
  private static final int MOST = 5000;

  private Texts() {}

  /// A text.
  ///
  /// @throws IllegalArgumentException if it is too long, or holds what does something instead of standing for itself
  static String checked(String text) {
    if (text.length() > LONGEST || !Printable.of(text).equals(text) || text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("\"" + Printable.shortened(text) + "\" is longer than " + LONGEST
          + " characters, or has some that cannot be shown in a line");
    }
    return text;
  }

  /// A text that is a name.
  ///
  /// @throws IllegalArgumentException as above, or if it is empty
  static String name(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a name is empty");
    }
    return checked(text);
  }

  /// Names, each once.
  ///
  /// @throws IllegalArgumentException if one is none, or there twice, or there are too many
  static List<String> names(Collection<String> names) {
    if (names.size() > MOST) {
      throw new IllegalArgumentException("there are more than " + MOST + " names");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name(name))) {
        throw new IllegalArgumentException("\"" + Printable.shortened(name) + "\" is there twice");
      }
    }
    return List.copyOf(names);
  }

  /// Names by others, in their order.
  ///
  /// @throws IllegalArgumentException if one is none, or there are too many
  static Map<String, String> namesByName(Map<String, String> names) {
    names(names.keySet());
    names.values().forEach(Texts::name);
    return Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }
}
