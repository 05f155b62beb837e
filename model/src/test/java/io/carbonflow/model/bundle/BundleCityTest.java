// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Samples;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Scale;
import io.carbonflow.model.regressor.TreesBuilder;
import io.carbonflow.model.transform.Transformer;
import org.junit.jupiter.api.Test;

/// A bundle reads tables by the city that it carries.
class BundleCityTest {
  private static final City CHICAGO = CityJson.bundled("chicago");
  private static final String HEADER = "Data Year,ID,Community Area,Primary Property Type,"
      + "Gross Floor Area - Buildings (sq ft),Year Built,# of Buildings,Electricity Use (kBtu),"
      + "Natural Gas Use (kBtu),District Steam Use (kBtu),Total GHG Emissions (Metric Tons CO2e)\n";
  private static final String TOWER =
      "2016,11,Loop,Office,\"200,000\",1980,1,\"9,000,000\",\"4,000,000\",0,\"2,100\"\n";

  private static Bundle bundle(City city) {
    Transformer transformer = Transformer.fit(FeatureSet.UNMETERED, Samples.clean(), Place.of("clean.csv"));
    var builder = new TreesBuilder();
    builder.tree();
    builder.leaf(-5, 5);
    return new Bundle("model", List.of(), transformer,
        Scale.of(transformer.apply(Samples.clean().stream().filter(ModelRow::inTrain).toList())), builder.mean(),
        Optional.empty(), Optional.empty(), Optional.empty(), TrainingRows.NONE,
        new Provenance("0", "0", new TreeMap<>(), List.of(), 0, 0, 1, new TreeMap<>()), city);
  }

  private static Bundle again(Bundle bundle) {
    return Bundle.read(bundle.toBytes(), "model.carbonflow");
  }

  private static Table table(String text) {
    try {
      return Csv.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void itIsRecordedAsJsonOfWhichTheHashIsKnown() {
    Bundle bundle = again(bundle(CHICAGO));
    assertEquals(CHICAGO, bundle.city());
    assertEquals(Sha256.of(CityJson.text(CHICAGO).getBytes(StandardCharsets.UTF_8)),
        Bundle.hashes(bundle.toBytes(), "b").get("city.json"));
    assertEquals(CHICAGO, bundle.from(bundle.provenance()).city());
    assertEquals(CHICAGO, bundle.withFactors(2018, new FuelFactors(1e-4, 5e-5, 8e-5)).city());
  }

  @Test
  void ofSeattleIsWhatHasNone() {
    assertSame(City.SEATTLE, again(bundle(City.SEATTLE)).city());
    Bundle bundle = bundle(CHICAGO);
    assertSame(City.SEATTLE, new Bundle("m", List.of(), bundle.transformer(), bundle.scale(), bundle.regressor(),
        Optional.empty(), TrainingRows.NONE, bundle.provenance()).city());
    SortedMap<String, byte[]> parts = new TreeMap<>(SealedArchive.of(bundle.toBytes(), "b").parts());
    parts.remove("city.json");
    assertSame(City.SEATTLE, Bundle.read(new SealedArchive(parts).toBytes(), "b").city());
  }

  @Test
  void seattlesOtherPartsAreWhatTheyWere() {
    SortedMap<String, String> seattle = Bundle.hashes(bundle(City.SEATTLE).toBytes(), "seattle");
    SortedMap<String, String> chicago = Bundle.hashes(bundle(CHICAGO).toBytes(), "chicago");
    assertEquals(seattle.keySet(), chicago.keySet());
    assertEquals(Set.of("city.json"), seattle.keySet().stream()
        .filter(part -> !seattle.get(part).equals(chicago.get(part))).collect(Collectors.toSet()));
  }

  @Test
  void aTableOfItsCityIsPredicted() {
    Predictions predictions = again(bundle(CHICAGO)).predict(table(HEADER + TOWER));
    assertEquals(List.of("11"), predictions.predicted().stream().map(one -> one.key().building()).toList());
  }

  @Test
  void aBuildingIsNamedByTheColumnsOfItsCity() {
    Prediction prediction = again(bundle(CHICAGO)).predict("""
        {"Data Year": 2016, "ID": "11", "Primary Property Type": "Office", "Year Built": null,
         "Gross Floor Area - Buildings (sq ft)": "200,000"}""");
    assertEquals("11", prediction.key().building());
    Problem problem = assertThrows(Problem.class, () -> again(bundle(CHICAGO)).predict("{\"Data Year\": 2016}"));
    assertTrue(problem.getMessage().contains("ID, ") && problem.getMessage().endsWith("; the model is of Chicago"),
        problem::getMessage);
  }

  @Test
  void aTableOfAnotherCityIsReportedWhichColumnsLackAndOfWhichCityTheModelIs() {
    Problem chicago = assertThrows(Problem.class, () -> bundle(CHICAGO).predict(table(
        "OSEBuildingID,DataYear,PrimaryPropertyType,BuildingType,LargestPropertyUseTypeGFA\n1,2016,Office,x,2\n")));
    assertEquals("t.csv, line 1: lacks the columns ID, Gross Floor Area - Buildings (sq ft); give a table that has"
        + " them; the first line must hold the names; the model is of Chicago", chicago.getMessage());
    Problem seattle = assertThrows(Problem.class, () -> bundle(City.SEATTLE).predict(table(HEADER + TOWER)));
    assertTrue(seattle.getMessage().contains("OSEBuildingID")
        && seattle.getMessage().endsWith("; the model is of Seattle"), seattle::getMessage);
  }

  @Test
  void lastYearIsReadByItsCityToo() {
    Bundle bundle = again(bundle(CHICAGO));
    Table before = table(HEADER + TOWER.replace("2016", "2015"));
    assertEquals(List.of(), bundle.lastYear(before).skipped());
    assertEquals(Method.LAST_YEAR_TONNES,
        bundle.predict(table(HEADER + TOWER), before).predicted().getFirst().method());
    Problem problem = assertThrows(Problem.class,
        () -> bundle.lastYear(table("Data Year,ID\n2015,11\n")));
    assertEquals("t.csv, line 1: has no column Total GHG Emissions (Metric Tons CO2e); give a table that has it; the"
        + " first line must hold the names; the model is of Chicago", problem.getMessage());
  }

  @Test
  void aCityThatIsNoneIsReportedByItsPlaceInTheBundle() {
    SealedArchive archive = SealedArchive.of(bundle(CHICAGO).toBytes(), "b");
    SortedMap<String, byte[]> parts = new TreeMap<>(archive.parts());
    parts.put("city.json", "{\"name\": 3}".getBytes(StandardCharsets.UTF_8));
    byte[] damaged = new SealedArchive(parts).toBytes();
    Problem problem = assertThrows(Problem.class, () -> Bundle.read(damaged, "b"));
    assertTrue(problem.getMessage().startsWith("b!city.json"), problem::getMessage);
  }
}
