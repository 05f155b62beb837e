// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.ir.Yaml;
import io.carbonflow.model.city.City;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CityFileTest {
  private static final Path CITIES = Path.of("../cities");
  private static final String HEAD = """
      name: Here
      rows:
        modelled: {column: BuildingType, begins with: Non}
      """;
  @TempDir Path folder;

  private static List<String> againstSchema(String text) {
    return new MiniSchema(CitySchema.of()).against(Yaml.read("t.yaml", text).getFirst());
  }

  private static String refusal(String text) {
    return assertThrows(Problem.class, () -> CityFile.read("t.yaml", text)).getMessage();
  }

  @Test
  void seattleOfTheProgramIsThatOfItsFile() {
    assertEquals(CityFile.read(CITIES.resolve("seattle.yaml")), City.SEATTLE);
  }

  static List<Path> cities() throws IOException {
    try (Stream<Path> files = Files.list(CITIES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cities")
  void everyCityThatComesAlongIsReadAndFitsTheSchema(Path file) throws IOException {
    assertFalse(CityFile.read(file).name().isEmpty());
    assertEquals(List.of(), againstSchema(Files.readString(file)));
  }

  @Test
  void aCityOfFourLinesIsOne() {
    assertEquals("Here", CityFile.read("t.yaml", HEAD).name());
    assertEquals(List.of(), againstSchema(HEAD));
  }

  /// Texts that are wrong, with what the reader says.
  static List<Map.Entry<String, String>> broken() {
    return List.of(
        Map.entry("name: Here\n", "t.yaml, line 1: field rows"),
        Map.entry(HEAD + "colums: {}\n", "t.yaml, line 4: field colums is not known; write columns if it is meant"),
        Map.entry(HEAD + "columns:\n  DataYears: {name: y}\n",
            "t.yaml, line 5: field columns.DataYears is not a column of the schema: DataYears; write DataYear if it is"
                + " meant"),
        Map.entry(HEAD + "columns:\n  DataYear:\n    name: [y, 1]\n",
            "t.yaml, line 6: field columns.DataYear.name[1] is not text; write it in quotes"),
        Map.entry(HEAD + "columns:\n  SteamUse(kBtu):\n    unit: pounds\n",
            "t.yaml, line 6: field columns.SteamUse(kBtu).unit is not a unit that is known: pounds; use one of kBtu, "),
        Map.entry(HEAD + "columns:\n  YearBuilt: {likely from: long ago}\n",
            "t.yaml, line 5: field columns.YearBuilt.likely from is not a number: \"long ago\"; write it as"
                + " cities/seattle.yaml does"),
        Map.entry(HEAD + "columns:\n  Address: {likely from: 1}\n",
            "t.yaml, line 5: field columns.Address does not hold together: a column without numbers has limits or a"
                + " unit; "),
        Map.entry(HEAD + "place: {latitude: [1, 2, 3]}\n",
            "t.yaml, line 4: field place.latitude is not a pair of degrees; write it like [47.48, 47.76]"),
        Map.entry("name: Here\nrows:\n  modelled:\n    column: BuildingType\n",
            "t.yaml, line 3: field rows.modelled does not say which rows are modeled; give one of begins with, is,"
                + " not"),
        Map.entry(HEAD.replace("}", ", is: x}"), "t.yaml, line 3: field rows.modelled.is is a second way"),
        Map.entry("name: [Here]\n" + HEAD.substring(HEAD.indexOf("rows")),
            "t.yaml, line 1: field name is not text; write it in quotes"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsWrittenWronglyIsRefusedByTheReaderWithItsLineAndByTheSchema(Map.Entry<String, String> broken) {
    String message = refusal(broken.getKey());
    assertTrue(message.startsWith(broken.getValue()), message);
    assertFalse(againstSchema(broken.getKey()).isEmpty());
  }

  @Test
  void whatDoesNotHoldTogetherIsSeenByTheReaderAlone() {
    String text = HEAD + "columns:\n  Address: {same as: City}\n  City: {same as: State}\n";
    assertEquals("t.yaml, line 5: field columns.Address does not hold together: City has no cells of a table itself;"
        + " correct what is named", refusal(text));
    assertEquals(List.of(), againstSchema(text));
  }

  @Test
  void aFileThatIsNotOneOfACityIsRefused() throws IOException {
    Path none = folder.resolve("none.yaml");
    assertThrows(Problem.class, () -> CityFile.read(none));
    Path list = Files.writeString(folder.resolve("list.yaml"), "- a\n- b\n");
    assertTrue(assertThrows(Problem.class, () -> CityFile.read(list)).getMessage().startsWith(list + ", line 1"));
  }
}
