// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;

/// Lengths of time as people write them: `90s`, `15m`, `6h`, `1d`, `2w`, or several together, such
/// as `1h30m`.
public final class Span {
  private static final String UNITS = "wdhms";
  private static final long[] SECONDS = {604_800, 86_400, 3_600, 60, 1};
  private static final Pattern PART = Pattern.compile("(\\d{1,9})([wdhms])");

  private Span() {}

  /// Reads a length.
  ///
  /// @throws IllegalArgumentException if the text is none, or no time at all
  public static Duration parse(String text) {
    long seconds = 0;
    Matcher part = PART.matcher(text);
    int end = 0;
    while (part.find() && part.start() == end) {
      seconds += Long.parseLong(part.group(1)) * SECONDS[UNITS.indexOf(part.group(2))];
      end = part.end();
    }
    if (end != text.length() || seconds == 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a length of time; write it as 90s, 15m, 6h, 1d or 1h30m");
    }
    return Duration.ofSeconds(seconds);
  }

  /// Writes a length, in full seconds.
  public static String of(Duration duration) {
    long rest = Math.max(0, duration.toSeconds());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SECONDS.length; i++) {
      if (rest >= SECONDS[i]) {
        text.append(rest / SECONDS[i]).append(UNITS.charAt(i));
        rest %= SECONDS[i];
      }
    }
    return text.isEmpty() ? "0s" : text.toString();
  }
}
