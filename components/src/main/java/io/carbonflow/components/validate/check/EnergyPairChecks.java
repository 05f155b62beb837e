// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static io.carbonflow.components.validate.check.Check.SLIPS;
import static io.carbonflow.components.validate.check.RowCheck.times;
import static io.carbonflow.components.validate.check.RowCheck.when;

import module java.base;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Energy;

/// What a building uses and emits, beside what it did. What all buildings did together is taken out.
final class EnergyPairChecks {
  /// As far as factors of two years are apart and still the same ones.
  private static final double SAME_FACTORS = 0.01;

  private static final Check FUEL = Check.warning("fuel-gone",
          "gas or steam was part of the energy in an earlier year and is zero now")
      .limit(0.05, "%").mostShare(SLIPS)
      .because("The limit is for the part that it was. It was given up, or a meter is not reported any more, and"
          + " then the building looks cleaner than it is. The tables have 10.");
  private static final Check ENERGY = Check.warning("energy-changed",
          "the site energy is far from that of an earlier year")
      .limit(3, "×").mostShare(SLIPS)
      .because("One of the two is for a part of the year or of the building, or it was empty. What the median building did"
          + " from one year to the other is taken out. The tables have 13; half of all are within 1.06 ×.");
  private static final Check EMISSIONS = Check.warning("emissions-changed",
          "the emissions are far from those of an earlier year, and the energy is not")
      .limit(3, "×").mostShare(SLIPS)
      .because("As with energy. The earlier emissions are those of the earlier fuels by the factors of the later"
          + " year. The tables have 5.");
  private static final Check COPIED = Check.warning("year-copied",
          "energy and electricity are those of an earlier year, to the last digit")
      .mostShare(SLIPS).because("One year's values may be a copy of the other's. The tables have"
          + " none.");

  static final List<PairCheck> ALL = List.of(
      new PairCheck(FUEL, EnergyPairChecks::usesEnergy, EnergyPairChecks::gone),
      new PairCheck(ENERGY, EnergyPairChecks::usesEnergy, EnergyPairChecks::energy),
      new PairCheck(EMISSIONS, row -> row.tonnes() > 0, EnergyPairChecks::emissions, Set.of(FUEL, ENERGY)),
      new PairCheck(COPIED, EnergyPairChecks::usesEnergy, EnergyPairChecks::copied));

  private EnergyPairChecks() {}

  private static boolean usesEnergy(BuildingHistory row) {
    return row.energy().site() > 0;
  }

  private static Optional<Violation> gone(YearPair pair) {
    return gone(pair, Column.GAS, Energy::gas).or(() -> gone(pair, Column.STEAM, Energy::steam));
  }

  private static Optional<Violation> gone(YearPair pair, Column column, ToDoubleFunction<Energy> fuel) {
    Energy then = pair.before().energy();
    Energy is = pair.now().energy();
    double share = then.share(fuel.applyAsDouble(then));
    return when(share > FUEL.limit() && fuel.applyAsDouble(is) == 0, () -> Violation.of(column, 0,
        pair.was(fuel.applyAsDouble(then)) + ", " + Figures.percent(Math.rint(100 * share) / 100) + " of the energy"
            + (Double.isNaN(is.electricity()) ? "" : "; electricity was " + Figures.number(then.electricity())
                + " and is " + Figures.number(is.electricity()))));
  }

  private static Optional<Violation> energy(YearPair pair) {
    double then = pair.before().energy().site();
    double is = pair.now().energy().site();
    return when(times(is, then * pair.energy()) > ENERGY.limit(),
        () -> Violation.of(Column.SITE_ENERGY, is, pair.was(then)));
  }

  private static Optional<Violation> emissions(YearPair pair) {
    double then = pair.before().tonnes();
    double is = pair.now().tonnes();
    double restated = pair.restated();
    boolean sameFactors = Math.abs(restated / then - 1) < SAME_FACTORS;
    return when(times(is, restated * pair.energy()) > EMISSIONS.limit(), () -> Violation.of(Column.EMISSIONS, is,
        pair.was(then)
            + (sameFactors ? "" : ", " + Figures.number(restated) + " by the factors of " + pair.now().year())
            + change(pair, "gas", Energy::gas) + change(pair, "steam", Energy::steam)));
  }

  /// What a fuel did that is not as it was, of those that emit the most; empty for nothing.
  private static String change(YearPair pair, String name, ToDoubleFunction<Energy> fuel) {
    double then = fuel.applyAsDouble(pair.before().energy());
    double is = fuel.applyAsDouble(pair.now().energy());
    boolean isAnother = Math.max(then, is) > ENERGY.limit() * Math.min(then, is);
    return isAnother ? "; " + name + " was " + Figures.number(then) + " and is " + Figures.number(is) : "";
  }

  private static Optional<Violation> copied(YearPair pair) {
    Energy then = pair.before().energy();
    Energy is = pair.now().energy();
    return when(is.site() == then.site() && is.electricity() == then.electricity(), () -> Violation.of(
        Column.SITE_ENERGY, is.site(), "and electricity are those of " + pair.before().year()));
  }
}
