// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.model.building.Column;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/// Which rows of a city's tables are modeled: those of which a column names a certain kind of building.
///
/// @param column one of [#COLUMNS]
/// @param how how its text is compared with the names, in any letter case
/// @param names the names, at least one
public record Subject(Column column, How how, List<String> names) {
  /// The columns that tell rows apart.
  public static final List<Column> COLUMNS = List.of(Column.BUILDING_TYPE, Column.PRIMARY_TYPE, Column.LARGEST_USE);

  /// How a text is compared with names.
  public enum How {
    /// It begins with one of them.
    BEGINS_WITH("begins with"),
    /// It is one of them.
    IS("is"),
    /// It is not one of them.
    NOT("not");

    private final String word;

    How(String word) {
      this.word = word;
    }

    /// As files have it.
    public String word() {
      return word;
    }

    /// The words of all.
    static String[] words() {
      return Arrays.stream(values()).map(How::word).toArray(String[]::new);
    }
  }

  /// Copies the list, and checks it.
  ///
  /// @throws IllegalArgumentException if the column is another one, or there is no name
  public Subject {
    names = Texts.names(names);
    if (!COLUMNS.contains(column)) {
      throw new IllegalArgumentException("rows are told apart by " + String.join(", ",
          COLUMNS.stream().map(Column::title).toList()) + ", and not by " + column.title());
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("there is no name");
    }
  }

  /// Which kinds are modeled, in words after `kinds that`: `begin with NonResidential`.
  public String words() {
    return switch (how) {
      case BEGINS_WITH -> "begin with " + listed();
      case IS -> "are " + listed();
      case NOT -> "are not " + listed();
    };
  }

  /// Why a row is not modeled, in words: `the building type does not begin with NonResidential`.
  public String reason() {
    String what = column == Column.BUILDING_TYPE ? "the building type "
        : column == Column.PRIMARY_TYPE ? "the property type " : "the largest use ";
    return what + switch (how) {
      case BEGINS_WITH -> "does not begin with " + listed();
      case IS -> "is not " + listed();
      case NOT -> "is " + listed();
    };
  }

  private String listed() {
    return names.size() == 1 ? names.getFirst()
        : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
  }

  /// Whether rows of this text are modeled.
  ///
  /// @param text what the column has; not empty
  public boolean includes(String text) {
    return switch (how) {
      case BEGINS_WITH -> isOne(name -> text.regionMatches(true, 0, name, 0, name.length()));
      case IS -> isOne(text::equalsIgnoreCase);
      case NOT -> !isOne(text::equalsIgnoreCase);
    };
  }

  private boolean isOne(Predicate<String> alike) {
    for (String name : names) {
      if (alike.test(name)) {
        return true;
      }
    }
    return false;
  }
}
