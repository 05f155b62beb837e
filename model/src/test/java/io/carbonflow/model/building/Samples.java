// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.city.City;

/// Tables for tests: the checked-in samples, and small ones of a few buildings written by hand.
public final class Samples {
  static final String NAME_2015 = "2015-building-energy-benchmarking.csv";
  static final String NAME_2016 = "2016-building-energy-benchmarking.csv";

  private static final Map<String, String> OFFICE = office();
  private static final List<ModelRow> CLEAN =
      CleanTable.of(MergeTables.of(List.of(of2015(), of2016()), 0)).rows();

  private Samples() {}

  static Path folder() {
    return Path.of("..", "data-samples").toAbsolutePath().normalize();
  }

  static Table of2015() {
    return Csv.read(folder().resolve(NAME_2015));
  }

  static Table of2016() {
    return Csv.read(folder().resolve(NAME_2016));
  }

  /// The clean rows of both sample tables, split by seed 0.
  public static List<ModelRow> clean() {
    return CLEAN;
  }

  /// The clean rows of Seattle's own tables, split by seed 0.
  ///
  /// @param data the folder that they are in
  public static List<ModelRow> real(Path data) {
    return CleanTable.of(MergeTables.of(
        List.of(Csv.read(data.resolve(NAME_2015)), Csv.read(data.resolve(NAME_2016))), 0)).rows();
  }

  /// A table of the 2016 form with a row for each of these: an office, changed in these columns.
  @SafeVarargs
  static Table offices(Map<String, String>... changes) {
    List<Map<String, String>> list = new ArrayList<>();
    for (Map<String, String> change : changes) {
      list.add(change);
    }
    return offices(list);
  }

  /// The same of a list.
  static Table offices(List<Map<String, String>> changes) {
    Set<String> columns = new LinkedHashSet<>(OFFICE.keySet());
    for (Map<String, String> change : changes) {
      columns.addAll(change.keySet());
    }
    var text = new StringBuilder(line(columns.stream().toList()));
    for (Map<String, String> change : changes) {
      text.append(line(columns.stream()
          .map(c -> change.getOrDefault(c, OFFICE.getOrDefault(c, ""))).toList()));
    }
    return table(text.toString());
  }

  /// What is known of an office, changed in these columns.
  static Building office(Map<String, String> changes) {
    Table table = offices(changes);
    return Building.of(
        Schema.of(table, Purpose.UNMETERED_PREDICTION, City.SEATTLE).canonical(table.rows().getFirst()));
  }

  /// The clean row of an office, changed in these columns of the 2016 form.
  public static ModelRow row(Map<String, String> changes) {
    return ModelRow.of(office(changes));
  }

  static Table table(String text) {
    try {
      return Csv.read(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(",", "", "\n"));
  }

  private static Map<String, String> office() {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("OSEBuildingID", "1");
    cells.put("DataYear", "2016");
    cells.put("BuildingType", "NonResidential");
    cells.put("PrimaryPropertyType", "Large Office");
    cells.put("Neighborhood", "DOWNTOWN");
    cells.put("Latitude", "47.6");
    cells.put("Longitude", "-122.3");
    cells.put("YearBuilt", "1966");
    cells.put("NumberofBuildings", "1");
    cells.put("NumberofFloors", "10");
    cells.put("PropertyGFATotal", "120000");
    cells.put("PropertyGFAParking", "20000");
    cells.put("PropertyGFABuilding(s)", "100000");
    cells.put("ListOfAllPropertyUseTypes", "Data Center, Office, Parking");
    cells.put("LargestPropertyUseType", "Office");
    cells.put("LargestPropertyUseTypeGFA", "90000");
    cells.put("SecondLargestPropertyUseType", "Parking");
    cells.put("SecondLargestPropertyUseTypeGFA", "20000");
    cells.put("ThirdLargestPropertyUseType", "Data Center");
    cells.put("ThirdLargestPropertyUseTypeGFA", "10000");
    cells.put("ENERGYSTARScore", "60");
    cells.put("SiteEnergyUse(kBtu)", "8000000");
    cells.put("SteamUse(kBtu)", "1000000");
    cells.put("Electricity(kBtu)", "5000000");
    cells.put("NaturalGas(kBtu)", "2000000");
    cells.put("TotalGHGEmissions", "218.26");
    return cells;
  }
}
