// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.baseline;

import module java.base;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.TrainingRows;
import io.carbonflow.model.transform.Transformer;

/// Each year predicted from those before it, as if carbonflow had been retrained each year.
///
/// @param fromYearBefore each year from the newest one before it alone
/// @param fromAllBefore each year from all before it; of the second year the same as from the first
/// @param sample which part of the rows it was made of; empty for all
public record Backtest(List<NextYear> fromYearBefore, List<NextYear> fromAllBefore, Optional<Sample> sample) {
  /// About how many rows are taken: ten years of Seattle have fewer. The time goes into fits, of which there are two a year.
  private static final int MOST_ROWS = 20_000;

  /// Some of many rows, those of whole buildings.
  ///
  /// @param rows how many
  /// @param of of how many
  public record Sample(int rows, int of) {}

  /// Copies the lists and checks that they are of some year.
  ///
  /// @throws IllegalArgumentException if they are of none
  public Backtest {
    fromYearBefore = List.copyOf(fromYearBefore);
    fromAllBefore = List.copyOf(fromAllBefore);
    if (fromYearBefore.isEmpty() || fromAllBefore.isEmpty()) {
      throw new IllegalArgumentException("a backtest of no year");
    }
  }

  /// One of all rows.
  public Backtest(List<NextYear> fromYearBefore, List<NextYear> fromAllBefore) {
    this(fromYearBefore, fromAllBefore, Optional.empty());
  }

  /// Trains and predicts; empty where there are no two years with enough rows. A year need not follow
  /// right after another: one that is missing, or has few rows, is passed over. Of many rows some are taken.
  ///
  /// @param all rows to learn from, of any side of the split: here the years are the split
  /// @param transformer learns to prepare rows
  /// @param fit fits the model
  /// @throws InterruptedException if the thread is interrupted
  public static Optional<Backtest> of(List<ModelRow> all,
      Function<List<ModelRow>, Transformer> transformer, NextYear.Fit fit) throws InterruptedException {
    List<ModelRow> rows = some(all);
    NavigableSet<Integer> years = years(rows);
    List<NextYear> fromYearBefore = new ArrayList<>();
    List<NextYear> fromAllBefore = new ArrayList<>();
    for (int year : years) {
      NavigableSet<Integer> before = years.headSet(year, false);
      if (before.isEmpty()) {
        continue;
      }
      Optional<NextYear> last =
          NextYear.of(rows, new TreeSet<>(Set.of(before.last())), year, transformer, fit);
      last.ifPresent(fromYearBefore::add);
      (before.size() == 1 ? last : NextYear.of(rows, before, year, transformer, fit))
          .ifPresent(fromAllBefore::add);
    }
    return fromYearBefore.isEmpty() || fromAllBefore.isEmpty()
        ? Optional.empty() : Optional.of(new Backtest(fromYearBefore, fromAllBefore, rows.size() == all.size()
            ? Optional.empty() : Optional.of(new Sample(rows.size(), all.size()))));
  }

  /// All years of some buildings, spread evenly over their ids.
  private static List<ModelRow> some(List<ModelRow> all) {
    if (all.size() <= MOST_ROWS) {
      return all;
    }
    List<String> buildings = all.stream().map(row -> row.key().building()).distinct().sorted().toList();
    int most = Math.toIntExact((long) buildings.size() * MOST_ROWS / all.size());
    Set<String> some = TrainingRows.evenly(buildings.size(), most).mapToObj(buildings::get).collect(Collectors.toSet());
    return all.stream().filter(row -> some.contains(row.key().building())).toList();
  }

  /// The years of which there are enough rows to train on and to score.
  private static NavigableSet<Integer> years(List<ModelRow> rows) {
    Map<Integer, Long> counts = rows.stream()
        .collect(Collectors.groupingBy(row -> row.key().year(), Collectors.counting()));
    return counts.entrySet().stream().filter(year -> year.getValue() >= NextYear.LEAST_ROWS)
        .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
  }

  /// The newest year, from all before it: what the next retraining can hope for.
  public NextYear newest() {
    return fromAllBefore.getLast();
  }

  /// Whether more than one year was predicted.
  public boolean isOfManyYears() {
    return fromAllBefore.size() > 1;
  }
}
