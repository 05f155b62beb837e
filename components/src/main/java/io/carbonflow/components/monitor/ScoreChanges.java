// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.monitor.Alarms.Respect;
import io.carbonflow.components.score.GroupErrors;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.BoxCox;
import io.carbonflow.permutation.Means;
import io.carbonflow.permutation.SquaredErrors;
import io.carbonflow.permutation.Statistic;

/// Whether a model does worse on new rows than on those that it was judged on.
///
/// @param before the rows that it was judged on
/// @param promised the R² that it promises by these, or by more of them
/// @param now new rows
/// @param units both by building, those that it was judged on first
/// @param alarms what is an alarm
record ScoreChanges(
    ScoredRows before, double promised, ScoredRows now, List<ScoredRows> units, Alarms alarms) {
  /// With fewer new buildings than this nothing is said.
  static final int LEAST_BUILDINGS = 30;

  /// With fewer buildings of a type, before or now, nothing is said of it.
  private static final int LEAST_OF_TYPE = 10;

  private static final String MAE = "mean absolute error, t";

  /// Those rows and these.
  static ScoreChanges of(ScoredRows before, double promised, ScoredRows now, Alarms alarms) {
    return new ScoreChanges(before, promised, now, Stream.of(before, now)
        .flatMap(rows -> rows.byBuilding().stream()).toList(), alarms);
  }

  /// R², the mean absolute error, and if the model tells intervals, their coverage.
  List<Change> scores() throws InterruptedException {
    return alarms.ask(before.buildings(), now.buildings(),
        Stream.concat(Stream.of(r2(), mae()), coverage().stream()).toList());
  }

  private Optional<Respect> coverage() {
    if (before.coverage().isEmpty() || now.coverage().isEmpty()) {
      return Optional.empty();
    }
    double old = before.coverage().getAsDouble();
    double current = now.coverage().getAsDouble();
    Statistic missed = Means.difference(
        sums(unit -> unit.rows().size() - unit.covered()), sums(unit -> unit.rows().size()));
    return Optional.of(new Respect("coverage", "of intervals that are to hold 90%", old, current,
        old - current, missed, alarms.tolerance().coverage()));
  }

  private Respect r2() {
    double old = promised;
    double current = now.boxCox().r2();
    return new Respect("R²", "on the Box-Cox scale", old, current, old - current,
        new SquaredErrors(units.stream().map(unit -> SquaredErrors.Unit.of(
            BoxCox.of(unit.actual()), BoxCox.of(unit.predicted()))).toList()),
        alarms.tolerance().r2());
  }

  private Respect mae() {
    return mae("mean absolute error", before.tonnes().mae(), now.tonnes().mae(), _ -> true);
  }

  private Respect mae(String name, double old, double current, Predicate<ModelRow> wanted) {
    Statistic ratio = Means.ratio(
        sums(unit -> unit.where(wanted).map(ScoreChanges::absoluteErrors).orElse(0.0)),
        sums(unit -> unit.rows().stream().filter(wanted).count()));
    return new Respect(name, MAE, old, current, current / old - 1, ratio,
        alarms.tolerance().mae());
  }

  /// The mean absolute error by property type, of those types that were there before. Of a type of few
  /// buildings nothing is said.
  List<Change> types() throws InterruptedException {
    Map<String, Double> old = before.types().stream()
        .collect(Collectors.toMap(GroupErrors::group, GroupErrors::absolute));
    List<Respect> asked = new ArrayList<>();
    List<Change> few = new ArrayList<>();
    for (GroupErrors type : now.types()) {
      if (!old.containsKey(type.group())) {
        continue;
      }
      double was = old.get(type.group());
      Predicate<ModelRow> isOfIt = row -> row.category(Category.PRIMARY_TYPE).equals(type.group());
      if (Stream.of(before, now).allMatch(
          rows -> rows.where(isOfIt).orElseThrow().buildings() >= LEAST_OF_TYPE)) {
        asked.add(mae(type.group(), was, type.absolute(), isOfIt));
      } else {
        few.add(new Change(type.group(), MAE, was, type.absolute(), type.absolute() / was - 1,
            Double.NaN, false));
      }
    }
    List<Change> all =
        new ArrayList<>(alarms.ask(before.buildings(), now.buildings(), asked));
    all.addAll(few);
    return List.copyOf(all);
  }

  private double[] sums(ToDoubleFunction<ScoredRows> sum) {
    return units.stream().mapToDouble(sum).toArray();
  }

  private static double absoluteErrors(ScoredRows unit) {
    return IntStream.range(0, unit.rows().size()).mapToDouble(i -> Math.abs(
        unit.rows().get(i).tonnes() - unit.predictions().get(i).tonnes())).sum();
  }
}
