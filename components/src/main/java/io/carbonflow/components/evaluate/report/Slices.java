// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.evaluate.ModelScores;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Figure.Mark;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.Trial;

/// The trials of a search against each of its hyperparameters, by the R² on the first fold: that is the one score that
/// all trials have.
final class Slices {
  /// A hyperparameter with fewer values has no slice.
  private static final int FEWEST = 3;
  /// A range that is as many times as wide is drawn on a logarithmic axis.
  private static final double WIDE = 50;

  /// There are up to six of these figures a model.
  private static final int MOST_POINTS = 400;

  private Slices() {}

  static List<Figure> of(ModelScores model) {
    List<Trial> scored = model.searched().stream().filter(trial -> !trial.foldScores().isEmpty()).toList();
    return scored.stream().flatMap(trial -> trial.hyperparameters().values().keySet().stream()).distinct()
        .flatMap(name -> of(model.name(), name, scored).stream()).toList();
  }

  private static Optional<Figure> of(String model, String name, List<Trial> scored) {
    List<Trial> with = scored.stream().filter(trial -> isNumber(trial.hyperparameters(), name)).toList();
    double[] values = with.stream().mapToDouble(trial -> trial.hyperparameters().number(name)).toArray();
    if (Arrays.stream(values).distinct().count() < FEWEST) {
      return Optional.empty();
    }
    double least = Arrays.stream(values).min().orElseThrow();
    double greatest = Arrays.stream(values).max().orElseThrow();
    Axis axis = least > 0 && greatest > WIDE * least ? Axis.logarithmic(name, least, greatest) : Axis.of(name);
    Trial best = with.stream().max(Comparator.comparingDouble(Slices::first)).orElseThrow();
    return Optional.of(new Figure("slice_" + model + "_" + name, name, axis, Axis.of("R², first fold"))
        .showing(MOST_POINTS).points("trial", PlotColor.BLUE, values, with.stream().mapToDouble(Slices::first).toArray(),
            with.stream().map(trial -> new Mark(
                text("trial %d: %s %s, R² %.3f", trial.number(), name, trial.hyperparameters().word(name),
                    first(trial)), "")).toList())
        .says(text("The best trial on this fold%s, number %d, has %s; trials have %s to %s.",
            with.size() < scored.size() ? text(" of the %,d that have %s", with.size(), name) : "", best.number(),
            best.hyperparameters().word(name), end(with, name, false), end(with, name, true))));
  }

  /// The least or the greatest that a trial has.
  private static String end(List<Trial> trials, String name, boolean greatest) {
    Comparator<Trial> byValue = Comparator.comparingDouble(trial -> trial.hyperparameters().number(name));
    return trials.stream().max(greatest ? byValue : byValue.reversed()).orElseThrow().hyperparameters().word(name);
  }

  private static boolean isNumber(Hyperparameters chosen, String name) {
    return chosen.values().get(name) instanceof Number;
  }

  private static double first(Trial trial) {
    return trial.foldScores().getFirst();
  }
}
