// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.DataTable;
import io.carbonflow.components.page.DataTable.Cell;
import io.carbonflow.components.page.Figure.Mark;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.explain.Contribution;
import io.carbonflow.model.explain.Explanation;
import io.carbonflow.model.transform.Outside;

/// The held-out rows that are predicted the furthest off, in tonnes.
///
/// @param rows all held-out rows
/// @param worst their positions, the largest miss first
/// @param reasons the main factors of each of these predictions; empty where the model cannot be explained
record LargestMisses(ScoredRows rows, List<Integer> worst, List<Explanation> reasons) {
  private static final int MOST = 50;
  private static final int MAIN_REASONS = 3;

  /// Copies the lists.
  LargestMisses {
    worst = List.copyOf(worst);
    reasons = List.copyOf(reasons);
  }

  /// Looks for them.
  ///
  /// @param model what predicted them, to say why; empty for no reasons
  static LargestMisses of(ScoredRows rows, Optional<Bundle> model) {
    double[] actual = rows.actual();
    double[] predicted = rows.predicted();
    List<Integer> worst = IntStream.range(0, actual.length).boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(predicted[i] - actual[i]))).limit(MOST).toList();
    return new LargestMisses(rows, worst,
        model.filter(Bundle::explains).map(one -> one.explain(worst.stream().map(rows.rows()::get).toList()))
            .orElse(List.of()));
  }

  /// What each held-out row says as a point of a figure; those of the table lead to it.
  List<Mark> marks() {
    Set<Integer> linked = Set.copyOf(worst);
    return IntStream.range(0, rows.rows().size())
        .mapToObj(i -> new Mark(tip(i), linked.contains(i) ? id(i) : "")).toList();
  }

  private String tip(int i) {
    ModelRow row = rows.rows().get(i);
    return text("%s%s, %d: measured %,.1f t, predicted %,.1f t", row.key().building(),
        row.name().isEmpty() ? "" : " " + row.name(), row.key().year(), row.tonnes(), rows.predictions().get(i).tonnes());
  }

  private String id(int i) {
    return "row-" + rows.rows().get(i).key().building() + "-" + rows.rows().get(i).key().year();
  }

  /// The table.
  Section section() {
    DataTable table = new DataTable(
        text("The %d of %,d held-out rows with the largest errors", worst.size(), rows.rows().size()),
        List.of("building", "name", "year", "type", "floor area, sq ft", "measured, t", "predicted, t", "error (predicted − measured), t",
            "90% interval, t", "within", "outside of the training data", "main factors of the prediction"));
    IntStream.range(0, worst.size()).forEach(at -> table.row(id(worst.get(at)), cells(at)));
    return new Section("Largest errors",
        "<p>Where to look first: a typing error in the table, a building that is unlike all others, or something that"
            + " no column tells. The points of these rows in the figures above lead here.</p>\n" + table.toHtml());
  }

  private List<Cell> cells(int at) {
    ModelRow row = rows.rows().get(worst.get(at));
    Prediction prediction = rows.predictions().get(worst.get(at));
    return List.of(Cell.text(row.key().building()), Cell.text(row.name()),
        Cell.number(row.key().year(), "%.0f"), Cell.text(row.category(Category.PRIMARY_TYPE)),
        Cell.number(row.area(), "%,.0f"), Cell.number(row.tonnes(), "%,.1f"),
        Cell.number(prediction.tonnes(), "%,.1f"), Cell.number(prediction.tonnes() - row.tonnes(), "%+,.1f"),
        Cell.text(prediction.interval().map(one -> text("%,.1f to %,.1f", one.lower(), one.upper())).orElse("")),
        Cell.text(prediction.interval().map(one -> one.contains(row.tonnes()) ? "yes" : "no").orElse("")),
        Cell.text(prediction.outside().stream().map(Outside::text).collect(Collectors.joining("; "))),
        Cell.text(reasons.isEmpty() ? "" : reasons.get(at).largest(MAIN_REASONS).stream()
            .map(Contribution::toString).collect(Collectors.joining("; "))));
  }
}
