// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a value written as JSON or as a Python literal: objects, lists, and scalars as text. Both
/// kinds of quotes, any spacing, trailing commas and unquoted words are taken, because exports of
/// one table differ in all of these.
final class LooseLiteral {
  private static final int DEPTH = 32;

  private final LiteralText text;

  private LooseLiteral(LiteralText text) {
    this.text = text;
  }

  /// The value: a `Map<String, Object>`, a `List<Object>`, a `String` (numbers and words too), or
  /// null for `null` and `None`.
  ///
  /// @throws IllegalArgumentException if the text is no such value; the message says why and where
  static Object parse(String literal) {
    var text = new LiteralText(literal);
    Object value = new LooseLiteral(text).value(0);
    if (!text.isRead()) {
      throw text.wrong("more text than one value");
    }
    return value;
  }

  private Object value(int depth) {
    if (depth > DEPTH) {
      throw text.wrong("nested too deeply");
    }
    return switch (text.peek()) {
      case '{' -> object(depth);
      case '[' -> list(depth);
      case '\'', '"' -> text.quoted();
      default -> word();
    };
  }

  private Map<String, Object> object(int depth) {
    Map<String, Object> fields = new LinkedHashMap<>();
    text.pass('{');
    while (!text.passes('}')) {
      Object key = value(depth + 1);
      text.pass(':');
      if (!(key instanceof String name) || fields.containsKey(name)) {
        throw text.wrong("a key that is not text, or appears twice");
      }
      fields.put(name, value(depth + 1));
      separator('}');
    }
    return fields;
  }

  private List<Object> list(int depth) {
    List<Object> items = new ArrayList<>();
    text.pass('[');
    while (!text.passes(']')) {
      items.add(value(depth + 1));
      separator(']');
    }
    return items;
  }

  private void separator(char end) {
    if (text.peek() != end) {
      text.pass(',');
    }
  }

  private String word() {
    String word = text.word();
    boolean pythonPrefix = word.length() == 1 && "urURbB".contains(word) && text.isAtQuote();
    if (pythonPrefix) {
      return text.quoted();
    }
    return word.equals("null") || word.equals("None") ? null : word;
  }
}
