// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

/// The text of a literal and how far it has been read: quoted texts, words, and single characters.
final class LiteralText {
  private static final String ENDS_WORD = ",:{}[]'\"";

  private final String text;
  private int at;

  LiteralText(String text) {
    this.text = text;
  }

  /// The next character that is not whitespace; it is not passed.
  ///
  /// @throws IllegalArgumentException if the text ends
  char peek() {
    space();
    return here();
  }

  /// Whether nothing but whitespace is left.
  boolean isRead() {
    space();
    return at >= text.length();
  }

  /// Passes the next character if it is this one.
  boolean passes(char wanted) {
    boolean found = peek() == wanted;
    at += found ? 1 : 0;
    return found;
  }

  /// Passes the next character, which must be this one.
  void pass(char wanted) {
    if (!passes(wanted)) {
      throw wrong("'" + wanted + "' is missing");
    }
  }

  /// A text in the quotes that come next; `\` escapes as in JSON and Python.
  String quoted() {
    char quote = text.charAt(at++);
    var content = new StringBuilder();
    while (here() != quote) {
      char c = text.charAt(at++);
      content.append(c == '\\' ? escaped() : c);
    }
    at++;
    return content.toString();
  }

  private char escaped() {
    char c = here();
    at++;
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> code(4);
      case 'x' -> code(2);
      default -> c;
    };
  }

  private char code(int digits) {
    int start = at;
    if (start + digits > text.length()) {
      throw wrong("the text ends");
    }
    at += digits;
    try {
      return (char) Integer.parseInt(text, start, at, 16);
    } catch (NumberFormatException noNumber) {
      throw wrong("an escape that is not a character");
    }
  }

  /// What comes before the next comma, colon, bracket, brace or quote; not empty.
  String word() {
    int start = at;
    while (at < text.length() && ENDS_WORD.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at).strip();
    if (word.isEmpty()) {
      throw wrong("a value is missing");
    }
    return word;
  }

  /// Whether a quote comes right here.
  boolean isAtQuote() {
    return at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"');
  }

  IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what + " at character " + (at + 1));
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char here() {
    if (at >= text.length()) {
      throw wrong("the text ends");
    }
    return text.charAt(at);
  }
}
