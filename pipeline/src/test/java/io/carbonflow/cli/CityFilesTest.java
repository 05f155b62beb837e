// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityFilesTest {
  @TempDir Path project;

  @Test
  void whatIsCheckedInFollowsFromTheFilesOfCities() throws IOException {
    SortedMap<String, String> files = CityFiles.of(Path.of(".."));
    assertTrue(files.keySet().containsAll(List.of("cities/city.schema.json",
        "model/src/main/resources/io/carbonflow/model/city/seattle.json",
        "model/src/main/resources/io/carbonflow/model/city/cities.json")), files.keySet()::toString);
    for (Map.Entry<String, String> file : files.entrySet()) {
      assertEquals(file.getValue(), Files.readString(Path.of("..").resolve(file.getKey())),
          file.getKey() + " is stale; run ./carbonflow compile and commit what it changes");
    }
  }

  @Test
  void aProjectWithoutCitiesHasNone() {
    assertEquals(Map.of(), CityFiles.of(project));
  }

  @Test
  void aReleaseHasCitiesAndNoCodeThatIsGivenThem() throws IOException {
    Path cities = Files.createDirectories(project.resolve("cities"));
    Files.copy(Path.of("../cities/chicago.yaml"), cities.resolve("chicago.yaml"));
    assertEquals(Map.of(), CityFiles.of(project));
  }
}
