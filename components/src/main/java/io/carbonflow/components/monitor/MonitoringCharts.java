// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.feature.BoxCox;

/// The figures of what was found.
final class MonitoringCharts {
  /// How many inputs are shown: those that are furthest apart.
  private static final int INPUTS = 3;

  /// How many property types are shown: those with the most rows.
  private static final int TYPES = 8;

  private static final int PARTS = 100;

  private MonitoringCharts() {}

  /// All of them.
  static List<Figure> of(MonitoringFindings found) {
    List<Figure> figures = new ArrayList<>();
    found.now().scoredUnseen().ifPresent(rows -> figures.add(predicted(rows)));
    if (!found.types().isEmpty()) {
      figures.add(types(found.types().stream().limit(TYPES).toList()));
    }
    found.now().unseen().flatMap(rows -> distributions("predictions",
        "Predictions for buildings that it was not trained on", "Box-Cox scale of tonnes",
        Drift.boxCox(found.reference().heldOut()), Drift.boxCox(rows))).ifPresent(figures::add);
    found.inputs().stream().sorted(Comparator.comparingDouble(Change::difference).reversed())
        .flatMap(change -> feature(change).stream())
        .flatMap(feature -> distributions("input-" + feature.ordinal(),
            feature.column() + ", " + feature.description(), feature.unit(),
            Drift.values(feature, found.reference().training()),
            Drift.values(feature, found.now().rows())).stream())
        .limit(INPUTS).forEach(figures::add);
    return figures;
  }

  private static Optional<Feature> feature(Change change) {
    return Stream.of(Feature.values()).filter(one -> one.column().equals(change.name())).findFirst();
  }

  private static Figure predicted(ScoredRows rows) {
    double[] actual = BoxCox.of(rows.actual());
    double[] ends = {Arrays.stream(actual).min().orElse(0), Arrays.stream(actual).max().orElse(1)};
    return new Figure("predicted", "Predicted against actual",
        Axis.of("actual, Box-Cox scale"), Axis.of("predicted, Box-Cox scale"))
        .line("exact", PlotColor.GREY, ends, ends)
        .points("new row", PlotColor.BLUE, actual, BoxCox.of(rows.predicted()))
        .says(Page.text("%,d new rows of buildings that the model was not trained on;"
            + " R² is %.3f.", rows.rows().size(), rows.boxCox().r2()));
  }

  private static Figure types(List<Change> types) {
    List<String> names = types.stream().map(Change::name).toList();
    double[] rows = IntStream.range(0, names.size()).mapToDouble(i -> -i).toArray();
    Change worst = types.stream()
        .max(Comparator.comparingDouble(change -> change.now() - change.before())).orElseThrow();
    return new Figure("types", "Mean absolute error by property type", Axis.of("tonnes"),
        Axis.of(names))
        .bars("now", PlotColor.BLUE, types.stream().mapToDouble(Change::now).toArray())
        .points("promised", PlotColor.ORANGE, types.stream().mapToDouble(Change::before).toArray(), rows)
        .says(Page.text("The types with the most new rows. The largest rise is that of"
            + " %s, from %,.1f to %,.1f t.", worst.name(), worst.before(), worst.now()));
  }

  /// Empty where nothing is known of one of both.
  private static Optional<Figure> distributions(
      String name, String title, String unit, double[] before, double[] now) {
    double[] old = parts(before);
    double[] recent = parts(now);
    return old.length == 0 || recent.length == 0 ? Optional.empty() : Optional.of(
        new Figure(name, title, Axis.of(unit), Axis.of("share of buildings with at most that much"))
        .line("before", PlotColor.BLUE, old, shares(old))
        .line("now", PlotColor.ORANGE, recent, shares(recent))
        .says(Page.text(
            "The median is %.4g where it was %.4g.", recent[PARTS / 2], old[PARTS / 2])));
  }

  /// The values that part the known ones into hundredths; none if none is known.
  private static double[] parts(double[] values) {
    double[] known = DoubleStream.of(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return IntStream.rangeClosed(0, known.length == 0 ? -1 : PARTS).mapToDouble(part ->
        known[(int) Math.min(known.length - 1, (long) part * known.length / PARTS)]).toArray();
  }

  private static double[] shares(double[] parts) {
    return IntStream.range(0, parts.length).mapToDouble(i -> (double) i / PARTS).toArray();
  }
}
