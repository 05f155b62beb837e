// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.model.building.Content;
import java.util.List;
import java.util.stream.Collectors;

/// What a city says of a column of the schema.
///
/// @param source where its cells come from
/// @param bounds what its numbers lie between
/// @param forms what its identifiers look like: `#` is any digit, all else stands for itself; of any form where
///     there is none
/// @param words the same in words
/// @param reason where bounds and forms are from; empty where nothing is said
public record CityColumn(Source source, Bounds bounds, List<String> forms, String words, String reason) {
  /// A column of which nothing is said.
  public static final CityColumn PLAIN = new CityColumn(Source.TITLE, Bounds.NONE, List.of(), "", "");

  private static final char ANY_DIGIT = '#';

  /// Copies the list, and checks the texts.
  ///
  /// @throws IllegalArgumentException if a form is empty, or there twice, or there are forms and no words
  public CityColumn {
    forms = Texts.names(forms);
    Texts.checked(words);
    Texts.checked(reason);
    if (forms.isEmpty() != words.isEmpty()) {
      throw new IllegalArgumentException("forms and words come together");
    }
  }

  /// What its cells hold.
  ///
  /// @param anywhere what the column holds in any city
  /// @throws IllegalArgumentException if a number has forms, or something else bounds or a unit
  Content in(Content anywhere) {
    boolean isNumber = anywhere instanceof Content.Number;
    if (!isNumber && (!bounds.equals(Bounds.NONE) || hasUnit())) {
      throw new IllegalArgumentException("a column without numbers has limits or a unit");
    }
    if (!forms.isEmpty() && !(anywhere instanceof Content.Id)) {
      throw new IllegalArgumentException("a column without identifiers has forms");
    }
    return switch (anywhere) {
      case Content.Number number -> new Content.Number(number.unit(), bounds.over(number.limits()));
      case Content.Id id -> forms.isEmpty() ? id : Content.id(pattern(), words);
      case Content.Flag flag -> flag;
      case Content.Text text -> text;
    };
  }

  private boolean hasUnit() {
    return switch (source) {
      case Source.Named named -> named.unit().isPresent();
      case Source.SameAs same -> false;
      case Source.SumOf sum -> true;
      case Source.SumOfFuels fuels -> true;
    };
  }

  /// No form repeats anything, so no text takes long.
  private String pattern() {
    return forms.stream().map(form -> form.chars().mapToObj(letter -> letter == ANY_DIGIT ? "\\d"
        : Character.isLetterOrDigit(letter) ? Character.toString(letter) : "\\" + (char) letter)
        .collect(Collectors.joining())).collect(Collectors.joining("|"));
  }
}
