// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.BoxCox;

/// The figures of what was found.
final class MonitoringCharts {
  /// How many property types are shown: those with the most rows.
  private static final int TYPES = 8;

  /// How many values of a category are shown: those whose shares changed the most.
  private static final int LEVELS = 8;

  private static final int PARTS = 50;

  private MonitoringCharts() {}

  /// How well it predicts.
  static List<Figure> scores(MonitoringFindings found) {
    List<Figure> figures = new ArrayList<>();
    found.now().scoredUnseen().ifPresent(rows -> figures.add(predicted(rows)));
    if (!found.types().isEmpty()) {
      figures.add(types(found.types().stream().limit(TYPES).toList()));
    }
    return figures;
  }

  /// How far apart inputs and predictions are.
  ///
  /// @param least how far apart they have to be for it to matter, from 0 to 1
  static Figure apart(List<Change> changes, double least) {
    double[] where = {0.5, 0.5 - Math.max(2, changes.size())};
    List<String> alarms = changes.stream().filter(Change::alarm)
        .map(change -> InputWords.of(change.name()).title()).toList();
    return new Figure("apart", "How far apart training rows and new rows are", Axis.of("distance, from 0 to 1"),
        Axis.of(changes.stream().map(change -> InputWords.of(change.name()).title()).toList()))
        .bars("no alarm", PlotColor.BLUE, differences(changes, false))
        .bars("alarm", PlotColor.ORANGE, differences(changes, true))
        .line(Page.text("drift tolerance %s", Axis.number(least)), PlotColor.GRAY, new double[] {least, least}, where)
        .says((alarms.isEmpty() ? "No alarm." : "Alarms: " + String.join(", ", alarms) + ".")
            + " An alarm has to be beyond the thin line, and more than chance.");
  }

  private static double[] differences(List<Change> changes, boolean alarms) {
    return changes.stream().mapToDouble(change -> change.alarm() == alarms ? change.difference() : 0).toArray();
  }

  /// The distribution of one input or of the predictions, before and now; empty where nothing is known of one of both.
  static Optional<Figure> distribution(Change change, MonitoringFindings found) {
    InputsByBuilding before = found.before();
    InputsByBuilding now = found.after();
    InputWords words = InputWords.of(change.name());
    Optional<Feature> feature =
        Stream.of(Feature.values()).filter(one -> one.column().equals(change.name())).findFirst();
    Optional<Category> category =
        Stream.of(Category.values()).filter(one -> one.column().equals(change.name())).findFirst();
    return feature.isPresent()
        ? distributions("input-" + feature.get().ordinal(), words, before.of(feature.get()),
            now.of(feature.get()))
        : category.isPresent()
            ? Optional.of(shares("category-" + category.get().ordinal(), words, before.of(category.get()),
                now.of(category.get())))
            : found.now().unseen().flatMap(rows -> distributions("predictions", words,
                Drift.boxCox(found.reference().heldOut()), Drift.boxCox(rows)));
  }

  private static Figure predicted(ScoredRows rows) {
    double[] actual = BoxCox.of(rows.actual());
    double[] ends = {Arrays.stream(actual).min().orElse(0), Arrays.stream(actual).max().orElse(1)};
    return new Figure("predicted", "Predicted vs. actual",
        Axis.of("actual, Box-Cox scale"), Axis.of("predicted, Box-Cox scale"))
        .line("exact", PlotColor.GRAY, ends, ends)
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
        .says(Page.text("The types with the most new rows. Of these the error of %s rises most,"
            + " from %,.1f to %,.1f t.", worst.name(), worst.before(), worst.now()));
  }

  private static Optional<Figure> distributions(String name, InputWords words, double[] before, double[] now) {
    double[] old = parts(before);
    double[] recent = parts(now);
    return old.length == 0 || recent.length == 0 ? Optional.empty() : Optional.of(
        new Figure(name, heading(words), words.axis(),
            Axis.of("share of buildings with at most that much, %").labeled(share -> Axis.number(100 * share)))
        .line("training rows", PlotColor.BLUE, old, shares(old))
        .line("new rows", PlotColor.ORANGE, recent, shares(recent))
        .says("Median: " + words.text(recent[PARTS / 2]) + "; of training rows "
            + words.text(old[PARTS / 2]) + "."));
  }

  private static String heading(InputWords words) {
    String title = words.title().substring(0, 1).toUpperCase(Locale.ROOT) + words.title().substring(1);
    return words.about().isEmpty() || words.about().equals(words.title()) ? title : title + ": " + words.about();
  }

  private static Figure shares(String name, InputWords words, List<String> before, List<String> now) {
    List<String> levels = Stream.of(before, now).flatMap(List::stream).distinct().sorted()
        .sorted(Comparator.comparingDouble(level -> -Math.abs(share(level, now) - share(level, before))))
        .limit(LEVELS).toList();
    double[] lines = IntStream.range(0, levels.size()).mapToDouble(i -> -i).toArray();
    double[] old = levels.stream().mapToDouble(level -> share(level, before)).toArray();
    double[] recent = levels.stream().mapToDouble(level -> share(level, now)).toArray();
    return new Figure(name, heading(words), Axis.of("buildings, %"),
        Axis.of(levels.stream().map(level -> level.isBlank() ? "not known" : level).toList()))
        .bars("new rows", PlotColor.BLUE, recent)
        .points("training rows", PlotColor.ORANGE, old, lines)
        .says(Page.text("%s changed the most: %.1f%% of buildings where it was %.1f%%.",
            levels.getFirst().isBlank() ? "Not known" : levels.getFirst(), recent[0], old[0]));
  }

  private static double share(String level, List<String> all) {
    return 100.0 * Collections.frequency(all, level) / all.size();
  }

  /// The values that part the known ones into fiftieths; none if none is known.
  private static double[] parts(double[] values) {
    double[] known = DoubleStream.of(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return IntStream.rangeClosed(0, known.length == 0 ? -1 : PARTS).mapToDouble(part ->
        known[(int) Math.min(known.length - 1, (long) part * known.length / PARTS)]).toArray();
  }

  private static double[] shares(double[] parts) {
    return IntStream.range(0, parts.length).mapToDouble(i -> (double) i / PARTS).toArray();
  }
}
