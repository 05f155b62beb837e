// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.base.file.SharedFolder;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.CleanTable;
import io.carbonflow.model.building.MergeTables;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.building.ReferenceIntensity;
import io.carbonflow.model.building.Schema;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.FeatureSet;
import org.junit.jupiter.api.Test;

/// A made-up table with Chicago's columns is read by Chicago's file.
class ChicagoTest {
  private static final City CHICAGO = CityFile.read(Path.of("../cities/chicago.yaml"));
  private static final String HEADER = "Data Year,ID,Property Name,Address,ZIP Code,Community Area,"
      + "Primary Property Type,Gross Floor Area - Buildings (sq ft),Year Built,# of Buildings,ENERGY STAR Score,"
      + "Electricity Use (kBtu),Natural Gas Use (kBtu),District Steam Use (kBtu),District Chilled Water Use (kBtu),"
      + "All Other Fuel Use (kBtu),Site EUI (kBtu/sq ft),Source EUI (kBtu/sq ft),"
      + "Weather Normalized Site EUI (kBtu/sq ft),Weather Normalized Source EUI (kBtu/sq ft),"
      + "Total GHG Emissions (Metric Tons CO2e),GHG Intensity (kg CO2e/sq ft),Latitude,Longitude,Location\n";
  private static final String ROWS = """
      2014,11,A Tower,1 A Street,60601,Loop,Office,\
      "200,000",1980,1,70,"9,000,000","4,000,000",0,"1,000,000",,70,,,,"2,100",10.5,41.88,-87.63,"(41.88, -87.63)"
      2015,11,A Tower,1 A Street,60601,LOOP,Office,\
      "200,000",1980,1,71,"9,500,000","4,100,000",0,"1,100,000",,73,,,,"2,200",11,41.88,-87.63,"(41.88, -87.63)"
      2014,12,B School,2 B Street,60827,RIVERDALE,K-12 School,\
      "90,000",1930,2,,"2,000,000","5,000,000",,,,78,,,,700,7.8,41.65,-87.6,"(41.65, -87.6)"
      2014,13,C Homes,3 C Street,60640,UPTOWN,Multifamily Housing,\
      "60,000",1930,1,,"500,000","3,000,000",,,,58,,,,260,4.3,41.97,-87.65,"(41.97, -87.65)"
      2014,14,D Hall,4 D Street,60640,UPTOWN,Not Available,\
      "60,000",1930,1,,"500,000","3,000,000",,,,58,,,,260,4.3,41.97,-87.65,"(41.97, -87.65)"
      2015,15,E College,5 E Street,60616,DOUGLAS,College/University,\
      "60,000",1950,1,,0,"3,000,000",0,,"100,000",58,,,,180,3,41.84,-87.62,"(41.84, -87.62)"
      """;

  private static Table table() {
    try {
      return Csv.read(new ByteArrayInputStream((HEADER + ROWS).getBytes(StandardCharsets.UTF_8)), "chicago.csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyColumnIsRead() {
    assertEquals(List.of(), Schema.of(table(), CHICAGO).unread());
  }

  @Test
  void everyTypeOfTheRealTableHasAReferenceIntensity() {
    Table real = Csv.read(SharedFolder.part("data").resolve("cities/chicago.csv"));
    Set<String> types = real.rows().stream().map(row -> row.text("Primary Property Type"))
        .filter(type -> !type.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(49, types.size());
    assertEquals(List.of(), types.stream().filter(type -> !ReferenceIntensity.has(type)).toList());
  }

  @Test
  void itsRowsAreRowsToLearnFrom() {
    Table merged = MergeTables.of(List.of(table()), 1, year -> true, CHICAGO).table();
    CleanTable.Result clean = CleanTable.of(merged, Set.of(), CHICAGO);
    assertEquals(List.of("12 2014", "11 2014", "11 2015", "15 2015"), clean.rows().stream()
        .sorted(Comparator.comparing((ModelRow row) -> !row.key().building().equals("12"))
            .thenComparing(row -> row.key().building()).thenComparing(row -> row.key().year()))
        .map(row -> row.key().building() + " " + row.key().year()).toList());
    ModelRow tower = clean.rows().stream().filter(row -> row.key().building().equals("11")).findFirst().orElseThrow();
    assertEquals(14e6, tower.siteEnergy());
    assertEquals(200_000, tower.area());
    assertEquals(2100, tower.tonnes());
    assertEquals("Office", tower.category(Category.PRIMARY_TYPE));
    assertEquals("Office", tower.category(Category.LARGEST_USE));
    assertEquals("LOOP", tower.category(Category.NEIGHBORHOOD));
    assertEquals("", tower.category(Category.NEIGHBORHOOD_CLASS));
  }

  @Test
  void homesAreNotPredictedAndRowsOfAnUnknownTypeHaveNoUse() {
    PredictionRows rows = PredictionRows.of(table(), FeatureSet.METERED, Set.of(), CHICAGO);
    assertEquals(List.of("11", "11", "12", "15"),
        rows.rows().stream().map(row -> row.key().building()).sorted().toList());
    assertEquals(Map.of("13", "the property type is Multifamily Housing or Residence Hall/Dormitory",
        "14", "Primary Property Type is missing"),
        rows.skipped().stream().collect(Collectors.toMap(PredictionRows.Skipped::id, PredictionRows.Skipped::kind)));
    assertEquals("College/University", rows.rows().stream().filter(row -> row.key().building().equals("15"))
        .findFirst().orElseThrow().category(Category.PRIMARY_TYPE));
  }
}
