// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.evaluate.ModelCard.Grid;
import io.carbonflow.components.score.Bootstrap;
import io.carbonflow.components.score.DrawnScores;
import io.carbonflow.components.score.ScoreIntervals;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;

/// The scores of a model card: of all held-out rows, and of groups of them.
///
/// @param heldOut held-out rows, with what the best model predicts
/// @param intervals how far its scores would differ for other buildings
record CardMetrics(ScoredRows heldOut, ScoreIntervals intervals) {
  /// The scores of all rows, with how far they would differ for other buildings.
  Grid all() {
    List<List<String>> rows = new ArrayList<>(List.of(
        List.of("R² on the Box-Cox scale", text("%.3f", heldOut.boxCox().r2()), interval("%.3f", intervals.r2())),
        List.of("R² in tonnes", text("%.3f", heldOut.tonnes().r2()), interval("%.3f", intervals.r2InTonnes())),
        List.of("mean absolute error, t", text("%.1f", heldOut.tonnes().mae()), interval("%.1f", intervals.mae()))));
    heldOut.total("").meansOverActual().ifPresent(total -> rows.add(List.of("total predicted ÷ measured",
        text("%.3f", total), interval("%.3f", intervals.total()))));
    heldOut.coverage().ifPresent(share -> rows.add(
        List.of("rows within their 90% prediction interval", text("%.1f%%", 100 * share), "")));
    return new Grid(List.of("score", "value", "90% interval over buildings"), rows);
  }

  /// The scores of groups: by property type, neighborhood and year.
  List<Grid> groups() {
    return List.of(by("property type", row -> ScoredRows.named(row, Category.PRIMARY_TYPE)),
        by("neighborhood", row -> ScoredRows.named(row, Category.NEIGHBORHOOD)),
        by("year", row -> "" + row.key().year()));
  }

  /// Of some rows, those with the most rows first.
  private Grid by(String what, Function<ModelRow, String> group) {
    List<List<String>> rows = heldOut.by(group).stream().map(errors -> {
      ScoredRows own = heldOut.where(row -> group.apply(row).equals(errors.group())).orElseThrow();
      OptionalDouble total = own.total("").meansOverActual();
      OptionalDouble within = own.coverage();
      return List.of(errors.group(), text("%,d", errors.rows()), text("%,d", own.buildings()),
          text("%,.1f", errors.actual()), text("%,.1f", errors.absolute()),
          interval("%,.1f", Bootstrap.of(own).of(new DrawnScores(own)::mae)),
          total.isPresent() ? text("%.2f", total.getAsDouble()) : "",
          within.isPresent() ? text("%.0f%%", 100 * within.getAsDouble()) : "");
    }).toList();
    return new Grid(List.of(what, "rows", "buildings", "measured, mean t", "mean absolute error, t",
        "90% interval over buildings", "total predicted ÷ measured", "within interval"), rows);
  }

  private static String interval(String format, Optional<Bootstrap.Interval> about) {
    return about.map(one -> text(format + " to " + format, one.lower(), one.upper())).orElse("");
  }
}
