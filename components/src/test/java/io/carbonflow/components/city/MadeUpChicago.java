// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city;

import module java.base;
import io.carbonflow.base.table.Csv;

/// A made-up table of the form of Chicago's: each building in 2016 and 2017, of six types, one of them homes.
public final class MadeUpChicago {
  private static final List<String> COLUMNS = List.of("Data Year", "ID", "Property Name", "Address", "ZIP Code",
      "Community Area", "Primary Property Type", "Gross Floor Area - Buildings (sq ft)", "Year Built",
      "# of Buildings", "ENERGY STAR Score", "Electricity Use (kBtu)", "Natural Gas Use (kBtu)",
      "District Steam Use (kBtu)", "District Chilled Water Use (kBtu)", "All Other Fuel Use (kBtu)",
      "Site EUI (kBtu/sq ft)", "Source EUI (kBtu/sq ft)", "Weather Normalized Site EUI (kBtu/sq ft)",
      "Weather Normalized Source EUI (kBtu/sq ft)", "Total GHG Emissions (Metric Tons CO2e)",
      "GHG Intensity (kg CO2e/sq ft)", "Latitude", "Longitude", "Location");
  private static final List<String> TYPES = List.of("Office", "K-12 School", "Hotel", "Retail Store",
      "Hospital (General Medical & Surgical)", "Multifamily Housing");
  private static final double[] INTENSITIES = {80, 75, 110, 70, 220, 78};
  private static final List<String> AREAS = List.of("LOOP", "NEAR WEST SIDE", "HYDE PARK", "UPTOWN");
  private static final double ELECTRICITY = 1.6e-4;
  private static final double GAS = 5.311e-5;

  private MadeUpChicago() {}

  /// Writes it, the same each time.
  ///
  /// @param buildings how many
  /// @return the file
  public static Path write(Path file, int buildings) {
    Random random = new Random(1);
    List<List<String>> rows = new ArrayList<>();
    for (int building = 0; building < buildings; building++) {
      int type = building % TYPES.size();
      double area = Math.rint(Math.exp(11.8 + 0.6 * random.nextGaussian()));
      double intensity = INTENSITIES[type] * Math.exp(0.25 * random.nextGaussian());
      double electric = 0.3 + 0.5 * random.nextDouble();
      int built = 1900 + random.nextInt(110);
      String place = AREAS.get(random.nextInt(AREAS.size()));
      for (int year : List.of(2016, 2017)) {
        double energy = area * intensity * Math.exp(0.05 * random.nextGaussian());
        rows.add(row(year, building, type, place, built, area, energy, electric));
      }
    }
    Csv.write(file, COLUMNS, rows);
    return file;
  }

  private static List<String> row(int year, int building, int type, String place, int built, double area,
      double energy, double electric) {
    double tonnes = energy * (electric * ELECTRICITY + (1 - electric) * GAS);
    return List.of(Integer.toString(year), Integer.toString(1000 + building), "Building " + building,
        building + " A Street", "60601", place, TYPES.get(type), number("%,.0f", area), Integer.toString(built), "1",
        Integer.toString(1 + building % 100), number("%,.0f", energy * electric),
        number("%,.0f", energy * (1 - electric)), "0", "", "", number("%.1f", energy / area),
        number("%.1f", 2 * energy / area), number("%.1f", energy / area), number("%.1f", 2 * energy / area),
        number("%,.1f", tonnes), number("%.1f", 1000 * tonnes / area), "41.88", "-87.63", "(41.88, -87.63)");
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
