// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// By what the energies of a year have to be multiplied to be in kBtu. A meter with a second column tells of
/// its own; steam and site energy follow by their sum.
///
/// @param year the year
/// @param electricity the factor of electricity
/// @param gas the factor of gas
/// @param steam the factor of steam
/// @param site the factor of site energy, weather-normalized or not
/// @param isProven whether this is how the year is read
/// @param rows how many rows the year has
/// @param evidence what shows it
record WrongUnit(int year, double electricity, double gas, double steam, double site, boolean isProven, int rows,
    String evidence) {
  private static final double THOUSAND = 1000;
  /// How far a ratio may be off a unit's.
  private static final double TOLERANCE = 0.01;
  /// The part of the rows that has to agree.
  private static final double MOST = 0.9;
  /// Fewer rows say nothing of a whole column.
  private static final int FEWEST = 10;
  /// The median of the energy by floor area that a year can have, in kBtu per square foot; it is 46 to 57 in
  /// the years of Seattle.
  private static final double LEAST_MEDIAN = 5;
  private static final double GREATEST_MEDIAN = 1000;

  /// The units of a year.
  static WrongUnit of(int year, List<Meters> rows) {
    double electricity = unit(rows, Meters::electricity, row -> row.kwh() * Energy.KBTU_PER_KWH, Energy.KBTU_PER_KWH);
    double gas = unit(rows, Meters::gas, row -> row.therms() * Energy.KBTU_PER_THERM, Energy.KBTU_PER_THERM);
    WrongUnit asTheyAre = new WrongUnit(year, 1, 1, 1, 1, true, rows.size(), "");
    long known = rows.stream().filter(row -> row.fuels() > 0 && row.site() > 0).count();
    boolean differs = electricity != 1 || gas != 1;
    if (known < FEWEST || !differs && asTheyAre.adding(rows) >= (1 - MOST) * known) {
      return asTheyAre;
    }
    List<WrongUnit> others = new ArrayList<>();
    for (double steam : new double[] {1, THOUSAND}) {
      for (double site : new double[] {1, THOUSAND, Energy.KBTU_PER_KWH}) {
        others.add(new WrongUnit(year, electricity, gas, steam, site, true, rows.size(), ""));
      }
    }
    WrongUnit best = others.stream().max(Comparator.comparingInt(one -> one.adding(rows))).orElseThrow();
    boolean adds = best.adding(rows) >= MOST * known;
    boolean better = !(asTheyAre.adding(rows) >= (1 - MOST) * known)
        || best.isPlausible(rows) && !asTheyAre.isPlausible(rows);
    return adds && (better || differs)
        ? new WrongUnit(year, best.electricity, best.gas, best.steam, best.site, better, rows.size(),
            best.words(rows, known)) : asTheyAre;
  }

  /// By what a meter's column has to be multiplied to be what its second column says.
  ///
  /// @param own the factor of the second column's unit
  private static double unit(
      List<Meters> rows, ToDoubleFunction<Meters> energy, ToDoubleFunction<Meters> second, double own) {
    List<Double> ratios = rows.stream().filter(row -> energy.applyAsDouble(row) > 0 && second.applyAsDouble(row) > 0)
        .map(row -> second.applyAsDouble(row) / energy.applyAsDouble(row)).toList();
    return ratios.size() < FEWEST ? 1 : Stream.of(own, THOUSAND)
        .filter(unit -> ratios.stream().filter(ratio -> Math.abs(ratio / unit - 1) <= TOLERANCE).count()
            >= MOST * ratios.size()).findFirst().orElse(1.0);
  }

  /// In how many rows the fuels add up to site energy or to the weather-normalized one.
  private int adding(List<Meters> rows) {
    return (int) rows.stream().map(this::times).filter(row -> row.site() > 0
        && (isNear(row.fuels(), row.site()) || isNear(row.fuels(), row.normalized()))).count();
  }

  private static boolean isNear(double fuels, double energy) {
    return Math.abs(fuels - energy) <= TOLERANCE * energy;
  }

  private boolean isPlausible(List<Meters> rows) {
    double[] all = rows.stream().map(this::times).mapToDouble(Meters::intensity).filter(one -> one > 0).sorted()
        .toArray();
    return all.length > 0 && all[all.length / 2] >= LEAST_MEDIAN && all[all.length / 2] <= GREATEST_MEDIAN;
  }

  private Meters times(Meters row) {
    return electricity == 1 && gas == 1 && steam == 1 && site == 1 ? row
        : row.with(row.site() * site, row.normalized() * site, row.electricity() * electricity, row.gas() * gas,
            row.steam() * steam);
  }

  /// The row in kBtu, as it is to be read.
  Meters read(Meters row) {
    return isProven ? times(row) : row;
  }

  private String words(List<Meters> rows, long known) {
    List<String> factors = new ArrayList<>();
    name(factors, Column.ELECTRICITY, electricity);
    name(factors, Column.GAS, gas);
    name(factors, Column.STEAM, steam);
    name(factors, Column.SITE_ENERGY, site);
    return String.format(Locale.ROOT, "%s to be in kBtu, by the second columns of the meters; the fuels add up to"
        + " the site energy so in %,d of %,d rows", String.join(", ", factors), adding(rows), known);
  }

  private static void name(List<String> factors, Column column, double factor) {
    if (factor != 1) {
      factors.add(column.title() + " has to be multiplied by " + (factor == Energy.KBTU_PER_KWH ? "3.412142"
          : String.format(Locale.ROOT, "%,.0f", factor)));
    }
  }

  /// What is reported about it.
  Optional<Repair> repair() {
    return evidence.isEmpty() ? Optional.empty() : Optional.of(new Repair(TableFault.WRONG_UNIT, year,
        electricity != 1 ? Column.ELECTRICITY : gas != 1 ? Column.GAS : steam != 1 ? Column.STEAM
            : Column.SITE_ENERGY, rows, evidence + (isProven ? "" : "; so they do as they are"), isProven));
  }
}
