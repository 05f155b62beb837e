// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.monitor.Alarms.Respect;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.feature.BoxCox;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.permutation.KolmogorovSmirnov;
import io.carbonflow.permutation.Statistic;
import io.carbonflow.permutation.TotalVariation;

/// Whether what a model takes, or gives, is distributed differently than before. A building counts once.
///
/// @param alarms what is an alarm
record Drift(Alarms alarms) {
  /// The categories that a model takes.
  private static final List<Category> CATEGORIES = List.of(Category.NEIGHBORHOOD,
      Category.LARGEST_USE, Category.SECOND_USE, Category.THIRD_USE);

  /// The year, which is always another, and what follows from another number.
  private static final Set<Feature> LEFT_OUT = EnumSet.of(
      Feature.YEAR, Feature.AGE_SQUARED, Feature.SCORE_MISSING, Feature.SCORE_LOGIT);

  /// All numbers and categories that a model takes.
  ///
  /// @param before those that it was trained on
  /// @param now new ones
  List<Change> inputs(FeatureSet features, InputsByBuilding before, InputsByBuilding now)
      throws InterruptedException {
    List<Respect> respects = new ArrayList<>();
    for (Feature feature : Feature.of(features)) {
      double[] known = before.of(feature);
      if (!LEFT_OUT.contains(feature) && !Arrays.stream(known).allMatch(Double::isNaN)) {
        respects.add(number(feature.column(), known, now.of(feature)));
      }
    }
    CATEGORIES.forEach(category ->
        respects.add(category(category.column(), before.of(category), now.of(category))));
    return alarms.ask(before.size(), now.size(), respects);
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

  private static double median(double[] values) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return known.length == 0 ? Double.NaN : known[known.length / 2];
  }
}
