// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static io.carbonflow.model.building.Feature.Fill.BY_USE;
import static io.carbonflow.model.building.Feature.Fill.FROM_FLOORS;
import static io.carbonflow.model.building.Feature.Fill.MEDIAN;
import static io.carbonflow.model.building.Feature.Fill.ZERO;

import io.carbonflow.model.feature.FeatureSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Every numeric feature: its column in the clean table, what it means, and how it is computed. To
/// add one, add a constant, and name it in the [FeatureGroup] that it tells of; `FeatureTest` counts
/// them. The plots of the report vary it (`components.influence.Variation`), and monitoring looks at
/// its drift (`components.monitor.Drift`). A bundle has fills for the features of its day, and a
/// transformer says which these were (`model.transform.FeatureForm`).
/// The clean table has values as they are computed; models take them on steps ([#step]).
/// Logarithms are natural; areas are held to at least [Building#LEAST_AREA] square feet under them.
public enum Feature {
  LOG_AREA("LogUseGFA", "log ft²", "floor area of the three largest uses",
      b -> Math.log(b.area()), MEDIAN, Rounding.LOGARITHM, false),
  LOG_TOTAL_AREA("LogPropertyGFATotal", "log ft²", "floor area with parking",
      b -> logArea(b.site().totalArea()), MEDIAN, Rounding.LOGARITHM, false),
  LOG_BUILDING_AREA("LogPropertyGFABuilding(s)", "log ft²", "floor area without parking",
      b -> logArea(b.site().buildingArea()), MEDIAN, Rounding.LOGARITHM, false),
  LOG_PARKING_AREA("LogPropertyGFAParking", "log (1 + ft²)", "floor area of parking",
      b -> Math.log1p(Math.max(0, b.site().parkingArea())), MEDIAN, Rounding.LOGARITHM, false),
  LOG_LARGEST_AREA("LogLargestPropertyUseTypeGFA", "log (1 + ft²)", "area of the largest use",
      b -> Math.log1p(b.use(1).area()), MEDIAN, Rounding.LOGARITHM, false),
  LOG_SECOND_AREA("LogSecondLargestPropertyUseTypeGFA", "log (1 + ft²)", "area of the second use",
      b -> Math.log1p(b.use(2).area()), MEDIAN, Rounding.LOGARITHM, false),
  LOG_THIRD_AREA("LogThirdLargestPropertyUseTypeGFA", "log (1 + ft²)", "area of the third use",
      b -> Math.log1p(b.use(3).area()), MEDIAN, Rounding.LOGARITHM, false),
  LOG_AREA_PER_FLOOR("LogGFAPerFloor", "log ft²", "floor area without parking, by floor",
      b -> logArea(b.site().buildingArea()) - Math.log(b.site().floors()), FROM_FLOORS, Rounding.LOGARITHM, false),
  PARKING_SHARE("ParkingShare", "share", "part of the three largest uses that is parking",
      Building::parkingShare, MEDIAN, Rounding.SHARE, false),
  LOG_NON_PARKING_AREA("LogNonParkingGFA", "log ft²", "area of the three uses without parking",
      b -> logArea(b.usesArea() * (1 - b.parkingShare())), MEDIAN, Rounding.LOGARITHM, false),
  FLOORS("NumberofFloors", "floors", "floors above ground",
      b -> b.site().floors(), BY_USE, Rounding.NONE, false),
  BUILDINGS("NumberofBuildings", "buildings", "buildings of the property, at least one",
      b -> b.site().buildings() > 1 ? b.site().buildings() : 1, MEDIAN, Rounding.NONE, false),
  AGE("Age", "years", "years since it was built",
      Feature::age, MEDIAN, Rounding.NONE, false),
  AGE_SQUARED("AgeSquared", "centuries²", "square of the age",
      b -> age(b) / 100 * (age(b) / 100), MEDIAN, Rounding.NONE, false),
  YEAR("YearsSince2015", "years", "the year the data is of, from 2015",
      b -> b.key().year() - 2015, MEDIAN, Rounding.NONE, false),
  USE_TYPES("NumberOfUseTypes", "uses", "different uses",
      b -> b.uses().size(), MEDIAN, Rounding.NONE, false),
  LARGEST_SHARE("PrimaryUseGFARatio", "share", "the largest use's part of the three",
      b -> b.share(1), MEDIAN, Rounding.SHARE, false),
  SECOND_SHARE("SecondaryUseGFARatio", "share", "the second use's part of the three",
      b -> b.share(2), MEDIAN, Rounding.SHARE, false),
  THIRD_SHARE("TerciaryUseGFARatio", "share", "the third use's part of the three",
      b -> b.share(3), MEDIAN, Rounding.SHARE, false),
  REFERENCE_INTENSITY("LogReferenceIntensity", "log (1 + kBtu/ft²)",
      "national median energy of its uses, by their areas",
      b -> ReferenceIntensity.log(b.slots()), MEDIAN, Rounding.QUARTER, false),
  LATITUDE("Latitude", "degrees", "how far north", b -> b.site().latitude(), MEDIAN, Rounding.DEGREES, false),
  LONGITUDE("Longitude", "degrees", "how far east", b -> b.site().longitude(), MEDIAN, Rounding.DEGREES, false),
  SCORE("ENERGYSTARScore", "1 to 100", "ENERGY STAR score",
      Building::energyStarScore, MEDIAN, Rounding.NONE, true),
  SCORE_MISSING("ENERGYSTARMissing", "0 or 1", "whether there is no ENERGY STAR score",
      b -> Double.isNaN(b.energyStarScore()) ? 1 : 0, MEDIAN, Rounding.NONE, true),
  SCORE_LOGIT("ENERGYSTARLogit", "log odds", "log of the score over 101 less the score",
      b -> Math.log(b.energyStarScore() / (101 - b.energyStarScore())), ZERO, Rounding.NONE, true),
  ELECTRICITY_SHARE("Elec_ratio", "share", "electricity's part of the energy",
      b -> b.energy().share(Fuel.ELECTRICITY), MEDIAN, Rounding.FUEL, true),
  GAS_SHARE("NG_ratio", "share", "natural gas's part of the energy",
      b -> b.energy().share(Fuel.GAS), MEDIAN, Rounding.FUEL, true),
  STEAM_SHARE("Steam_ratio", "share", "district steam's part of the energy",
      b -> b.energy().share(Fuel.STEAM), MEDIAN, Rounding.FUEL, true),
  HOT_WATER_SHARE("HotWater_ratio", "share", "district hot water's part of the energy",
      b -> b.energy().share(Fuel.HOT_WATER), MEDIAN, Rounding.FUEL, true),
  CHILLED_WATER_SHARE("ChilledWater_ratio", "share", "district chilled water's part of the energy",
      b -> b.energy().share(Fuel.CHILLED_WATER), MEDIAN, Rounding.FUEL, true),
  OIL_SHARE("Oil_ratio", "share", "fuel oil's part of the energy",
      b -> b.energy().share(Fuel.OIL), MEDIAN, Rounding.FUEL, true),
  OTHER_FUEL_SHARE("OtherFuel_ratio", "share", "the other fuels' part of the energy",
      b -> b.energy().share(Fuel.OTHER), MEDIAN, Rounding.FUEL, true),
  LOG_FACTOR("LogEmissionFactor", "log t/kBtu", "emissions of a kBtu of its fuels",
      b -> Math.log(b.energy().factor()), MEDIAN, Rounding.NONE, true);

  /// What stands in for a value that is not known. All of it is learned from training rows.
  public enum Fill {
    /// The median.
    MEDIAN,
    /// The median of the neighborhood's buildings of the same largest use; where there is none, of
    /// all buildings of that use; where there is none, of all.
    BY_USE,
    /// The logarithm of the floor area without parking less that of the floors, each filled itself.
    FROM_FLOORS,
    /// Zero.
    ZERO
  }

  private static final List<Feature> ALL = List.of(values());
  private static final List<Feature> UNMETERED = ALL.stream().filter(feature -> !feature.metered).toList();

  private final String column;
  private final String unit;
  private final String description;
  private final ToDoubleFunction<Building> formula;
  private final Fill fill;
  private final Rounding rounding;
  private final boolean metered;

  Feature(String column, String unit, String description, ToDoubleFunction<Building> formula,
      Fill fill, Rounding rounding, boolean metered) {
    this.column = column;
    this.unit = unit;
    this.description = description;
    this.formula = formula;
    this.fill = fill;
    this.rounding = rounding;
    this.metered = metered;
  }

  /// The name of its column in the clean table and in a matrix.
  public String column() {
    return column;
  }

  /// What it is counted in.
  public String unit() {
    return unit;
  }

  /// What it means, in one line.
  public String description() {
    return description;
  }

  /// What stands in for it where it is not known.
  public Fill fill() {
    return fill;
  }

  /// What its values in a matrix are whole multiples of, in its unit; 0 where they are taken as they
  /// are. That is so of counts, years and the score, which are whole numbers, and of what follows from
  /// them or from shares that have a step of their own.
  ///
  /// A value that is a building's own tells a tree which building it is, and digits beyond what was
  /// measured may tell what was rounded away: see [#stepped].
  public double step() {
    return rounding.size();
  }

  /// A value on the nearest step; NaN for NaN. A part of the energy is held within 0 and 1 before:
  /// where a table rounds the parts and the whole in other ways, an all-electric building's share is
  /// off 1 by a noise that is the greater the less energy it uses.
  public double stepped(double value) {
    return rounding.nearest(value);
  }

  /// Whether it is known of metered buildings only.
  public boolean metered() {
    return metered;
  }

  /// The value for a building; NaN where it is not known.
  public double of(Building building) {
    double value = computed(building);
    return Double.isFinite(value) ? value : Double.NaN;
  }

  /// The value as it was computed, even where it is infinite.
  double computed(Building building) {
    return formula.applyAsDouble(building);
  }

  /// The features that models with this knowledge use, in order. Fuels that only some cities have are among them.
  public static List<Feature> of(FeatureSet features) {
    return features == FeatureSet.METERED ? ALL : UNMETERED;
  }

  private static double age(Building building) {
    return building.key().year() - building.site().yearBuilt();
  }

  private static double logArea(double area) {
    return Math.log(Math.max(Building.LEAST_AREA, area));
  }
}
