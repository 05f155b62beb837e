// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the first line of a table tells of it: what stands between its columns.
///
/// @param separator what does
/// @param names whether the line says so itself and holds no columns, `sep=;`, as Excel reads and
///     some programs write it
record FirstLine(char separator, boolean names) {
  private static final Pattern NAMED =
      Pattern.compile("\"?sep=([^\\p{L}\\p{N}\\s\"]|\t)\"?[,;\t]*", Pattern.CASE_INSENSITIVE);
  /// Of a header line that is longer, its beginning tells.
  private static final int MOST = 1 << 16;

  /// Looks at the line without taking it. Of commas, semicolons and tabs outside of quotes the most
  /// frequent separates, commas before others.
  static FirstLine of(BufferedReader text) throws IOException {
    text.mark(2 * MOST); // no decoder can be asked for half of a pair of surrogates
    String line = line(text);
    text.reset();
    text.mark(0); // or all of the text up to there would be kept
    Matcher named = NAMED.matcher(line);
    if (named.matches()) {
      return new FirstLine(named.group(1).charAt(0), true);
    }
    char most = ',';
    for (char other : List.of(';', '\t')) {
      most = count(line, other) > count(line, most) ? other : most;
    }
    return new FirstLine(most, false);
  }

  /// The first line that is not empty; its quoted parts may hold line ends.
  private static String line(BufferedReader text) throws IOException {
    StringBuilder line = new StringBuilder();
    boolean quoted = false;
    for (int i = 1; i < MOST; i++) {
      int next = text.read();
      boolean ends = next == '\n' || next == '\r';
      if (next < 0 || ends && !quoted && !line.isEmpty()) {
        break;
      }
      quoted ^= next == '"';
      if (!ends || quoted) {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private static int count(String line, char separator) {
    boolean quoted = false;
    int count = 0;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      count += !quoted && line.charAt(i) == separator ? 1 : 0;
    }
    return count;
  }

  /// The separator in words.
  String words() {
    return switch (separator) {
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      default -> "'" + separator + "'";
    };
  }
}
