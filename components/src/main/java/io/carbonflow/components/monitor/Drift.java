// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.monitor.Alarms.Respect;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.BoxCox;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.permutation.KolmogorovSmirnov;
import io.carbonflow.permutation.Statistic;
import io.carbonflow.permutation.TotalVariation;

/// Whether what a model takes, or gives, is distributed differently than before. A building counts once:
/// with the mean of a number over its years, and with the last year's category.
///
/// @param alarms what is an alarm
record Drift(Alarms alarms) {
  /// The categories that a model takes.
  private static final List<Category> CATEGORIES = List.of(Category.NEIGHBORHOOD,
      Category.LARGEST_USE, Category.SECOND_USE, Category.THIRD_USE);

  /// The year, which is always another, and what follows from another number.
  private static final Set<Feature> LEFT_OUT = EnumSet.of(
      Feature.YEAR, Feature.AGE_SQUARED, Feature.SCORE_MISSING, Feature.SCORE_LOGIT);

  /// All numbers and categories that a model takes, the numbers on the steps on which it takes them: how a table
  /// rounds is not a drift, as where an all-electric building's share is 1.00004 in one year and 1 in another.
  ///
  /// @param before the rows that it was trained on
  /// @param now new rows
  List<Change> inputs(FeatureSet features, List<ModelRow> before, List<ModelRow> now)
      throws InterruptedException {
    List<List<ModelRow>> old = byBuilding(before);
    List<List<ModelRow>> current = byBuilding(now);
    List<Respect> respects = new ArrayList<>();
    for (Feature feature : Feature.of(features)) {
      boolean isKnown = before.stream().anyMatch(row -> !Double.isNaN(row.feature(feature)));
      if (isKnown && !LEFT_OUT.contains(feature)) {
        respects.add(number(feature.column(),
            means(old, row -> row.feature(feature)), means(current, row -> row.feature(feature))));
      }
    }
    CATEGORIES.forEach(category -> respects.add(
        category(category.column(), last(old, category), last(current, category))));
    return alarms.ask(old.size(), current.size(), respects);
  }

  /// The predictions on the Box-Cox scale.
  ///
  /// @param before the rows that the model was judged on
  /// @param now new rows
  Change predictions(ScoredRows before, ScoredRows now) throws InterruptedException {
    return alarms.ask(before.buildings(), now.buildings(),
        List.of(number("prediction", boxCox(before), boxCox(now)))).getFirst();
  }

  /// The mean predictions of buildings, on the Box-Cox scale.
  static double[] boxCox(ScoredRows rows) {
    return rows.byBuilding().stream().mapToDouble(unit ->
        Arrays.stream(BoxCox.of(unit.predicted())).average().orElseThrow()).toArray();
  }

  /// The values of a feature by building, NaN where it is not known.
  static double[] values(Feature feature, List<ModelRow> rows) {
    return means(byBuilding(rows), row -> row.feature(feature));
  }

  /// The last value of a category of each building.
  static List<String> values(Category category, List<ModelRow> rows) {
    return last(byBuilding(rows), category);
  }

  private Respect number(String name, double[] before, double[] now) {
    double[] all = DoubleStream.concat(Arrays.stream(before), Arrays.stream(now)).toArray();
    return respect(name, "median", median(before), median(now), new KolmogorovSmirnov(all),
        before.length, all.length);
  }

  private Respect category(String name, List<String> before, List<String> now) {
    List<String> all = Stream.of(before, now).flatMap(List::stream).toList();
    String changed = all.stream().distinct().sorted().max(Comparator.comparingDouble(
        level -> Math.abs(share(level, now) - share(level, before)))).orElseThrow();
    return respect(name, "share of " + (changed.isEmpty() ? "unknown" : changed),
        share(changed, before), share(changed, now), new TotalVariation(all), before.size(),
        all.size());
  }

  private static double share(String level, List<String> all) {
    return Collections.frequency(all, level) / (double) all.size();
  }

  private Respect respect(String name, String measured, double before, double now,
      Statistic statistic, int old, int all) {
    boolean[] isNew = new boolean[all];
    Arrays.fill(isNew, old, all, true);
    return new Respect(name, measured, before, now, statistic.of(isNew), statistic,
        alarms.tolerance().drift());
  }

  private static List<List<ModelRow>> byBuilding(List<ModelRow> rows) {
    return List.copyOf(rows.stream().map(ModelRow::stepped).collect(Collectors.groupingBy(
        row -> row.key().building(), TreeMap::new, Collectors.toList())).values());
  }

  private static double[] means(List<List<ModelRow>> units, ToDoubleFunction<ModelRow> value) {
    return units.stream().mapToDouble(rows -> rows.stream().mapToDouble(value)
        .filter(known -> !Double.isNaN(known)).average().orElse(Double.NaN)).toArray();
  }

  private static List<String> last(List<List<ModelRow>> units, Category category) {
    return units.stream().map(rows -> rows.stream()
        .max(Comparator.comparingInt(row -> row.key().year())).orElseThrow().category(category))
        .toList();
  }

  private static double median(double[] values) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return known.length == 0 ? Double.NaN : known[known.length / 2];
  }
}
