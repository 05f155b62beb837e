package io.carbonflow.learn;

import java.io.Flushable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Shows searches as plain lines, for logs: at most one for every tenth of a search's work. Several
/// searches may run side by side; each line names its model.
public final class ProgressLines implements Progress {
  private final Appendable out;
  private final Map<String, Integer> tenths = new HashMap<>();

  /// @param out takes whole lines; it is flushed after each if it can be. Where it throws an
  ///     exception the line is lost and the search goes on
  public ProgressLines(Appendable out) {
    this.out = out;
  }

  @Override
  public synchronized void at(State state) {
    int tenth = state.percent() / 10;
    if (tenth > tenths.getOrDefault(state.model(), 0)) {
      tenths.put(state.model(), tenth);
      show(out, String.format(Locale.ROOT, "%s: %d of %d fits, %d %%%s%n",
          state.model(), state.done(), state.total(), state.percent(), best(state)));
    }
  }

  private static String best(State state) {
    return state.best() == Double.NEGATIVE_INFINITY
        ? ""
        : String.format(Locale.ROOT, ", best R² %.4f", state.best());
  }

  static void show(Appendable out, String text) {
    try {
      out.append(text);
      if (out instanceof Flushable flushable) {
        flushable.flush();
      }
    } catch (IOException _) {
      // A result that nobody watches is still a result.
    }
  }
}
