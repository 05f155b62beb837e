// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;

/// What the values of parameters name outside of a task. A parameter says of itself only that it is
/// a text, so its text decides, as it does for the step.
final class PathLikeParameters {
  private PathLikeParameters() {}

  /// All texts in a parameter's value.
  static Stream<String> in(Object value) {
    return switch (value) {
      case String text -> Stream.of(text);
      case List<?> list -> in((Collection<?>) list);
      case Map<?, ?> struct -> in(struct.values());
      default -> Stream.empty();
    };
  }

  /// All texts in many values.
  static Stream<String> in(Collection<?> values) {
    return values.stream().flatMap(PathLikeParameters::in);
  }

  /// The path that a text stands for: most texts are one, so whether it is there has to be asked.
  static Optional<Path> path(String text) {
    try {
      boolean uri = text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*");
      if (text.isBlank() || uri && !text.startsWith("file:")) {
        return Optional.empty();
      }
      return Optional.of(uri ? Path.of(URI.create(text)) : Path.of(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Whether a text can hardly be anything but a path.
  static boolean looksLikePath(String text) {
    return path(text).isPresent() && (text.contains("/") || text.startsWith("file:"));
  }

  /// The URI that a text is, if it leads to another program: `s3:`, `https:` and so on.
  static Optional<URI> remote(String text) {
    try {
      return text.matches("(?i)(?!file:)[a-z][a-z0-9+.-]+://.+")
          ? Optional.of(URI.create(text)) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.of(URI.create("unknown:///")); // A key may hold what a URI may not.
    }
  }
}
