// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.city.City;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Columns are found whatever exports call them: the portal's files of each year, its API, R.
class ColumnNamesTest {
  /// Names that exports have for columns of the schema which differ from it in more than letter case
  /// and punctuation. Where they stand: the file of 2015; the files from 2018 on.
  private static final Map<String, String> OTHERS = Map.of(
      "GHGEmissions(MetricTonsCO2e)", "TotalGHGEmissions",
      "GHGEmissionsIntensity(kgCO2e/ft2)", "GHGEmissionsIntensity",
      "Comment", "Comments",
      "BuildingName", "PropertyName",
      "EPAPropertyType", "PrimaryPropertyType",
      "EPA Building Sub Type Name", "PrimaryPropertyType");

  private static List<String> titles() {
    return Arrays.stream(Column.values()).map(Column::title).toList();
  }

  /// The one row of a table in the one schema.
  private static Row row(List<String> names, List<String> cells) {
    Table table = table(names, cells);
    return Schema.of(table).canonical(table.rows().getFirst());
  }

  private static Table table(List<String> names, List<String> cells) {
    UnaryOperator<String> quoted = text -> '"' + text + '"';
    return Samples.table(names.stream().map(quoted).collect(Collectors.joining(",")) + "\n"
        + cells.stream().map(quoted).collect(Collectors.joining(",")) + "\n");
  }

  @Test
  void noTwoColumnsAreCalledTheSame() {
    List<String> names = new ArrayList<>(Schema.titles(City.SEATTLE));
    names.addAll(OTHERS.keySet());
    names.add(Location.COLUMN);
    assertEquals(names.size(), names.stream().map(Column::key).distinct().count());
    assertTrue(names.stream().map(Column::key).allMatch(ColumnNames.known(City.SEATTLE)::contains));
    assertEquals("siteenergyusekbtu", Column.key(" Site EnergyUse\u00a0(kBtu)"));
  }

  static List<UnaryOperator<String>> ways() {
    return List.of(
        name -> name,
        name -> name.replaceAll("[^A-Za-z0-9]", "."),                                     // R
        name -> name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("_$", ""), // the API
        name -> name.replaceAll("(?<=[a-z])(?=[A-Z])", " "),                              // 2018
        name -> "\ufeff" + name.toUpperCase(Locale.ROOT) + "\u00a0");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void everyColumnIsFound(UnaryOperator<String> way) {
    List<String> cells = new ArrayList<>(Collections.nCopies(titles().size(), ""));
    cells.set(titles().indexOf("OSEBuildingID"), "0007");
    for (int i = 0; i < cells.size(); i++) {
      if (Column.values()[i].content() instanceof Content.Number) {
        cells.set(i, "" + i);
      }
    }
    Row expected = row(titles(), cells);
    Row found = row(titles().stream().map(way).toList(), cells);
    assertEquals(expected.cells(), found.cells());
    assertEquals("0007", found.raw("OSEBuildingID"));
    assertEquals("33", found.raw("SiteEnergyUse(kBtu)"));
    OTHERS.forEach((other, title) -> assertEquals("7",
        row(List.of("OSEBuildingID", way.apply(other)), List.of("1", "7")).raw(title), other));
  }

  /// The portal cuts names of its API.
  @Test
  void usesAndAreasAreToldApartWhereTheApiHasCutTheirNames() {
    List<String> y2018 = List.of("largest_property_use_type", "largest_property_use_type_1",
        "second_largest_property_use", "second_largest_property_use_1", "third_largest_property_use",
        "third_largest_property_use_1");
    List<String> y2016 = List.of("largestpropertyusetype", "largestpropertyusetypegfa",
        "secondlargestpropertyusetype", "secondlargestpropertyuse", "thirdlargestpropertyusetype",
        "thirdlargestpropertyusetypegfa");
    for (List<String> names : List.of(y2018, y2016)) {
      Row row = row(names, List.of("Office", "300", "Hotel", "20", "Bank Branch", "1"));
      assertEquals("Office 300 Hotel 20 Bank Branch 1", Stream.of("Largest", "SecondLargest", "ThirdLargest")
          .flatMap(rank -> Stream.of(rank + "PropertyUseType", rank + "PropertyUseTypeGFA"))
          .map(row::raw).collect(Collectors.joining(" ")));
    }
    assertEquals("", row(List.of("second_largest_property_use"), List.of("20")).raw("SecondLargestPropertyUseType"));
  }

  @Test
  void thePropertyTypeOfTheEpaCountsWhereThereIsNoOther() {
    List<String> names = List.of("PrimaryPropertyType", "EPAPropertyType");
    assertEquals("Large Office", row(names, List.of("Large Office", "Office")).raw("PrimaryPropertyType"));
    assertEquals("Office", row(names, List.of("NA", "Office")).raw("PrimaryPropertyType"));
    assertEquals("Office", row(names.subList(1, 2), List.of("Office")).raw("PrimaryPropertyType"));
    assertEquals("Bank", row(List.of("EPA Building Sub Type Name", "EPAPropertyType"), List.of("Bank", ""))
        .raw("PrimaryPropertyType"));
  }

  @Test
  void columnsOfOneMeaningThatDisagreeAreRefused() {
    var problem = assertThrows(Problem.class, () ->
        row(List.of("PropertyName", "Building Name"), List.of("Tower", "Hall")));
    assertEquals("t.csv, line 2, column Building Name: is Hall where column PropertyName has Tower; keep"
        + " one of the two columns, they mean the same", problem.getMessage());
    assertEquals("Hall", row(List.of("PropertyName", "BuildingName"), List.of("", "Hall")).raw("PropertyName"));
  }

  @Test
  void aNameThatIsThereInTwoWaysOfWritingIsRefusedWhereItIsRead() {
    var problem = assertThrows(Problem.class, () ->
        row(List.of("SiteEnergyUse(kBtu)", "SiteEnergyUse.kBtu."), List.of("1", "1")));
    assertEquals("t.csv, line 1, column SiteEnergyUse.kBtu.: is the same column as SiteEnergyUse(kBtu);"
        + " remove or rename one of the two columns", problem.getMessage());
    row(List.of("My Note", "My_Note", "%", "#"), List.of("a", "b", "", ""));
  }

  @Test
  void columnsThatNothingReadsAreNamed() {
    List<String> names = List.of("OSEBuildingID", "in_train", "source_line", "Location", "Demolished",
        "ComplianceIssue", "EPAPropertyType", "second_largest_property_use", "", ":@computed_region", "%",
        "SPD Beats", "OtherFuelUse(kBtu)");
    assertEquals(List.of("Demolished", "ComplianceIssue", "second_largest_property_use", "%"),
        Schema.of(table(names, Collections.nCopies(names.size(), ""))).unread());
    assertEquals("nothing reads the 4 columns Demolished, ComplianceIssue, second_largest_property_use, %",
        Schema.of(table(names, Collections.nCopies(names.size(), ""))).unreadLine().orElseThrow());
    assertEquals("nothing reads the column x", Schema.of(table(List.of("x"), List.of("1"))).unreadLine()
        .orElseThrow());
    List<String> many = IntStream.range(0, 20).mapToObj(i -> "c" + i).toList();
    assertTrue(Schema.of(table(many, many)).unreadLine().orElseThrow().endsWith(" c4, …"));
    assertEquals(Optional.empty(), Schema.of(Samples.of2016()).unreadLine());
    assertEquals(List.of(), Schema.of(Samples.of2015()).unread());
    assertEquals(List.of(), Schema.of(Samples.of2016()).unread());
  }

  @Test
  void aUseWithoutANameIsNoneWhateverAreaItHas() {
    Building office = Samples.office(Map.of("ThirdLargestPropertyUseType", "NA",
        "ThirdLargestPropertyUseTypeGFA", "0", "ListOfAllPropertyUseTypes", ""));
    assertEquals(List.of("Office", "Parking"), office.uses());
    assertEquals(Use.NONE, office.use(3).type());
  }
}
