// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.publish.Comparison;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.CleanCsv;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Bundle;

/// How often monitoring alarms although nothing has changed: buildings of one table are dealt out to
/// "before" and "now" by chance, again and again.
///
/// ```sh
/// java -cp … io.carbonflow.components.monitor.FalseAlarms ROWS.csv MODEL.carbonflow DRAWS
/// ```
/// prints a table of the rates for several numbers of buildings.
public final class FalseAlarms {
  private static final double RATE = 0.05;
  private final List<ModelRow> rows;
  private final Bundle model;
  private final Alarms alarms;

  /// @param rows clean rows that the model was trained and judged on
  FalseAlarms(List<ModelRow> rows, Bundle model, Workers workers) {
    this.rows = rows;
    this.model = model;
    this.alarms = new Alarms(RATE, new Tolerance(Tolerance.DEFAULT), workers);
  }

  /// How often a question was answered with "not by chance", and with an alarm.
  ///
  /// @param significant the share of draws with a p up to the rate
  /// @param alarmed the share of draws with an alarm
  record Rates(double significant, double alarmed) {
    private static Rates of(List<List<Change>> answers) {
      return new Rates(
          share(answers, change -> change.p() <= RATE), share(answers, Change::alarm));
    }

    private static double share(
        List<List<Change>> answers, Predicate<Change> what) {
      return answers.stream().filter(changes -> changes.stream().anyMatch(what)).count()
          / (double) answers.size();
    }
  }

  /// Two groups of buildings, by chance.
  private List<List<ModelRow>> draw(List<ModelRow> from, int before, int now, Random random) {
    Map<String, List<ModelRow>> byBuilding = from.stream().collect(Collectors.groupingBy(
        row -> row.key().building(), TreeMap::new, Collectors.toList()));
    List<List<ModelRow>> buildings = new ArrayList<>(byBuilding.values());
    Collections.shuffle(buildings, random);
    return List.of(
        buildings.subList(0, before).stream().flatMap(List::stream).toList(),
        buildings.subList(before, before + now).stream().flatMap(List::stream).toList());
  }

  Rates inputs(int before, int now, int draws) throws InterruptedException {
    Random random = new Random(before * 31L + now);
    List<List<Change>> answers = new ArrayList<>();
    for (int i = 0; i < draws; i++) {
      List<List<ModelRow>> both = draw(rows, before, now, random);
      answers.add(new Drift(alarms).inputs(
          model.scale().features(), InputsByBuilding.of(both.get(0)), InputsByBuilding.of(both.get(1))));
    }
    return Rates.of(answers);
  }

  /// Scores, and with them predictions: of buildings that the model was not trained on.
  List<Rates> heldOut(int before, int now, int draws) throws InterruptedException {
    Random random = new Random(before * 31L + now);
    ScoredRows heldOut = ScoredRows.of(
        model, rows.stream().filter(row -> Comparison.isHeldOut(row, model)).toList());
    List<List<Change>> scores = new ArrayList<>();
    List<List<Change>> types = new ArrayList<>();
    List<List<Change>> predictions = new ArrayList<>();
    for (int i = 0; i < draws; i++) {
      List<List<ModelRow>> both = draw(heldOut.rows(), before, now, random);
      ScoredRows old = heldOut.where(Set.copyOf(both.get(0))::contains).orElseThrow();
      ScoredRows current = heldOut.where(Set.copyOf(both.get(1))::contains).orElseThrow();
      ScoreChanges changes = ScoreChanges.of(old, old.boxCox().r2(), current, alarms);
      scores.add(changes.scores());
      types.add(changes.types());
      predictions.add(List.of(new Drift(alarms).predictions(old, current)));
    }
    return List.of(Rates.of(scores), Rates.of(types), Rates.of(predictions));
  }

  int buildings(boolean heldOut) {
    return (int) rows.stream().filter(row -> !heldOut || Comparison.isHeldOut(row, model))
        .map(row -> row.key().building()).distinct().count();
  }

  /// Prints the table.
  public static void main(String[] args) throws InterruptedException {
    int draws = Integer.parseInt(args[2]);
    try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
      FalseAlarms all = new FalseAlarms(CleanCsv.read(Csv.read(Path.of(args[0]))),
          Bundle.load(Path.of(args[1])), workers);
      System.out.println("| question | buildings before | now | p ≤ 0.05 | alarm |");
      System.out.println("| --- | ---: | ---: | ---: | ---: |");
      int half = all.buildings(false) / 2;
      for (int[] sizes : new int[][] {{half, 30}, {half, 100}, {half, 300}, {half, half}}) {
        print("inputs", sizes, all.inputs(sizes[0], sizes[1], draws));
      }
      int halfHeldOut = all.buildings(true) / 2;
      for (int now : new int[] {30, 60, 120, halfHeldOut}) {
        int[] sizes = {halfHeldOut, now};
        List<Rates> rates = all.heldOut(sizes[0], sizes[1], draws);
        print("scores", sizes, rates.get(0));
        print("types", sizes, rates.get(1));
        print("predictions", sizes, rates.get(2));
      }
    }
  }

  private static void print(String question, int[] sizes, Rates rates) {
    System.out.printf(Locale.ROOT, "| %s | %,d | %,d | %.3f | %.3f |%n", question, sizes[0],
        sizes[1], rates.significant(), rates.alarmed());
  }
}
