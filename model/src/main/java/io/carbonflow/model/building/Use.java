// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.table.Cell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// One use of a building and the floor area that it takes.
///
/// @param type the kind of use, or [#NONE]
/// @param area in square feet, 0 where it is not known
/// @param reference what the kind is called in the [ReferenceIntensity]
public record Use(String type, double area, String reference) {
  /// What the city's table means by an empty second or third use.
  public static final String NONE = "None";

  /// Takes an unknown or negative area as 0 and an unknown type as [#NONE].
  public Use {
    type = type.isEmpty() ? NONE : withoutBar(type);
    reference = reference.isEmpty() ? type : withoutBar(reference);
    area = area > 0 ? area : 0;
  }

  /// One whose kind has the same name in the reference intensities.
  public Use(String type, double area) {
    this(type, area, type);
  }

  /// Whether there is such a use.
  public boolean exists() {
    return !type.equals(NONE);
  }

  /// The entries of a list such as `Office, Personal Services (Health/Beauty, Dry Cleaning, etc)`,
  /// each once, in the order of the list. Some names hold commas: an entry ends at a comma and a
  /// space outside parentheses that a capital or a digit follows.
  public static List<String> split(String list) {
    SequencedSet<String> entries = new LinkedHashSet<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      switch (list.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth = Math.max(0, depth - 1);
        case ',' -> {
          if (depth == 0 && startsEntry(list, i + 1)) {
            entries.add(name(list, start, i));
            start = i + 1;
          }
        }
        default -> { }
      }
    }
    entries.add(name(list, start, list.length()));
    entries.remove("");
    return new ArrayList<>(entries);
  }

  /// Without the space before it, most text is plain.
  private static String name(String list, int from, int to) {
    return withoutBar(Cell.text(list.substring(from, to).strip()));
  }

  /// The clean table has a bar between uses.
  private static String withoutBar(String name) {
    return name.replace('|', '/');
  }

  private static boolean startsEntry(String list, int at) {
    return at + 1 < list.length()
        && list.charAt(at) == ' '
        && (Character.isUpperCase(list.charAt(at + 1)) || Character.isDigit(list.charAt(at + 1)));
  }
}
