// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How the meters of a year's rows are read.
///
/// @param unit the units; empty for those that the columns say
/// @param exchanged which energy stands in which column; empty where they are taken as they stand
/// @param fillsFuels whether blank fuels are 0 where the others add up
/// @param dropsEmissions whether emissions of 0 are none where there is no energy
/// @param found what was found
record YearRepairs(Optional<WrongUnit> unit, Optional<ExchangedEnergy> exchanged, boolean fillsFuels,
    boolean dropsEmissions, List<Repair> found) {
  /// Nothing is known of the year.
  static final YearRepairs NONE =
      new YearRepairs(Optional.empty(), Optional.empty(), false, false, List.of());

  /// Looks at the rows of a year.
  static YearRepairs of(int year, List<Meters> rows, Set<TableFault> asPublished) {
    List<Repair> found = new ArrayList<>();
    Optional<WrongUnit> unit = asPublished.contains(TableFault.WRONG_UNIT) ? Optional.empty()
        : Optional.of(WrongUnit.of(year, rows));
    List<Meters> measured = rows.stream().map(row -> unit.map(one -> one.read(row)).orElse(row)).toList();
    Optional<ExchangedEnergy> exchanged = asPublished.contains(TableFault.EXCHANGED_ENERGY) ? Optional.empty()
        : Optional.of(ExchangedEnergy.of(year, measured));
    unit.flatMap(WrongUnit::repair).ifPresent(found::add);
    exchanged.flatMap(one -> one.repair(measured)).ifPresent(found::add);
    YearRepairs repairs = new YearRepairs(unit, exchanged, !asPublished.contains(TableFault.BLANK_FUEL),
        !asPublished.contains(TableFault.ZERO_IS_NONE), found);
    List<Meters> energies = rows.stream().map(repairs::energies).toList();
    if (repairs.fillsFuels) {
      Arrays.stream(Fuel.values()).forEach(fuel -> addFuel(found, year, energies, fuel));
    }
    int zeros = (int) energies.stream().filter(YearRepairs::hasNoEmissions).count();
    if (repairs.dropsEmissions && zeros > 0) {
      found.add(new Repair(TableFault.ZERO_IS_NONE, year, Column.EMISSIONS, zeros,
          "emissions of 0 without site energy stand for none", true));
    }
    return new YearRepairs(unit, exchanged, repairs.fillsFuels, repairs.dropsEmissions, List.copyOf(found));
  }

  private static void addFuel(List<Repair> found, int year, List<Meters> rows, Fuel fuel) {
    List<Meters> blank = rows.stream().filter(row -> row.isBlank(fuel)).toList();
    int zeros = (int) blank.stream().filter(row -> row.energy().of(fuel) == 0).count();
    if (zeros > 0) {
      found.add(new Repair(TableFault.BLANK_FUEL, year, fuel.column(), zeros, String.format(Locale.ROOT,
          "it is blank in %,d of %,d rows, and in %,d of these the other fuels add up to the site energy",
          blank.size(), rows.size(), zeros), true));
    }
  }

  /// Whether a fuel of a row is blank.
  static boolean lacksFuel(Meters row) {
    return Double.isNaN(row.electricity() + row.gas() + row.steam()) || !row.others().areKnown();
  }

  private static boolean hasNoEmissions(Meters row) {
    return row.tonnes() == 0 && !(row.site() > 0);
  }

  private Meters energies(Meters row) {
    Meters measured = unit.map(one -> one.read(row)).orElse(row);
    return exchanged.map(one -> one.read(measured)).orElse(measured);
  }

  /// A row of the year as it is read.
  Meters apply(Meters row) {
    Meters read = energies(row);
    if (fillsFuels && lacksFuel(read)) {
      read = read.withFuels(read.energy());
    }
    return dropsEmissions && hasNoEmissions(read) ? read.withoutEmissions() : read;
  }
}
