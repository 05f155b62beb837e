package io.carbonflow.learn;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Shows searches as one line on a terminal, drawn again at most ten times a second: a bar over all
/// searches' work, then each model with its percentage and best R².
public final class ProgressBar implements Progress, AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int CELLS = 12;
  private static final int WIDTH = 79;

  private final Appendable out;
  private final InstantSource clock;
  private final Map<String, State> states = new TreeMap<>();
  private Instant drawn = Instant.MIN;
  private boolean stale;
  private int shown;

  /// @param out the terminal; flushed after each drawing if it can be
  /// @param clock tells when it is time to draw again
  public ProgressBar(Appendable out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  @Override
  public synchronized void at(State state) {
    states.put(state.model(), state);
    stale = true;
    Instant now = clock.instant();
    if (!now.isBefore(drawn.plus(PAUSE))) {
      drawn = now;
      draw();
    }
  }

  /// Draws the last state and ends the line.
  @Override
  public synchronized void close() {
    if (stale) {
      draw();
    }
    if (shown > 0) {
      ProgressLines.show(out, System.lineSeparator());
      shown = 0;
    }
  }

  private void draw() {
    String line = line();
    ProgressLines.show(out, "\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    shown = line.length();
    stale = false;
  }

  private String line() {
    int done = states.values().stream().mapToInt(State::done).sum();
    int total = states.values().stream().mapToInt(State::total).sum();
    int cells = (int) ((long) CELLS * done / total);
    String models = states.values().stream().map(ProgressBar::model)
        .collect(Collectors.joining("  "));
    String line = "[" + "#".repeat(cells) + "-".repeat(CELLS - cells) + "] " + models;
    return line.substring(0, Math.min(line.length(), WIDTH));
  }

  private static String model(State state) {
    String best = state.best() == Double.NEGATIVE_INFINITY
        ? ""
        : String.format(Locale.ROOT, " %.3f", state.best());
    return state.model() + " " + state.percent() + "%" + best;
  }
}
