// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// How far a piece of work is.
///
/// @param what the work
/// @param parts what is counted; empty if that is not known
/// @param done how many parts are done
/// @param total how many parts there are
/// @param before how many were done when the clock was started
/// @param elapsed how long it has taken since then
/// @param note the best result so far, or empty
record Progress(String what, String parts, int done, int total, int before, Duration elapsed, String note) {
  private static final int BAR = 6;
  /// So that the bars of several searches stand below each other.
  private static final int NAME = 13;

  /// A line of the log.
  String line() {
    return what + " " + counted();
  }

  /// A line for a terminal.
  ///
  /// @param width how many characters it may have
  String bar(int width) {
    int filled = BAR * done / total;
    String text = String.format(Locale.ROOT, "%-" + NAME + "s ", what)
        + "█".repeat(filled) + "░".repeat(BAR - filled) + " " + counted();
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  private String counted() {
    String count = done + "/" + total + (parts.isEmpty() ? "" : " " + parts);
    String left = done == before || done == total ? ""
        : ", about " + time(elapsed.multipliedBy(total - done).dividedBy(done - before)) + " left";
    return count + ", " + time(elapsed) + left + (note.isEmpty() ? "" : ", " + note);
  }

  /// A length of time: 7 s, 3 min 20 s, 2 h 5 min.
  static String time(Duration length) {
    long seconds = length.plusMillis(500).toSeconds();
    return seconds < 60 ? seconds + " s"
        : seconds < 3600 ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
