package io.carbonflow.building;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a value written as JSON or as a Python literal: objects, lists, and scalars as text. Both
/// kinds of quotes, any spacing, trailing commas and unquoted words are taken, because exports of
/// one table differ in all of these.
final class Literal {
  private static final int DEPTH = 32;

  private final String text;
  private int at;

  private Literal(String text) {
    this.text = text;
  }

  /// The value: a `Map<String, Object>`, a `List<Object>`, a `String` (numbers and words too), or
  /// null for `null` and `None`.
  ///
  /// @throws IllegalArgumentException if the text is no such value; the message says why and where
  static Object parse(String text) {
    var literal = new Literal(text);
    Object value = literal.value(0);
    literal.space();
    if (literal.at < text.length()) {
      throw literal.wrong("more text than one value");
    }
    return value;
  }

  private Object value(int depth) {
    if (depth > DEPTH) {
      throw wrong("nested too deeply");
    }
    space();
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> list(depth);
      case '\'', '"' -> quoted();
      default -> word();
    };
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> fields = new LinkedHashMap<>();
    at++;
    while (!closes('}')) {
      Object key = value(depth + 1);
      space();
      expect(':');
      if (!(key instanceof String name) || fields.containsKey(name)) {
        throw wrong("a key that is no text, or comes twice");
      }
      fields.put(name, value(depth + 1));
      separator('}');
    }
    return fields;
  }

  private List<Object> list(int depth) {
    List<Object> items = new ArrayList<>();
    at++;
    while (!closes(']')) {
      items.add(value(depth + 1));
      separator(']');
    }
    return items;
  }

  private boolean closes(char end) {
    space();
    if (peek() == end) {
      at++;
      return true;
    }
    return false;
  }

  private void separator(char end) {
    space();
    if (peek() != end) {
      expect(',');
    }
  }

  private String quoted() {
    char quote = text.charAt(at++);
    var content = new StringBuilder();
    while (peek() != quote) {
      char c = text.charAt(at++);
      content.append(c == '\\' ? escaped() : c);
    }
    at++;
    return content.toString();
  }

  private char escaped() {
    char c = peek();
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
    int end = at + digits;
    if (end > text.length()) {
      throw wrong("the text ends");
    }
    try {
      return (char) Integer.parseInt(text, at, (at = end), 16);
    } catch (NumberFormatException _) {
      throw wrong("an escape that is no character");
    }
  }

  private String word() {
    int start = at;
    while (at < text.length() && ",:{}[]'\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at).strip();
    boolean pythonPrefix = word.length() == 1 && "urURbB".contains(word)
        && at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"');
    if (pythonPrefix) {
      return quoted();
    }
    if (word.isEmpty()) {
      throw wrong("a value is missing");
    }
    return word.equals("null") || word.equals("None") ? null : word;
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw wrong("'" + wanted + "' is missing");
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("the text ends");
    }
    return text.charAt(at);
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what + " at character " + (at + 1));
  }
}
