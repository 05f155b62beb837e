// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.table.Csv;
import io.carbonflow.model.building.CleanCsv;
import io.carbonflow.model.building.CleanTable;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.MergeTables;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.base.json.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A city with other fuels than Seattle's, other factors, and no site energy, floors, or place.
class OtherCityTest {
  private static final FuelFactors TRUE = new FuelFactors(2e-4, 5.3e-5, 6.6e-5).with(Fuel.OIL, 7.4e-5);
  private static final City CITY = CityJson.read(StrictJson.of("""
      {"name": "Here", "rows": {"modelled": {"column": "PrimaryPropertyType", "not": "Home"}}, "columns": {
        "OSEBuildingID": {"name": "id"}, "DataYear": {"name": "year"}, "PrimaryPropertyType": {"name": "type"},
        "LargestPropertyUseType": {"same as": "PrimaryPropertyType"},
        "LargestPropertyUseTypeGFA": {"name": "area", "unit": "m2"},
        "Electricity(kBtu)": {"name": "power", "unit": "kWh"}, "NaturalGas(kBtu)": {"name": "gas", "unit": "kBtu"},
        "FuelOilUse(kBtu)": {"name": "oil", "unit": "kBtu"}, "SiteEnergyUse(kBtu)": {"sum of": "fuels"},
        "TotalGHGEmissions": {"name": "tonnes"}},
       "fuels": {"electricity": "estimate", "gas": "estimate", "oil": "estimate"}}
      """.getBytes(StandardCharsets.UTF_8), Place.of("city.json"), "correct it"));

  private static final List<ModelRow> ROWS = rows();

  private static List<ModelRow> rows() {
    StringBuilder table = new StringBuilder("id,year,type,area,power,gas,oil,tonnes\n");
    var random = new Random(4);
    for (int i = 0; i < 120; i++) {
      double power = 1000 * (20 + random.nextInt(400));
      double gas = i % 3 == 0 ? 0 : 1000 * (100 + random.nextInt(900));
      double oil = i % 4 == 0 ? 1000 * (100 + random.nextInt(300)) : 0;
      table.append(String.format(Locale.ROOT, "%d,2020,%s,%d,%.0f,%.0f,%s,%.4f%n", i, i % 2 == 0 ? "Office" : "Shop",
          500 + random.nextInt(9000), power, gas, oil > 0 ? "" + oil : "",
          3.412142 * power * TRUE.electricity() + gas * TRUE.gas() + oil * TRUE.of(Fuel.OIL)));
    }
    try {
      return CleanTable.of(MergeTables.of(List.of(Csv.read(new ByteArrayInputStream(
          table.toString().getBytes(StandardCharsets.UTF_8)), "here.csv")), 0, year -> true, CITY).table(),
          Set.of(), CITY).rows();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Transformer fit(FeatureSet features) {
    return Transformer.fit(features, ROWS, Place.of("rows"),
        rows -> YearFactors.estimated(rows, YearFactors.REFERENCE), CITY.reference());
  }

  @Test
  void itsOwnFactorsAreFoundAndFeaturesAreMadeOfThoseOfTheFirstYear() {
    assertEquals(120, ROWS.size());
    Transformer transformer = fit(FeatureSet.METERED);
    FuelFactors found = transformer.factors().of(2020).factors();
    for (Fuel fuel : CITY.fuels()) {
      assertEquals(1, found.of(fuel) / TRUE.of(fuel), 1e-4, fuel.word());
    }
    assertEquals(found, transformer.reference());
    assertTrue(ROWS.stream().allMatch(row -> Double.isNaN(row.feature(Feature.LOG_FACTOR))));
    Matrix matrix = transformer.apply(ROWS);
    int column = matrix.columns().indexOf(Feature.LOG_FACTOR.column());
    assertTrue(Arrays.stream(matrix.values()).mapToDouble(row -> row[column]).distinct().count() > 60);
  }

  /// With meters a label and an offset lead to the emissions, whatever fuels made them.
  @Test
  void theLabelIsEnergyAndTheOffsetLeadsToTonnes() {
    Matrix matrix = fit(FeatureSet.METERED).apply(ROWS);
    for (int i = 0; i < ROWS.size(); i++) {
      assertEquals(1, FeatureSet.METERED.tonnes(matrix.label()[i], matrix.offset()[i]) / ROWS.get(i).tonnes(), 1e-3);
    }
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void whatNoRowTellsIsNotAFeature(FeatureSet features) {
    Transformer transformer = fit(features);
    for (Feature feature : List.of(Feature.FLOORS, Feature.LOG_AREA_PER_FLOOR, Feature.LATITUDE, Feature.AGE,
        Feature.CHILLED_WATER_SHARE, Feature.SCORE)) {
      assertFalse(transformer.known().contains(feature), feature.column());
    }
    assertEquals(features == FeatureSet.METERED, transformer.known().contains(Feature.OIL_SHARE));
    assertTrue(transformer.known().contains(Feature.LOG_AREA));
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void itIsWrittenAndReadBackAsItIs(FeatureSet features) {
    Transformer transformer = fit(features);
    Transformer again = TransformerJson.read(TransformerJson.write(transformer), Place.of("transformer.json"));
    assertEquals(transformer, again);
    assertEquals(features == FeatureSet.UNMETERED, transformer.mixes().isPresent());
  }

  @Test
  void cleanRowsHaveTheColumnsOfItsFuels(@TempDir Path folder) {
    Path file = folder.resolve("rows.csv");
    CleanCsv.write(file, ROWS);
    List<String> header = Csv.read(file).header().names();
    assertTrue(header.contains("Oil_ratio"));
    assertFalse(header.contains("ChilledWater_ratio"));
    assertEquals(ROWS, CleanCsv.read(Csv.read(file)));
  }
}
