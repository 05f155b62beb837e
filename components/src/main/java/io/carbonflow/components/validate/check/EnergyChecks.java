// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static io.carbonflow.components.validate.check.Check.SLIPS;
import static io.carbonflow.components.validate.check.RowCheck.times;
import static io.carbonflow.components.validate.check.RowCheck.when;

import module java.base;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Energy;
import io.carbonflow.model.city.Source;

/// Energy and emissions of a row against each other and against the floor area.
final class EnergyChecks {
  /// kBtu per ft² that are plausible, and that are possible.
  private static final double LEAST_INTENSITY = 1;
  private static final double LEAST_POSSIBLE_INTENSITY = 0.1;

  private static final Check INTENSITY = Check.warning("energy-intensity",
          "the site energy per floor area is less than " + Figures.number(LEAST_INTENSITY)
              + " or more than the limit")
      .limit(1000, "kBtu/ft²").mostShare(SLIPS)
      .because("It is what models learn. 4 of 3,003 rows of the tables are beyond, with 0.24 as"
          + " the least; the greatest has 834.");
  private static final Check INTENSITY_UNIT = Check.error("energy-unit",
          "the site energy per floor area is less than " + LEAST_POSSIBLE_INTENSITY
              + " or more than the limit")
      .limit(10_000, "kBtu/ft²")
      .because("A unit or a decimal point is wrong: of what models learn this is a value that no"
          + " building has. A thousandfold or a thousandth of the median, 49, is beyond.");
  private static final Check FUELS = Check.warning("fuels-sum",
          "electricity, gas and steam do not add up to the site energy")
      .limit(Energy.TOLERANCE, "%").mostShare(SLIPS)
      .because("The shares of the fuels are features; a blank fuel is 0 where the others add up. 36"
          + " of 3,003 rows of the tables are further off, 0.9% of 2015 and 1.5% of 2016; other fuels are one"
          + " reason.");
  private static final Check EMISSIONS = Check.warning("emissions-formula",
          "emissions are not the energy of the fuels times the factors of the year")
      .limit(0.001, "%").mostShare(SLIPS)
      .because("Emissions are scored, and without meters learned. The factors are those that most rows of"
          + " the year agree on. What the decimals of the emissions round away is not a difference. No row of"
          + " the tables is further off.");
  private static final Check EMISSIONS_UNIT = Check.warning("emissions-unit",
          "emissions are more than twice, or less than half, of the fuels' times the factors of the year")
      .limit(2, "×").mostShare(SLIPS)
      .because("A fuel, a unit or a decimal point is wrong. One such row may decide the scores in tonnes; from a"
          + " hundred times on it is impossible, and no model learns from it. No row of the tables has it.");
  private static final Check NONE = Check.warning("energy-without-emissions",
          "fuels are metered, but emissions are 0 or missing")
      .mostShare(SLIPS)
      .because("Models would learn that the building emits nothing. The factors of the year tell what it"
          + " emits, and that is what a sum of the table lacks. No row of the tables has it, 86 of 2021 do.");
  private static final Check NO_ELECTRICITY = Check.warning("no-electricity",
          "a building uses energy, but no electricity")
      .mostShare(SLIPS)
      .because("Hardly a building is without; a meter was not reported, or it makes its own. The tables have 1.");
  private static final Check ELECTRICITY = Check.warning("electricity-units",
          "electricity in kBtu is not that in kWh times " + Energy.KBTU_PER_KWH)
      .limit(0.01, "%").mostShare(SLIPS)
      .because("One of the two is wrong, and models see the first. No row of the tables has it,"
          + " except for what the decimals of both round away.");
  private static final Check GAS = Check.warning("gas-units",
          "natural gas in kBtu is not that in therms times " + Figures.number(Energy.KBTU_PER_THERM))
      .limit(0.01, "%").mostShare(SLIPS)
      .because("One of the two is wrong, and models see the first. No row of the tables has it,"
          + " except for what the decimals of both round away.");

  static final List<RowCheck> ALL = List.of(
      new RowCheck(INTENSITY_UNIT, facts -> intensity(
          facts, LEAST_POSSIBLE_INTENSITY, INTENSITY_UNIT.limit(), 0, Double.POSITIVE_INFINITY)),
      new RowCheck(INTENSITY, facts -> intensity(facts, LEAST_INTENSITY, INTENSITY.limit(),
          LEAST_POSSIBLE_INTENSITY, INTENSITY_UNIT.limit())),
      new RowCheck(FUELS, EnergyChecks::fuels),
      new RowCheck(NO_ELECTRICITY, EnergyChecks::electricity),
      new RowCheck(NONE, EnergyChecks::none),
      new RowCheck(EMISSIONS_UNIT, facts -> emissions(facts, true)),
      new RowCheck(EMISSIONS, facts -> emissions(facts, false)),
      new RowCheck(ELECTRICITY, facts -> units(
          facts, Column.ELECTRICITY, Column.ELECTRICITY_KWH, Energy.KBTU_PER_KWH, ELECTRICITY)),
      new RowCheck(GAS, facts -> units(
          facts, Column.GAS, Column.GAS_THERMS, Energy.KBTU_PER_THERM, GAS)));

  private EnergyChecks() {}

  private static Optional<Violation> intensity(
      CheckedRow facts, double least, double most, double worse, double worst) {
    double energy = facts.number(Column.SITE_ENERGY);
    double intensity = energy / facts.building().area();
    return when(energy > 0
        && (intensity < least && intensity >= worse || intensity > most && intensity <= worst),
        () -> Violation.of(Column.SITE_ENERGY, energy,
            "is " + Figures.number(intensity) + " kBtu per ft² of its uses"));
  }

  /// Where a city's site energy is what the fuels add up to, there is nothing to compare.
  private static Optional<Violation> fuels(CheckedRow facts) {
    Energy energy = facts.building().energy();
    Source source = facts.city().column(Column.SITE_ENERGY).source();
    boolean isSum = source instanceof Source.SumOf || source instanceof Source.SumOfFuels;
    return when(!isSum && energy.site() > 0 && energy.fuelsAreKnown() && !energy.addsUp(),
        () -> Violation.of(Column.SITE_ENERGY, energy.site(),
            "is not the sum of electricity, gas and steam, " + Figures.number(energy.fuels())));
  }

  private static Optional<Violation> electricity(CheckedRow facts) {
    Energy energy = facts.building().energy();
    return when(energy.electricity() == 0 && energy.fuels() > 0, () -> Violation.of(Column.ELECTRICITY, 0,
        "is all of the electricity, of " + Figures.number(energy.fuels()) + " kBtu in all"));
  }

  private static Optional<Violation> none(CheckedRow facts) {
    double expected = facts.factors().tonnes(facts.building().energy());
    double tonnes = facts.number(Column.EMISSIONS);
    return when(hasNone(tonnes, expected, facts.half(Column.EMISSIONS)), () -> Violation.of(Column.EMISSIONS, tonnes,
        (Double.isNaN(tonnes) ? "is missing" : "is zero") + ", but the fuels and their factors give "
            + Figures.number(expected)));
  }

  /// Whether emissions are 0 or missing that are not.
  ///
  /// @param expected what the fuels give
  /// @param half how far the rounding may be off
  static boolean hasNone(double tonnes, double expected, double half) {
    return (Double.isNaN(tonnes) || tonnes == 0) && expected > 2 * half;
  }

  private static Optional<Violation> emissions(CheckedRow facts, boolean far) {
    double tonnes = facts.number(Column.EMISSIONS);
    double expected = facts.factors().tonnes(facts.building().energy());
    double half = facts.half(Column.EMISSIONS);
    if (hasNone(tonnes, expected, half) || !facts.factors().fit()) {
      return Optional.empty();
    }
    double off = Math.abs(tonnes - expected);
    boolean isFar = off > 1 && !(times(tonnes, expected) <= EMISSIONS_UNIT.limit());
    boolean isOff = off > half + EMISSIONS.limit() * Math.abs(expected);
    return when(far ? isFar : isOff && !isFar, () -> Violation.of(Column.EMISSIONS, tonnes,
        "is not what the fuels and their factors give, " + Figures.number(expected)));
  }

  /// Both are rounded as the table's year has them.
  private static Optional<Violation> units(
      CheckedRow facts, Column energy, Column other, double factor, Check check) {
    double kbtu = facts.number(energy);
    double expected = facts.number(other) * factor;
    double hidden = factor * facts.half(other) + facts.half(energy);
    return when(Math.abs(kbtu - expected) > hidden + check.limit() * Math.abs(expected),
        () -> Violation.of(energy, kbtu, "is not " + Figures.number(facts.number(other)) + " of "
            + facts.city().title(other) + " times " + Figures.number(factor)));
  }
}
