// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.components.storage.BucketUri;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CityInputTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aFileOfOnesOwn() throws IOException {
    file = Files.writeString(folder.resolve("my town.yaml"), """
        name: Mytown
        rows:
          modelled: {column: PrimaryPropertyType, not: [Home]}
        columns:
          OSEBuildingID: {name: Nummer}
        """);
  }

  @Test
  void theNameOfOneThatComesWithCarbonflowIsThatOne() {
    assertSame(City.SEATTLE, new CityInput("seattle").city());
    assertEquals("Chicago", new CityInput("chicago").city().name());
    assertSame(City.SEATTLE, new CityInput(CityInput.DEFAULT).city());
  }

  @Test
  void aPathAUriAndAKeyInTheBucketAreAFile() {
    assertEquals("Mytown", new CityInput(file.toString()).city().name());
    assertEquals("Mytown", new CityInput(file.toUri().toString()).city().name());
    assertEquals("Mytown",
        new CityInput("my town.yaml").city(new BucketUri(folder.toUri().toString()), "").name());
    assertEquals("Mytown", new CityInput(file.toString()).city(new BucketUri("tables"), "").name());
  }

  @ParameterizedTest
  @ValueSource(strings = {"boston", "Seattle", "", " ", "mytown.yml.bak", "mytown.json", "s3://bucket/mytown",
      "../cities/seattle"})
  void whatIsNoneSaysWhichThereAreAndHowAFileIsCalled(String text) {
    String message = assertThrows(IllegalArgumentException.class, () -> new CityInput(text)).getMessage();
    assertEquals("'" + text + "' is not a city that comes with carbonflow; those are chicago, seattle, and the path or URI"
        + " of a file of your own ends in .yaml", message);
  }

  @Test
  void aUriOfAnotherKindIsRefused() {
    String message = assertThrows(IllegalArgumentException.class,
        () -> new CityInput("https://example.org/mytown.yaml")).getMessage();
    assertTrue(message.contains("\"https:\" is not supported"), message);
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path absent = folder.resolve("absent.yaml");
    String message = assertThrows(Problem.class, () -> new CityInput(absent.toString()).city()).getMessage();
    assertTrue(message.startsWith(absent.toString()), message);
  }

  @Test
  void aMistakeInAFileIsReportedByItsLine() throws IOException {
    Files.writeString(file, Files.readString(file) + "plcae: {}\n");
    String message = assertThrows(Problem.class, () -> new CityInput(file.toString()).city()).getMessage();
    assertTrue(message.startsWith(file + ", line 6"), message);
  }

  @Test
  void aFileThatIsNotTextOrTooLargeIsRefused() throws IOException {
    Files.write(file, new byte[] {'n', (byte) 0xFF});
    assertTrue(assertThrows(Problem.class, () -> new CityInput(file.toString()).city()).getMessage()
        .contains("is not UTF-8 text"));
    Files.writeString(file, "#".repeat(5 << 20));
    assertTrue(assertThrows(Problem.class, () -> new CityInput(file.toString()).city()).getMessage()
        .startsWith(file.toString()));
  }

  @Test
  void stepsAreGivenTheNameOrAllThatIsSaidOfIt() {
    assertEquals("seattle", CityInput.of(City.SEATTLE).text());
    assertEquals("chicago", CityInput.of(CityJson.bundled("chicago")).text());
    City mytown = new CityInput(file.toString()).city();
    CityInput given = CityInput.of(mytown);
    assertTrue(given.text().startsWith("{\"name\":\"Mytown\""), given.text());
    assertEquals(mytown, given.city());
    assertEquals(CityJson.text(mytown), CityJson.text(given.city()));
  }

  @Test
  void aFileThatSaysWhatOneThatComesWithCarbonflowSaysIsThatOne() {
    assertEquals("chicago", CityInput.of(new CityInput("../cities/chicago.yaml").city()).text());
  }

  @Test
  void jsonThatIsNotACityIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new CityInput("{\"name\":3}"));
    assertThrows(IllegalArgumentException.class, () -> new CityInput("{"));
  }

  @Test
  void aCityOfWhichTooMuchIsSaidForACommandLineIsRefused() throws IOException {
    Files.writeString(file, Files.readString(file) + "neighborhoods: {names: ["
        + IntStream.range(0, 4000).mapToObj(i -> "Quarter " + i).collect(Collectors.joining(", ")) + "]}\n");
    City city = new CityInput(file.toString()).city();
    String message = assertThrows(Problem.class, () -> CityInput.of(city)).getMessage();
    assertTrue(message.startsWith("the city Mytown: has ") && message.contains("more than the 32768"), message);
  }
}
