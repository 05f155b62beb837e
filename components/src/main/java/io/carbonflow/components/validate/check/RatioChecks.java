// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static io.carbonflow.components.validate.check.Check.SLIPS;
import static io.carbonflow.components.validate.check.RowCheck.when;

import module java.base;
import io.carbonflow.model.building.Building;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Energy;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.city.City;

/// Shares and ratios that know too much by what was rounded away in them. Where a table makes two
/// columns of one number and rounds them in different ways, their ratio is off a constant by a noise
/// of about one over the number: its digits tell how large that is.
final class RatioChecks {
  /// How near to the constant a row is to be looked at.
  private static final double NEAR = 1e-3;
  private static final int FEWEST_ROWS = 100;
  /// As many as show by how much the constant is off 1.
  private static final int DIGITS = 8;

  static final Check ROUNDING = Check.warning("rounding-tells-target",
          "a ratio's distance from a constant reveals the energy or the emissions")
      .limit(0.35, "")
      .because("The limit is for the rank correlation of the distance with the energy and the emissions,"
          + " of the rows of a year within " + NEAR + " of the constant, at least " + FEWEST_ROWS + ". The"
          + " tables have it in the electricity of buildings that use nothing else, which is kWh times"
          + " 3.412142 in 2015, and site energy takes 3.412. Models take features on steps, the parts of"
          + " the energy to three decimals, so none of it reaches them; a model of your own may see it.");

  private static final Check NO_SHARE = Check.warning("no-share",
          "a part of the energy is less than 0 or more than all of it")
      .limit(1, "%").mostShare(SLIPS)
      .because("Models take it as 0 or as all. Emissions are computed with it as it is.");

  static final List<RowCheck> ROWS = List.of(new RowCheck(NO_SHARE, RatioChecks::share));

  /// What a ratio is of.
  private record Ratio(Function<City, String> name, ToDoubleFunction<Building> value) {}

  private static final List<Ratio> RATIOS = Stream.concat(
      Arrays.stream(Feature.values()).filter(feature -> feature.unit().equals("share"))
          .map(feature -> new Ratio(_ -> feature.column(), feature::of)),
      Stream.of(
          ratio(Column.BUILDING_AREA, b -> b.site().buildingArea(), Column.TOTAL_AREA, b -> b.site().totalArea()),
          ratio(Column.PARKING_AREA, b -> b.site().parkingArea(), Column.TOTAL_AREA, b -> b.site().totalArea()),
          ratio(Column.LARGEST_USE_AREA, b -> b.use(1).area(), Column.TOTAL_AREA, b -> b.site().totalArea()),
          ratio(Column.LARGEST_USE_AREA, b -> b.use(1).area(), Column.BUILDING_AREA,
              b -> b.site().buildingArea()))).toList();

  private RatioChecks() {}

  private static Ratio ratio(Column part, ToDoubleFunction<Building> of, Column whole,
      ToDoubleFunction<Building> all) {
    return new Ratio(city -> city.title(part) + " / " + city.title(whole),
        building -> of.applyAsDouble(building) / all.applyAsDouble(building));
  }

  private static Optional<Violation> share(CheckedRow facts) {
    Energy energy = facts.building().energy();
    return Arrays.stream(Fuel.values())
        .flatMap(fuel -> share(energy, fuel.column(), energy.of(fuel)).stream()).findFirst();
  }

  private static Optional<Violation> share(Energy energy, Column fuel, double used) {
    double share = energy.share(used);
    return when(share < -NO_SHARE.limit() || share > 1 + NO_SHARE.limit(), () -> Violation.of(fuel, used,
        "is " + Figures.percent(share) + " of the site energy"));
  }

  /// Looks at rows that are learned from.
  static void look(List<Building> rows, Findings findings) {
    rows.stream().collect(Collectors.groupingBy(row -> row.key().year(), TreeMap::new, Collectors.toList()))
        .forEach((year, some) -> RATIOS.forEach(ratio -> look(year, ratio, some, findings)));
  }

  private static void look(int year, Ratio ratio, List<Building> rows, Findings findings) {
    double[] known = rows.stream().mapToDouble(ratio.value()).filter(Double::isFinite).toArray();
    double constant = constant(known);
    List<Building> near = rows.stream()
        .filter(row -> Math.abs(ratio.value().applyAsDouble(row) - constant) <= NEAR).toList();
    if (near.size() < FEWEST_ROWS) {
      return;
    }
    double[] distance = near.stream()
        .mapToDouble(row -> Math.abs(ratio.value().applyAsDouble(row) - constant)).toArray();
    double energy = Ranks.correlation(distance, near.stream().mapToDouble(row -> row.energy().site()).toArray());
    double emissions = Ranks.correlation(distance, near.stream().mapToDouble(Building::tonnes).toArray());
    boolean isEnergy = !(Math.abs(emissions) > Math.abs(energy));
    double strength = isEnergy ? energy : emissions;
    if (Math.abs(strength) > ROUNDING.limit()) {
      findings.add(ROUNDING, RowLocation.of(year), new Violation(ratio.name().apply(findings.city()), Figures.number(strength, 2),
          "is the rank correlation of the distance from " + Figures.number(constant, DIGITS) + " with the "
              + (isEnergy ? "energy" : "emissions") + ", in " + near.size()
              + " rows; models take features on steps and do not see it"));
    }
  }

  /// The median of the values around the one that most have to three decimals; NaN for no value.
  private static double constant(double[] values) {
    Map<Double, Long> counts = Arrays.stream(values).mapToObj(value -> Math.rint(value / NEAR) * NEAR)
        .collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
    double often = counts.entrySet().stream().max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey).orElse(Double.NaN);
    double[] near = Arrays.stream(values).filter(value -> Math.abs(value - often) <= NEAR).sorted().toArray();
    return near.length == 0 ? Double.NaN : near[near.length / 2];
  }
}
