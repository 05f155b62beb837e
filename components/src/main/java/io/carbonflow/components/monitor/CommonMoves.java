// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.FuelMix;
import io.carbonflow.model.building.LastYear;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.FeatureSet;

/// How the buildings of each year of new rows moved together since they were last measured: the median of
/// what each uses now by what it used then, from the rows that the model came from. Of buildings of which no
/// earlier year is known the median of how far they are off what the model says stands in: that is a bias of
/// the year, and the spread around it the model's quality.
///
/// @param years of each year of new rows; none for a year of few buildings
record CommonMoves(SortedMap<Integer, CommonMove> years) {
  /// Fewer buildings tell of themselves alone.
  static final int FEWEST = 30;
  /// So many times more or less than all others did is odd.
  static final double FAR = 3;
  /// A type may move by more than all together: hotels used 24% less in the pandemic, all 8%.
  private static final double TYPE = 2;

  /// A building in a year, and what it did since it was last measured.
  private record Moved(String building, String type, int since, double factor) {}

  CommonMoves {
    years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
  }

  /// Those of new rows.
  ///
  /// @param now new rows of which the emissions are known; empty for none
  static CommonMoves of(Reference reference, Optional<ScoredRows> now, Tolerance tolerance) {
    LastYear before = LastYear.of(Stream.concat(
        reference.training().stream(), reference.heldOut().rows().stream()).toList());
    FeatureSet features = reference.model().bundle().scale().features();
    double[] promised = off(reference.heldOut());
    SortedMap<Integer, CommonMove> years = new TreeMap<>();
    now.ifPresent(all -> all.rows().stream().map(row -> row.key().year()).distinct().forEach(year -> {
      ScoredRows rows = all.where(row -> row.key().year() == year).orElseThrow();
      of(year, rows, before, features, reference.model().bundle().transformer().reference(), promised,
          Math.log1p(tolerance.movement()))
          .ifPresent(move -> years.put(year, move));
    }));
    return new CommonMoves(years);
  }

  private static Optional<CommonMove> of(int year, ScoredRows rows, LastYear before, FeatureSet features,
      FuelFactors fuels, double[] promised, double most) {
    List<Moved> energy = moved(rows.rows(), before, row -> features == FeatureSet.METERED
        ? row.siteEnergy() : row.siteEnergy() * fuels.of(FuelMix.of(row)));
    List<Moved> known = energy.size() >= FEWEST ? energy : moved(rows.rows(), before, ModelRow::tonnes);
    double[] off = off(rows);
    boolean isKnown = known.size() >= FEWEST;
    if (!isKnown && off.length < FEWEST) {
      return Optional.empty();
    }
    double bias = part(off, 0.5) / part(promised, 0.5);
    double[] factors = isKnown ? sorted(known.stream().mapToDouble(Moved::factor))
        : sorted(Arrays.stream(off).map(one -> one / part(promised, 0.5)));
    double median = part(factors, 0.5);
    SortedMap<String, Double> types = types(known, most);
    return Optional.of(new CommonMove(year, isKnown ? mostly(known) : 0, factors.length, part(factors, 0.25), median,
        part(factors, 0.75), types, Math.abs(Math.log(median)) <= most, bias, spread(off), spread(promised),
        known.stream().filter(one -> isFar(one.factor() / types.getOrDefault(one.type(), median)))
            .map(Moved::building).toList()));
  }

  private static List<Moved> moved(List<ModelRow> rows, LastYear before, ToDoubleFunction<ModelRow> measured) {
    List<Moved> all = new ArrayList<>();
    for (ModelRow row : rows) {
      before.before(row.key()).ifPresent(then -> {
        double factor = measured.applyAsDouble(row) / measured.applyAsDouble(then);
        if (factor > 0 && Double.isFinite(factor)) {
          all.add(new Moved(row.key().building(), then.category(Category.PRIMARY_TYPE), then.key().year(), factor));
        }
      });
    }
    return all;
  }

  private static SortedMap<String, Double> types(List<Moved> known, double most) {
    SortedMap<String, Double> types = new TreeMap<>();
    known.stream().collect(Collectors.groupingBy(Moved::type)).forEach((type, some) -> {
      double median = part(sorted(some.stream().mapToDouble(Moved::factor)), 0.5);
      if (some.size() >= FEWEST && Math.abs(Math.log(median)) <= TYPE * most) {
        types.put(type, median);
      }
    });
    return types;
  }

  private static int mostly(List<Moved> known) {
    return known.stream().collect(Collectors.groupingBy(Moved::since, TreeMap::new, Collectors.counting()))
        .entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static boolean isFar(double factor) {
    return Math.max(factor, 1 / factor) > FAR;
  }

  /// The factors by which emissions are more than the model says, sorted.
  private static double[] off(ScoredRows rows) {
    double[] actual = rows.actual();
    double[] predicted = rows.predicted();
    return sorted(IntStream.range(0, actual.length).mapToDouble(i -> (1 + actual[i]) / (1 + predicted[i])));
  }

  private static double[] sorted(DoubleStream values) {
    return values.filter(Double::isFinite).sorted().toArray();
  }

  private static double spread(double[] sorted) {
    return part(sorted, 0.75) / part(sorted, 0.25);
  }

  private static double part(double[] sorted, double part) {
    return sorted[(int) (part * (sorted.length - 1))];
  }

  /// Whether any year's movement is taken out.
  boolean takeOut() {
    return years.values().stream().anyMatch(CommonMove::usual);
  }

  /// Rows as they would have been measured had no year moved.
  ScoredRows takenOut(ScoredRows rows) {
    return new ScoredRows(rows.rows().stream().map(this::takenOut).toList(), rows.predictions());
  }

  private ModelRow takenOut(ModelRow row) {
    CommonMove move = years.get(row.key().year());
    if (move == null || !move.usual()) {
      return row;
    }
    double factor = move.of(row.category(Category.PRIMARY_TYPE));
    double tonnes = row.tonnes() > 0 ? row.tonnes() / factor : row.tonnes();
    return new ModelRow(row.key(), row.inTrain(), tonnes, row.siteEnergy() / factor, row.area(), row.features(),
        row.categories(), row.uses());
  }
}
