// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;
import io.carbonflow.base.fault.Printable;

/// Shows what steps report: lines, and below them on a terminal a line for each piece of work in progress, redrawn in
/// place. Elsewhere progress is a line at each tenth of the work.
public final class Terminal implements AutoCloseable {
  private static final long REDRAW_NANOS = 100_000_000;
  /// More lines might not fit on a terminal, and then none could be redrawn.
  private static final int MOST = 8;
  private static final String CLEAR = "\r\033[K";
  private static final String UP = "\033[A";
  private static final String YELLOW = "\033[33m";
  private static final String PLAIN = "\033[0m";

  /// When a piece of work was first reported, and how much of it was done then.
  private record Start(long nanos, int done) {}

  private final PrintStream out;
  private final Screen screen;
  private final boolean quiet;
  private final LongSupplier nanos;
  private final SequencedMap<String, Progress> going = new LinkedHashMap<>();
  private final Map<String, Integer> tenths = new HashMap<>();
  private final Map<String, Start> begun = new HashMap<>();
  private long drawn;
  private int lines;
  private boolean ended;

  /// A terminal that shows the whole log, without colors.
  ///
  /// @param out where everything is shown
  /// @param interactive whether a line can be drawn again
  /// @param nanos a clock
  public Terminal(PrintStream out, boolean interactive, LongSupplier nanos) {
    this(out, new Screen(interactive, Screen.USUAL, false), false, nanos);
  }

  Terminal(PrintStream out, Screen screen, boolean quiet, LongSupplier nanos) {
    this.out = out;
    this.screen = screen;
    this.quiet = quiet;
    this.nanos = nanos;
    this.drawn = nanos.getAsLong() - REDRAW_NANOS;
  }

  /// A console whose lines are marked with a name.
  public Console console(String name) {
    return new Console() {
      @Override
      public void line(String text) {
        if (!quiet) {
          show(name + ": " + Printable.of(text));
        }
      }

      @Override
      public void warn(String text) {
        String line = name + ": " + Printable.of(text);
        show(screen.colors() ? YELLOW + line + PLAIN : line);
      }

      @Override
      public void progress(String what, int done, int total, String note) {
        progress(what, "", done, total, note);
      }

      @Override
      public void progress(String what, String parts, int done, int total, String note) {
        if (!quiet) {
          advance(name, what, parts, done, total, note);
        }
      }
    };
  }

  /// Shows a line.
  public synchronized void show(String line) {
    if (!ended) {
      clear();
      out.println(line);
      draw();
    }
  }

  private synchronized void advance(String name, String what, String parts, int done, int total, String note) {
    if (ended) {
      return;
    }
    String key = name + "\n" + what;
    Start start = begun.computeIfAbsent(key, _ -> new Start(nanos.getAsLong(), done));
    var now = new Progress(what, parts, done, total, start.done(),
        Duration.ofNanos(nanos.getAsLong() - start.nanos()), note);
    if (done == total) {
      begun.remove(key);
      clear();
      going.remove(key);
    }
    int tenth = 10 * done / total;
    if (done == total || !screen.terminal() && tenth > tenths.getOrDefault(key, 0)) {
      tenths.put(key, tenth);
      show(now.line());
    } else if (screen.terminal()) {
      going.put(key, now);
      if (nanos.getAsLong() - drawn >= REDRAW_NANOS) {
        clear();
        draw();
      }
    }
  }

  /// Leaves the cursor where the first line of progress was.
  private void clear() {
    if (lines > 0) {
      out.print(CLEAR + (UP + CLEAR).repeat(lines - 1));
      lines = 0;
    }
  }

  /// A line that wraps could not be redrawn: on a narrow terminal the end is left out.
  private void draw() {
    if (!going.isEmpty()) {
      drawn = nanos.getAsLong();
      lines = Math.min(going.size(), MOST);
      out.print(String.join("\n",
          going.values().stream().limit(lines).map(one -> one.bar(screen.columns() - 1)).toList()));
    }
    out.flush();
  }

  /// Removes the lines of progress, shows these, and nothing after them.
  public synchronized void end(List<String> last) {
    if (!ended) {
      close();
      last.forEach(out::println);
      out.flush();
      ended = true;
    }
  }

  /// Removes the lines of progress.
  @Override
  public synchronized void close() {
    clear();
    going.clear();
    out.flush();
  }
}
