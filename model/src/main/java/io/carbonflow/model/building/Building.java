// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.table.Row;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.Target;
import io.carbonflow.model.feature.RowKey;
import java.util.List;
import java.util.Locale;

/// What the city's table knows of a building in a year. Numbers are NaN and texts empty where they
/// are not known.
///
/// @param key the building and the year
/// @param inTrain whether it is learned from; false where no split has been made
/// @param buildingType such as `NonResidential` or `Multifamily LR (1-4)`
/// @param primaryType the main kind of property, by its name in the 2016 table
/// @param neighborhood in upper case, without the suffix ` NEIGHBORHOODS`
/// @param slots the three largest uses, the largest first
/// @param uses every use, each once
/// @param site where it stands and how it is built
/// @param energyStarScore 1 to 100
/// @param energy what was metered
/// @param tonnes emissions in tonnes of CO2 equivalent
public record Building(
    RowKey key,
    boolean inTrain,
    String buildingType,
    String primaryType,
    String neighborhood,
    List<Use> slots,
    List<String> uses,
    Site site,
    double energyStarScore,
    Energy energy,
    double tonnes) {
  /// The least floor area in square feet that energy and emissions are taken by.
  public static final double LEAST_AREA = 1000;

  /// No number of a building is greater, and all that is computed from such numbers is finite.
  private static final double MOST = 1e15;

  private static final String PARKING = "Parking";
  private static final String NEIGHBORHOOD_SUFFIX = " NEIGHBORHOODS";
  private static final int BEST_SCORE = 100;

  /// Copies the lists.
  public Building {
    slots = List.copyOf(slots);
    uses = List.copyOf(uses);
  }

  /// A building of Seattle from a row of the one schema.
  ///
  /// @throws io.carbonflow.base.fault.Problem as [#of(Row, City)]
  public static Building of(Row row) {
    return of(row, City.SEATTLE);
  }

  /// A building of a city from a row of the one schema.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the id or the year is missing or a cell is not what its
  ///     column holds
  public static Building of(Row row, City city) {
    var reader = new Object() {
      String text(Column column) {
        return row.text(column.title());
      }

      double number(Column column) {
        return row.number(column.title());
      }

      Use use(Column type, Column area) {
        String name = text(type);
        return new Use(name, number(area), ReferenceIntensity.name(name, city));
      }
    };
    List<Use> slots = List.of(
        reader.use(Column.LARGEST_USE, Column.LARGEST_USE_AREA),
        reader.use(Column.SECOND_USE, Column.SECOND_USE_AREA),
        reader.use(Column.THIRD_USE, Column.THIRD_USE_AREA));
    List<String> listed = Use.split(reader.text(Column.USES));
    double site = reader.number(Column.SITE_ENERGY);
    double score = reader.number(Column.ENERGY_STAR_SCORE);
    return new Building(
        Keys.of(row),
        row.flag(Column.IN_TRAIN).orElse(false),
        reader.text(Column.BUILDING_TYPE),
        city.names().types().meant(reader.text(Column.PRIMARY_TYPE)),
        neighborhood(reader.text(Column.NEIGHBORHOOD)),
        slots,
        listed.isEmpty()
            ? slots.stream().filter(Use::exists).map(Use::type).distinct().toList() : listed,
        Site.of(row, city),
        score >= 1 && score <= BEST_SCORE ? score : Double.NaN,
        Energy.of(site, city.fuels(), fuel -> reader.number(fuel.column())),
        switch (city.target()) {
          case EMISSIONS -> reader.number(Column.EMISSIONS);
          case SITE_ENERGY -> site * Target.MMBTU_PER_KBTU; // as it was read right
        });
  }

  /// A neighborhood in upper case, without the suffix ` NEIGHBORHOODS`.
  static String neighborhood(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return upper.endsWith(NEIGHBORHOOD_SUFFIX)
        ? upper.substring(0, upper.length() - NEIGHBORHOOD_SUFFIX.length()) : upper;
  }

  /// Whether a number is too great to be computed with, in either direction; not so NaN, which is
  /// one that is not known.
  public static boolean isBeyond(double number) {
    return Math.abs(number) > MOST;
  }

  /// One of the three largest uses, from 1.
  public Use use(int rank) {
    return slots.get(rank - 1);
  }

  /// The floor area of the three largest uses together, in square feet.
  public double usesArea() {
    double sum = 0;
    for (Use slot : slots) {
      sum += slot.area();
    }
    return sum;
  }

  /// The floor area that energy and emissions are taken by: that of the three largest uses, at
  /// least [#LEAST_AREA]; NaN where none is known.
  public double area() {
    double sum = usesArea();
    return sum > 0 && Double.isFinite(sum) ? Math.max(LEAST_AREA, sum) : Double.NaN;
  }

  /// The part of the three largest uses' floor area that one of them has.
  double share(int rank) {
    return use(rank).area() / Math.max(1, usesArea());
  }

  /// The part of the three largest uses' floor area that is parking.
  double parkingShare() {
    double parking = 0;
    for (Use slot : slots) {
      parking += slot.type().equals(PARKING) ? slot.area() : 0;
    }
    return parking / Math.max(1, usesArea());
  }
}
