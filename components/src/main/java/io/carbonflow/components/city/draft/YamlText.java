// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import module java.base;
import io.carbonflow.base.fault.Printable;

/// Values as YAML has them in one line.
final class YamlText {
  /// What is no more than itself, wherever it stands.
  private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{N} ./()²_³+-]*");
  /// What YAML takes for something else.
  private static final Pattern WORDS = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|nan|inf|[\\d.e+-]+");

  private static final int WIDTH = 110;

  private YamlText() {}

  /// A text, in quotes where it needs them.
  static String of(String text) {
    return PLAIN.matcher(text).matches() && !WORDS.matcher(text).matches() && text.equals(text.strip()) ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// A text of others in a comment.
  static String shortened(String text) {
    return Printable.shortened(text);
  }

  /// A sentence in a comment.
  static String line(String text) {
    return Printable.of(text).replace('\n', ' ');
  }

  /// A list of texts.
  static String of(List<String> texts) {
    return texts.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
  }

  /// A list of texts in lines that are comments.
  ///
  /// @param before what the first begins with, a `#` in it
  static List<String> comment(String before, List<String> texts) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(before + "[");
    for (int i = 0; i < texts.size(); i++) {
      String text = of(line(texts.get(i)));
      if (line.length() + text.length() > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(before.substring(0, before.indexOf('#')) + "#   ");
      }
      line.append(text).append(i == texts.size() - 1 ? "]" : ", ");
    }
    lines.add(line.toString());
    return lines;
  }

  /// A field that holds others: in one line where it is short.
  ///
  /// @param fields the others, each with its name
  static List<String> field(String name, List<String> fields) {
    String line = "  " + of(name) + ": {" + String.join(", ", fields) + "}";
    return line.length() <= WIDTH ? List.of(line)
        : Stream.concat(Stream.of("  " + of(name) + ":"), fields.stream().map(field -> "    " + field)).toList();
  }
}
