// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What training rows had. A row with another category is predicted as having none of those that a
/// model knows, and one with a number beyond all that were seen is a guess.
///
/// @param neighborhoods every neighborhood, in alphabetical order
/// @param uses every use, listed or among the three largest, in alphabetical order
/// @param ranges the range of the feature of each [Quantity] that the models know
public record TrainingRanges(
    SortedSet<String> neighborhoods, SortedSet<String> uses, Map<Feature, Range> ranges) {

  /// Copies the collections.
  public TrainingRanges {
    neighborhoods = Collections.unmodifiableSortedSet(new TreeSet<>(neighborhoods));
    uses = Collections.unmodifiableSortedSet(new TreeSet<>(uses));
    var copy = new EnumMap<Feature, Range>(Feature.class);
    copy.putAll(ranges);
    ranges = Collections.unmodifiableMap(copy);
  }

  /// What these values make.
  static TrainingRanges of(
      Collection<String> neighborhoods, Collection<String> uses, Map<Feature, Range> ranges) {
    return new TrainingRanges(new TreeSet<>(neighborhoods), new TreeSet<>(uses), ranges);
  }

  /// @param features what the models know
  static TrainingRanges in(List<ModelRow> training, List<Feature> features) {
    var ranges = new EnumMap<Feature, Range>(Feature.class);
    for (Quantity quantity : Quantity.values()) {
      if (features.contains(quantity.feature())) {
        Range.of(training, quantity.feature())
            .ifPresent(range -> ranges.put(quantity.feature(), range));
      }
    }
    return of(
        training.stream().map(TrainingRanges::neighborhood).filter(n -> !n.isEmpty()).toList(),
        training.stream().flatMap(TrainingRanges::uses).toList(),
        ranges);
  }

  /// A row with the year nearest to its own that a training row had; the row itself where one had that.
  ModelRow held(ModelRow row) {
    Range years = ranges.get(Feature.YEAR);
    double year = row.feature(Feature.YEAR);
    return years == null || Double.isNaN(year) || year >= years.least() && year <= years.largest() ? row
        : row.with(Feature.YEAR, Math.clamp(year, years.least(), years.largest()));
  }

  /// Which neighborhoods and uses of these rows no training row had, and how many rows have each;
  /// as `Neighborhood:BALLARD` or `use:Swimming Pool`, in alphabetical order.
  public SortedMap<String, Long> unseen(List<ModelRow> rows) {
    return rows.stream().flatMap(row -> unseen(row).stream())
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
  }

  /// How a row differs from the training rows; nothing where it does not. Of the quantities
  /// of one source feature only the first is reported, for a building's areas go together.
  public List<Outside> outside(ModelRow row) {
    List<Outside> found = new ArrayList<>();
    Set<FeatureGroup> told = EnumSet.noneOf(FeatureGroup.class);
    for (Quantity quantity : Quantity.values()) {
      beyond(quantity, row.feature(quantity.feature()))
          .filter(one -> told.add(FeatureGroup.of(quantity.feature())))
          .ifPresent(found::add);
    }
    unseen(row).stream().map(name -> name.split(":", 2))
        .map(parts -> new Outside(parts[0], parts[0] + " " + parts[1] + " was never seen"))
        .forEach(found::add);
    return List.copyOf(found);
  }

  /// What differs by less than people write down is not told. Most values lie within, and to write a number
  /// costs more than all the rest.
  private Optional<Outside> beyond(Quantity quantity, double value) {
    Range range = ranges.get(quantity.feature());
    if (range == null || Double.isNaN(value)) {
      return Optional.empty();
    }
    double held = Math.clamp(value, range.least(), range.largest());
    if (Double.compare(held, value) == 0) {
      return Optional.empty();
    }
    String seen = quantity.text(held);
    String text = quantity.text(value);
    return seen.equals(text) ? Optional.empty() : Optional.of(new Outside(quantity.title(),
        quantity.title() + " " + text + (value > range.largest()
            ? " is above the largest seen, " : " is below the least seen, ") + seen));
  }

  /// Most rows have nothing unseen.
  private List<String> unseen(ModelRow row) {
    List<String> unseen = new ArrayList<>(0);
    if (!neighborhood(row).isEmpty() && !neighborhoods.contains(neighborhood(row))) {
      unseen.add(Category.NEIGHBORHOOD.column() + ":" + neighborhood(row));
    }
    for (String use : row.uses()) {
      addUnseen(use, unseen);
    }
    for (Slot slot : Slot.ALL) {
      if (slot.exists(row)) {
        addUnseen(row.category(slot.type()), unseen);
      }
    }
    return unseen;
  }

  private void addUnseen(String use, List<String> unseen) {
    if (!uses.contains(use) && !unseen.contains("use:" + use)) {
      unseen.add("use:" + use);
    }
  }

  private static String neighborhood(ModelRow row) {
    return row.category(Category.NEIGHBORHOOD);
  }

  private static Stream<String> uses(ModelRow row) {
    return Stream.concat(row.uses().stream(), Levels.slots(row)).distinct();
  }
}
