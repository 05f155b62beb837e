// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import io.carbonflow.base.fault.Printable;

/// Shows what steps tell: lines, and below them on a terminal one line of progress that is drawn
/// again. Elsewhere progress is a line at each tenth of the work.
public final class Terminal implements AutoCloseable {
  private static final int BAR = 6;
  private static final int WIDTH = 79;
  private static final long REDRAW_NANOS = 100_000_000;
  private static final String CLEAR = "\r\033[K";

  private final PrintStream out;
  private final boolean interactive;
  private final LongSupplier nanos;
  private final Map<String, String> bars = new LinkedHashMap<>();
  private final Map<String, Integer> tenths = new LinkedHashMap<>();
  private long drawn;

  /// A terminal.
  ///
  /// @param out where everything is shown
  /// @param interactive whether a line can be drawn again
  /// @param nanos a clock
  public Terminal(PrintStream out, boolean interactive, LongSupplier nanos) {
    this.out = out;
    this.interactive = interactive;
    this.nanos = nanos;
    this.drawn = nanos.getAsLong() - REDRAW_NANOS;
  }

  /// A console whose lines are marked with a name.
  public Console console(String name) {
    return new Console() {
      @Override
      public void line(String text) {
        show(name + ": " + Printable.of(text));
      }

      @Override
      public void progress(String what, int done, int total, String note) {
        show(what, done, total, note);
      }
    };
  }

  /// Shows a line.
  public synchronized void show(String line) {
    if (bars.isEmpty()) {
      out.println(line);
    } else {
      out.println(CLEAR + line);
      draw();
    }
  }

  private synchronized void show(String what, int done, int total, String note) {
    String suffix = note.isEmpty() ? "" : ", " + note;
    String text = what + " " + done + "/" + total + suffix;
    int tenth = 10 * done / total;
    if (!interactive) {
      if (tenth > tenths.getOrDefault(what, 0)) {
        tenths.put(what, tenth);
        show(text);
      }
      return;
    }
    if (done < total) {
      int filled = BAR * done / total;
      bars.put(what, what + " " + "█".repeat(filled) + "░".repeat(BAR - filled) + " " + done + "/"
          + total + suffix);
      if (nanos.getAsLong() - drawn >= REDRAW_NANOS) {
        draw();
      }
    } else {
      bars.remove(what);
      out.print(CLEAR);
      show(text);
    }
  }

  private void draw() {
    drawn = nanos.getAsLong();
    String line = bars.values().stream().collect(Collectors.joining("   "));
    // A line that wraps could not be drawn again: on a narrow terminal the end is left out.
    out.print(CLEAR + (line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…"));
    out.flush();
  }

  /// Removes the line of progress.
  @Override
  public synchronized void close() {
    if (!bars.isEmpty()) {
      bars.clear();
      out.print(CLEAR);
    }
    out.flush();
  }
}
