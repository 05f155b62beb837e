// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.evaluate.ModelCard.Grid;
import io.carbonflow.components.score.Bootstrap;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.learn.Scores;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.BoxCox;

/// The scores of a model card: of all held-out rows, and of groups of them.
///
/// @param heldOut held-out rows, with what the best model predicts
record CardMetrics(ScoredRows heldOut) {
  private static final String UNKNOWN = "not known";

  /// The scores of all rows, with how far they would differ for other buildings.
  Grid all() {
    Bootstrap draws = Bootstrap.of(heldOut);
    double[] actual = heldOut.actual();
    double[] predicted = heldOut.predicted();
    double[] actualBoxCox = BoxCox.of(actual);
    double[] predictedBoxCox = BoxCox.of(predicted);
    List<List<String>> rows = new ArrayList<>(List.of(
        List.of("R² on the Box-Cox scale", text("%.3f", heldOut.boxCox().r2()), interval("%.3f",
            draws.of(some -> Scores.of(pick(actualBoxCox, some), pick(predictedBoxCox, some)).r2()))),
        List.of("R² in tonnes", text("%.3f", heldOut.tonnes().r2()), interval("%.3f",
            draws.of(some -> Scores.of(pick(actual, some), pick(predicted, some)).r2()))),
        List.of("mean absolute error, t", text("%.1f", heldOut.tonnes().mae()), interval("%.1f",
            draws.of(some -> Scores.of(pick(actual, some), pick(predicted, some)).mae())))));
    heldOut.means().ifPresent(means -> rows.add(List.of("total predicted ÷ measured",
        text("%.3f", sum(means) / sum(actual)),
        interval("%.3f", draws.of(some -> sum(pick(means, some)) / sum(pick(actual, some)))))));
    heldOut.coverage().ifPresent(share -> rows.add(
        List.of("rows within their 90 % prediction interval", text("%.1f %%", 100 * share), "")));
    return new Grid(List.of("score", "value", "90 % interval over buildings"), rows);
  }

  /// The scores of groups: by property type, neighborhood and year.
  List<Grid> groups() {
    return List.of(by("property type", row -> named(row.category(Category.PRIMARY_TYPE))),
        by("neighborhood", row -> named(row.category(Category.NEIGHBORHOOD))),
        by("year", row -> "" + row.key().year()));
  }

  /// Of some rows, those with the most rows first.
  private Grid by(String what, Function<ModelRow, String> group) {
    List<List<String>> rows = heldOut.by(group).stream().map(errors -> {
      ScoredRows own = heldOut.where(row -> group.apply(row).equals(errors.group())).orElseThrow();
      double[] misses = IntStream.range(0, own.rows().size()).mapToDouble(i ->
          Math.abs(own.predictions().get(i).tonnes() - own.rows().get(i).tonnes())).toArray();
      OptionalDouble total = own.total("").meansOverActual();
      OptionalDouble within = own.coverage();
      return List.of(errors.group(), text("%,d", errors.rows()), text("%,d", own.buildings()),
          text("%,.1f", errors.actual()), text("%,.1f", errors.absolute()),
          interval("%,.1f", Bootstrap.of(own).of(some -> sum(pick(misses, some)) / some.length)),
          total.isPresent() ? text("%.2f", total.getAsDouble()) : "",
          within.isPresent() ? text("%.0f %%", 100 * within.getAsDouble()) : "");
    }).toList();
    return new Grid(List.of(what, "rows", "buildings", "measured, mean t", "mean absolute error, t",
        "90 % interval over buildings", "total predicted ÷ measured", "within interval"), rows);
  }

  private static String named(String name) {
    return name.isBlank() ? UNKNOWN : name;
  }

  private static String interval(String format, Optional<Bootstrap.Interval> about) {
    return about.map(one -> text(format + " to " + format, one.lower(), one.upper())).orElse("");
  }

  private static double[] pick(double[] values, int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
