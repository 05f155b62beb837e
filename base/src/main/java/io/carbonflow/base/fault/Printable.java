// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.fault;

import java.util.regex.Pattern;

/// Text of others, as a terminal, a log and a page can show it. What a file, a server or an option
/// holds may be of any length, and may hold characters that move a terminal's cursor or turn the
/// order of what follows; a reader has to see these, not what they do.
public final class Printable {
  /// As much of a value as a message shows.
  private static final int VALUE = 60;
  /// As much as a message is long; the middle of a longer one goes, for its end says what to do.
  private static final int MESSAGE = 2000;
  private static final int TAIL = 600;
  private static final String CUT = "...";
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\ufeff]+");

  private Printable() {}

  /// The text with every character that does something instead of standing for itself as `\u202E`:
  /// control characters but tabs and line breaks, marks that change the direction of writing, line
  /// separators, tags, and halves of a pair of surrogates.
  public static String of(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (isActive(text.codePointAt(i))) {
        return escaped(text);
      }
    }
    return text;
  }

  private static String escaped(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(point -> {
      if (!isActive(point)) {
        shown.appendCodePoint(point);
        return;
      }
      for (char unit : Character.toChars(point)) {
        shown.append(String.format("\\u%04X", (int) unit));
      }
    });
    return shown.toString();
  }

  private static boolean isActive(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n' && point != '\t';
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
      case Character.FORMAT -> isOfDirection(point) || point >= 0xE0000;
      default -> false;
    };
  }

  /// Whether it turns the direction of writing. Other marks, such as those that join letters, belong
  /// to how words are written.
  private static boolean isOfDirection(int point) {
    return point == 0x061C || point == 0x200E || point == 0x200F
        || point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
  }

  /// A value in a message: [#of] in one line, of at most 60 characters.
  public static String shortened(String text) {
    String line = of(SPACE.matcher(start(text)).replaceAll(" "));
    return line.length() <= VALUE ? line : cut(line, VALUE - CUT.length()) + CUT;
  }

  /// No more than has a part in what is shown, for a cell may hold a whole file.
  private static String start(String text) {
    return text.length() <= MESSAGE ? text : cut(text, MESSAGE);
  }

  /// A whole message: [#of], of at most 2,000 characters. Of a longer one the middle goes.
  public static String message(String text) {
    String shown = of(text.length() <= 2 * MESSAGE ? text : withoutMiddle(text));
    return shown.length() <= MESSAGE ? shown : withoutMiddle(shown);
  }

  private static String withoutMiddle(String text) {
    int from = text.length() - TAIL;
    return cut(text, MESSAGE - TAIL - CUT.length()) + CUT
        + text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
  }

  /// The first characters, without half of a pair.
  private static String cut(String text, int length) {
    return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }
}
