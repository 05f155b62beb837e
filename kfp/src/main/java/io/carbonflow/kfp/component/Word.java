// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.component;

import module java.base;

/// A word of a command in a component file.
sealed interface Word {

  /// A text, which may hold placeholders.
  record Text(String text) implements Word {}

  /// Several words as one.
  record Concat(List<Word> parts) implements Word {}

  /// Words that are there where an input is given, and others where it is not.
  record Choice(String input, List<Word> then, List<Word> otherwise) implements Word {}

  /// The words as the IR has them. Kubeflow's driver does not put words together, and looks for
  /// parameters only when it chooses; what is given is known here.
  ///
  /// @param given the inputs that are given
  default Stream<String> resolved(Set<String> given) {
    return switch (this) {
      case Text(String text) -> Stream.of(text);
      case Concat(List<Word> parts) -> Stream.of(parts.stream()
          .flatMap(part -> part.resolved(given)).collect(Collectors.joining()));
      case Choice(String input, List<Word> then, List<Word> otherwise) ->
          (given.contains(input) ? then : otherwise).stream().flatMap(word -> word.resolved(given));
    };
  }
}
