// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.influence.Dependence;
import io.carbonflow.components.influence.Importance;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.page.Section;
import io.carbonflow.model.building.FeatureGroup;

/// What the best model goes by: how much each feature changes its predictions, and in which way the
/// main ones do.
final class Decisions {
  private Decisions() {}

  static Optional<Section> of(Report report) {
    if (report.importances().isEmpty()) {
      return Optional.empty();
    }
    List<Figure> figures = new ArrayList<>(List.of(importance(report.importances())));
    report.dependences().forEach(one -> figures.add(dependence(one)));
    return Optional.of(new Section("Feature importance and partial dependence",
        "<p>Shapley values of a sample of held-out rows, a hundred at most, relative to a typical building. They show"
            + " what the model uses, not what causes emissions.</p>\n", figures));
  }

  private static Figure importance(List<Importance> importances) {
    Importance first = importances.getFirst();
    return new Figure("importance", "How much a feature changes a prediction",
        Axis.of("mean factor, up or down").labeled(amount -> text("× %.2f", Math.exp(amount))),
        Axis.of(importances.stream().map(one -> one.feature().title()).toList()))
        .bars("mean change", PlotColor.BLUE,
            importances.stream().mapToDouble(Importance::amount).toArray())
        .says(text("What changes a prediction the most is %s: by a factor of %.2f on average, up or"
            + " down.", first.feature().title(), first.factor()));
  }

  private static Figure dependence(Dependence dependence) {
    List<Dependence.Point> points = dependence.points();
    String title = "Partial dependence: " + subject(dependence.feature());
    String name = "dependence_" + dependence.feature().name().toLowerCase(Locale.ROOT);
    Dependence.Point most =
        points.stream().max(Comparator.comparingDouble(Dependence.Point::tonnes)).orElseThrow();
    Dependence.Point least =
        points.stream().min(Comparator.comparingDouble(Dependence.Point::tonnes)).orElseThrow();
    double[] tonnes = points.stream().mapToDouble(Dependence.Point::tonnes).toArray();
    double[] values = points.stream().mapToDouble(Dependence.Point::value).toArray();
    String says = text("With all other features unchanged, the typical prediction goes from %.1f t (%s) to %.1f t"
        + " (%s).", least.tonnes(), words(dependence.feature(), least), most.tonnes(),
        words(dependence.feature(), most));
    if (dependence.hasCategories()) {
      return new Figure(name, title, Axis.of("typical prediction, t"), Axis.of(points.stream()
          .map(Dependence.Point::category).toList()))
          .bars("typical prediction", PlotColor.BLUE, tonnes).says(says);
    }
    Figure figure = new Figure(name, title, axis(dependence.feature()), Axis.of("typical prediction, t"))
        .line("typical prediction", PlotColor.BLUE, values, tonnes);
    double[] known = dependence.known().stream().mapToDouble(own -> own).toArray();
    if (known.length > 0) {
      figure.points("where rows are", PlotColor.GRAY, known,
          Arrays.stream(known).map(_ -> least.tonnes()).toArray());
    }
    return figure.says(says);
  }

  private static Axis axis(FeatureGroup feature) {
    return switch (feature) {
      case FLOOR_AREA -> Axis.of("floor area, thousand sq ft")
          .labeled(area -> Axis.number(area / 1000));
      case FUELS -> Axis.of("electricity, the rest natural gas, %")
          .labeled(share -> Axis.number(100 * share));
      case AGE -> Axis.of("age, years");
      default -> Axis.of(feature.title());
    };
  }

  private static String subject(FeatureGroup feature) {
    return switch (feature) {
      case USES -> "use";
      case FUELS -> "mix of fuels";
      case FLOORS -> "number of floors";
      default -> feature.title();
    };
  }

  private static String words(FeatureGroup feature, Dependence.Point point) {
    return switch (feature) {
      case FLOOR_AREA -> text("%,.0f sq ft", point.value());
      case FUELS -> text("%.0f%% electricity", 100 * point.value());
      case AGE -> text("%.0f years", point.value());
      case SCORE -> text("score %.0f", point.value());
      case FLOORS -> text("%.0f floors", point.value());
      default -> point.category();
    };
  }
}
