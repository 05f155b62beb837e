// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.base.table.Csv;

/// A made-up table of many buildings in several years, which a test changes. Odd buildings have gas beside
/// electricity; emissions follow from the factors of the year, and have as many decimals as it says.
final class MadeTable {
  /// What a year is like.
  ///
  /// @param electricity tonnes per kBtu of electricity
  /// @param moved the factor by which the energy of every building is that of the first year
  /// @param decimals how many decimals the emissions have
  record Year(int year, double electricity, double moved, int decimals) {}

  private static final double GAS = 5.311e-5;
  private static final List<String> COLUMNS = List.of("OSEBuildingID", "DataYear", "BuildingType",
      "LargestPropertyUseType", "LargestPropertyUseTypeGFA", "PropertyGFATotal", "PropertyGFABuilding(s)", "YearBuilt",
      "Latitude", "Longitude", "SiteEnergyUse(kBtu)", "Electricity(kBtu)", "NaturalGas(kBtu)", "SteamUse(kBtu)",
      "TotalGHGEmissions");

  private final List<Map<String, String>> rows = new ArrayList<>();

  /// So many buildings, from number 1, in these years.
  static MadeTable of(int buildings, Year... years) {
    MadeTable table = new MadeTable();
    for (Year year : years) {
      IntStream.rangeClosed(1, buildings).forEach(building -> table.rows.add(row(building, year)));
    }
    return table;
  }

  private static Map<String, String> row(int building, Year year) {
    SplittableRandom random = new SplittableRandom(31L * building);
    double size = 20_000 * Math.pow(20, random.nextDouble());
    double own = new SplittableRandom(31L * building + year.year()).nextDouble(0.95, 1.05);
    long energy = Math.round(size * 50 * year.moved() * own);
    long gas = building % 2 == 0 ? 0 : Math.round(energy * 0.4);
    double tonnes = (energy - gas) * year.electricity() + gas * GAS;
    Map<String, String> cells = new LinkedHashMap<>();
    List<String> values = List.of("" + building, "" + year.year(), "NonResidential", "Office", "" + Math.round(size),
        "" + Math.round(size), "" + Math.round(size), "1960", "47.61", "-122.33", "" + energy, "" + (energy - gas),
        "" + gas, "0", BigDecimal.valueOf(tonnes).setScale(year.decimals(), RoundingMode.HALF_UP).toPlainString());
    IntStream.range(0, COLUMNS.size()).forEach(i -> cells.put(COLUMNS.get(i), values.get(i)));
    return cells;
  }

  private Stream<Map<String, String>> rows(int building, int year) {
    return rows.stream().filter(row -> (building == 0 || row.get("OSEBuildingID").equals("" + building))
        && row.get("DataYear").equals("" + year));
  }

  /// Changes a cell.
  ///
  /// @param building 0 for all
  MadeTable set(int building, int year, String column, UnaryOperator<String> change) {
    rows(building, year).forEach(row -> row.compute(column, (_, cell) -> change.apply(cell)));
    return this;
  }

  /// Multiplies energy and emissions of a building.
  MadeTable times(int building, int year, double factor) {
    for (String column : COLUMNS.subList(COLUMNS.indexOf("SiteEnergyUse(kBtu)"), COLUMNS.size())) {
      set(building, year, column, cell -> "" + Math.rint(100 * factor * Double.parseDouble(cell)) / 100);
    }
    return this;
  }

  /// Leaves out a building's row.
  MadeTable without(int building, int year) {
    List<Map<String, String>> gone = rows(building, year).toList();
    rows.removeAll(gone);
    return this;
  }

  /// Puts the rows into another order.
  MadeTable shuffled(long seed) {
    Collections.shuffle(rows, new Random(seed));
    return this;
  }

  /// What is found in it.
  Validation validated(Path folder) {
    Path file = folder.resolve("table.csv");
    Csv.write(file, COLUMNS, rows.stream().map(row -> List.copyOf(row.values())).toList());
    return Validation.of(file);
  }

  /// What some rules find.
  static List<String> found(Validation validation, String... rules) {
    return validation.findings().stream().filter(tally -> List.of(rules).contains(tally.check().id()))
        .flatMap(tally -> tally.listed().stream()).map(Finding::text).toList();
  }
}
