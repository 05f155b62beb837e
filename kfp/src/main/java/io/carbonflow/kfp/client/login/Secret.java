// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;

/// A secret that is in a variable or, better, in a file that a variable names. It is read each time
/// it is needed: Kubernetes puts a new token into the file before the old one expires.
sealed interface Secret {

  /// The text.
  ///
  /// @throws Problem if it cannot be read, or is none
  String read();

  /// Where it comes from.
  String source();

  /// The secret of a variable, or of the file that the variable with `_FILE` at its end names.
  static Optional<Secret> of(Map<String, String> environment, String variable) {
    String file = environment.getOrDefault(variable + "_FILE", "");
    String text = environment.getOrDefault(variable, "");
    return !file.isBlank() ? Optional.of(new InFile(variable + "_FILE", Path.of(file)))
        : text.isBlank() ? Optional.empty() : Optional.of(new InVariable(variable, text));
  }

  /// The text as a part of a header. What no header can hold is refused here, without showing it.
  ///
  /// @throws Problem if it cannot be read, or has other characters than printable ones of ASCII
  default String readForHeader() {
    String text = read();
    if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new Problem(Place.of(source()), "holds characters that no token or cookie has",
          "correct it");
    }
    return text;
  }

  private static String checked(String source, String text) {
    String secret = text.strip();
    if (secret.isEmpty() || secret.lines().count() > 1) {
      throw new Problem(Place.of(source), "holds no secret on a single line", "correct it");
    }
    return secret;
  }

  /// In a variable.
  record InVariable(String source, String text) implements Secret {
    @Override
    public String read() {
      return checked(source, text);
    }

    @Override
    public String toString() {
      return source;
    }
  }

  /// In a file.
  ///
  /// @param variable what names the file
  record InFile(String variable, Path file) implements Secret {
    @Override
    public String read() {
      return checked(source(), BoundedInput.text(
          file, InputLimits.SECRET, "correct or unset " + variable));
    }

    @Override
    public String source() {
      return file.toString();
    }
  }
}
