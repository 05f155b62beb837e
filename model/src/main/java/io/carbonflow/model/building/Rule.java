// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.city.City;
import io.carbonflow.model.city.Subject;
import io.carbonflow.model.feature.FeatureSet;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// Why a row is left out. Each rule looks at one row's values; the first that applies is counted.
public enum Rule {
  /// Dwellings, schools of the district and campuses are no subject of these models. Which ones are, the city says
  /// ([Subject]).
  BUILDING_TYPE("building-type", Column.BUILDING_TYPE, city -> city.subject().reason(),
      (b, purpose) -> false),
  /// Without it nothing says what the building is for.
  NO_LARGEST_USE("no-largest-use", Column.LARGEST_USE,
      city -> city.title(Column.LARGEST_USE) + " is missing",
      (b, purpose) -> !b.use(1).exists()),
  /// Energy and emissions are taken by floor area.
  NO_AREA("no-area", Column.LARGEST_USE_AREA,
      city -> "the floor areas of the three largest uses are missing, zero or negative",
      (b, purpose) -> Double.isNaN(b.area())),
  /// There is no share of nothing.
  NO_ENERGY("no-energy", Column.SITE_ENERGY,
      city -> city.title(Column.SITE_ENERGY) + " is missing, zero or negative",
      (b, purpose) -> purpose.needsMeters() && !(b.energy().site() > 0)),
  /// The mix of fuels decides the emissions.
  NO_FUELS("no-fuels", Column.ELECTRICITY,
      city -> city.title(Column.ELECTRICITY) + ", " + city.title(Column.GAS) + " or " + city.title(Column.STEAM)
          + " is blank, and the other fuels do not add up to " + city.title(Column.SITE_ENERGY),
      (b, purpose) -> purpose.needsMeters() && !b.energy().fuelsAreKnown()),
  /// Sums and squares of such numbers, and all that is computed from them, would be no numbers.
  BEYOND("beyond", Column.BUILDING_ID,
      city -> "a number, or one that is computed from it, is greater than 10^15 or next to nothing",
      (b, purpose) -> beyond(b, purpose).isPresent()),
  /// There is nothing to learn from.
  NO_EMISSIONS("no-emissions", Column.EMISSIONS,
      city -> city.title(Column.EMISSIONS) + " is missing",
      (b, purpose) -> purpose == Purpose.TRAINING && Double.isNaN(b.tonnes())),
  /// The Box-Cox transform of tonnes + 1 ends there.
  NEGATIVE_EMISSIONS("negative-emissions", Column.EMISSIONS,
      city -> city.title(Column.EMISSIONS) + " is -1 tonne or less",
      (b, purpose) -> purpose == Purpose.TRAINING && b.tonnes() <= -1),
  /// One such row decides what is learned, and half of a year's tonnes. It takes other rows to say so: see
  /// [ImpossibleRows].
  IMPOSSIBLE("impossible", Column.SITE_ENERGY,
      city -> "energy or emissions are impossible for the building",
      (b, purpose) -> false);

  private static final Rule[] ALL = values();

  private final String id;
  private final Column column;
  private final Function<City, String> description;
  private final BiPredicate<Building, Purpose> applies;

  Rule(String id, Column column, Function<City, String> description, BiPredicate<Building, Purpose> applies) {
    this.id = id;
    this.column = column;
    this.description = description;
    this.applies = applies;
  }

  /// A short name for reports.
  public String id() {
    return id;
  }

  /// The column that it looks at in a row of Seattle, or the first of them.
  public Column column() {
    return column(City.SEATTLE);
  }

  /// The column that it looks at in a row of a city, or the first of them.
  public Column column(City city) {
    return this == BUILDING_TYPE ? city.subject().column() : column;
  }

  /// What is wrong with a row of Seattle, in one line.
  public String description() {
    return description(City.SEATTLE);
  }

  /// What is wrong with a row of a city, in one line, by the names that it has for columns.
  public String description(City city) {
    return description.apply(city);
  }

  /// What is wrong with a building that it applies to; [#BEYOND] names the number.
  String reason(Building building, Purpose purpose, City city) {
    String reason = description(city);
    return this != BEYOND ? reason
        : beyond(building, purpose).map(what -> reason + ": " + what).orElse(reason);
  }

  /// The first rule by which a building of Seattle is left out; empty if it is kept.
  public static Optional<Rule> against(Building building, Purpose purpose) {
    return against(building, purpose, City.SEATTLE);
  }

  /// The first rule by which a building of a city is left out; empty if it is kept.
  public static Optional<Rule> against(Building building, Purpose purpose, City city) {
    if (!isInScope(building, purpose, city.subject())) {
      return Optional.of(BUILDING_TYPE);
    }
    for (Rule rule : ALL) {
      if (rule.applies.test(building, purpose)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /// What is too great of a building: of its numbers, and then of those that are learned, the first.
  private static Optional<String> beyond(Building building, Purpose purpose) {
    for (Feature feature : Feature.of(purpose.needsMeters() ? FeatureSet.METERED : FeatureSet.UNMETERED)) {
      if (Building.isBeyond(feature.computed(building))) {
        return Optional.of(feature.description());
      }
    }
    if (Building.isBeyond(building.area())) {
      return Optional.of("floor area");
    }
    if (purpose != Purpose.TRAINING) {
      return Optional.empty();
    }
    double energy = building.energy().site();
    return Building.isBeyond(building.tonnes()) ? Optional.of("emissions")
        : Building.isBeyond(energy) || Building.isBeyond(Math.log(energy / building.area()))
            ? Optional.of("energy by floor area") : Optional.empty();
  }

  /// A building of unknown type is predicted, not learned from.
  private static boolean isInScope(Building building, Purpose purpose, Subject subject) {
    String type = subject.column() == Column.BUILDING_TYPE ? building.buildingType()
        : subject.column() == Column.PRIMARY_TYPE ? building.primaryType()
        : building.use(1).exists() ? building.use(1).type() : "";
    return type.isEmpty() ? purpose != Purpose.TRAINING : subject.includes(type);
  }
}
