// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.evaluate.Evaluation;
import io.carbonflow.components.evaluate.ModelScores;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.page.Section;

/// How each search went.
final class SearchProgress {
  private SearchProgress() {}

  static Optional<Section> of(Evaluation evaluation) {
    List<ModelScores> searched =
        evaluation.contenders().stream().filter(c -> c.trials().length > 0).toList();
    return searched.isEmpty() ? Optional.empty() : Optional.of(new Section("Hyperparameter search",
        "<p>Each point is a trial that was scored on all folds; the others were halted after the"
            + " first fold or the second, or failed.</p>\n",
        searched.stream().map(SearchProgress::figure).toList()));
  }

  /// The trials against each hyperparameter.
  static Optional<Section> slices(Evaluation evaluation) {
    String models = evaluation.contenders().stream().filter(model -> !model.searched().isEmpty())
        .map(model -> Map.entry(model, Slices.of(model))).filter(model -> !model.getValue().isEmpty())
        .map(model -> "<details><summary>" + model.getKey().title() + " (" + model.getValue().size() + ")</summary>\n"
            + Page.figures(model.getValue()) + "</details>\n").collect(Collectors.joining());
    return models.isEmpty() ? Optional.empty() : Optional.of(new Section("Scores by hyperparameter",
        "<p>Each point is a trial, by its R² on the first fold, which all trials were scored on. Where the best ones"
            + " stand at an end of the range, a wider range may find better ones.</p>\n" + models));
  }

  private static Figure figure(ModelScores model) {
    double[] numbers = IntStream.range(0, model.trials().length)
        .filter(i -> !Double.isNaN(model.trials()[i])).mapToDouble(i -> i).toArray();
    double[] scores = Arrays.stream(model.trials()).filter(v -> !Double.isNaN(v)).toArray();
    double[] best = scores.clone();
    for (int i = 1; i < best.length; i++) {
      best[i] = Math.max(best[i], best[i - 1]);
    }
    int at = IntStream.range(0, scores.length).filter(i -> scores[i] == best[best.length - 1])
        .findFirst().orElseThrow();
    return new Figure("search_" + model.name(), model.title(), Axis.of("trial"),
        Axis.of("cross-validated R²"))
        .line("best so far", PlotColor.ORANGE, steps(numbers, 1), steps(best, 0))
        .points("trial on all folds", PlotColor.BLUE, numbers, scores)
        .says(text("Of %d trials, %d were promoted to all folds. The best, number %.0f, reached %.3f.",
            model.trials().length, scores.length, numbers[at], scores[at]));
  }

  /// Each value twice, so that a line goes in steps: it stays until the next trial.
  ///
  /// @param shift 1 for where a step ends, 0 for how high it is
  private static double[] steps(double[] values, int shift) {
    return IntStream.range(0, 2 * values.length - 1).mapToDouble(i -> values[(i + shift) / 2]).toArray();
  }
}
