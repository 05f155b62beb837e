// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocationTest {
  private static final Place PLACE = Place.of("t.csv").line(3).column("Location");
  private static final Location HERE =
      new Location("47.6", "-122.3", "4 O'Bramble St", "SEATTLE", "WA", "98101");

  @ParameterizedTest
  @ValueSource(strings = {
      // as Python prints it
      "{'latitude': '47.6', 'longitude': '-122.3', 'human_address': '{\"address\": "
          + "\"4 O\\'Bramble St\", \"city\": \"SEATTLE\", \"state\": \"WA\", \"zip\": \"98101\"}'}",
      // other order, no space behind colons, a further key
      "{'human_address':'{\"zip\":\"98101\",\"state\":\"WA\",\"city\":\"SEATTLE\",\"address\":"
          + "\"4 O\\'Bramble St\"}','needs_recoding':False,'longitude':'-122.3',"
          + "'latitude':'47.6'}",
      // as JSON, with numbers and the address as text
      "{\"longitude\": -122.3, \"latitude\": 47.6, \"human_address\": \"{\\\"address\\\":"
          + "\\\"4 O'Bramble St\\\",\\\"city\\\":\\\"SEATTLE\\\",\\\"state\\\":\\\"WA\\\","
          + "\\\"zip\\\":\\\"98101\\\"}\"}",
      // as JSON, with the address as an object
      "{\"Latitude\": \"47.6\", \"human_address\": {\"address\": \"4 O'Bramble St\", \"city\": "
          + "\"SEATTLE\", \"state\": \"WA\", \"zip\": 98101}, \"Longitude\": \"-122.3\"}"})
  void readsEveryWayInWhichExportsWriteIt(String text) {
    assertEquals(HERE, Location.parse(text, PLACE));
  }

  @Test
  void readsThePortalsOlderForm() {
    assertEquals(new Location("47.6", "-122.3", "", "", "", ""),
        Location.parse("4 O'BRAMBLE ST\nSEATTLE, WA 98101\n(47.6, -122.3)", PLACE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NULL", "{}", "{'latitude': None, 'human_address': ''}"})
  void takesWhatIsNotThereAsEmpty(String text) {
    assertEquals(new Location("", "", "", "", "", ""), Location.parse(text, PLACE));
  }

  @Test
  void namesTheCellThatIsNoLocation() {
    var problem =
        assertThrows(Problem.class, () -> Location.parse("{'latitude': '47.6'", PLACE));
    assertEquals("t.csv, line 3, column Location: \"{'latitude': '47.6'\" is not a location: the "
        + "text ends at character 20; write it like {\"latitude\": \"47.6\", \"longitude\": "
        + "\"-122.3\"}", problem.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Seattle", "[1, 2]", "{'latitude': {}}", "{'human_address': 'x'}"})
  void refusesOtherStructures(String text) {
    assertThrows(Problem.class, () -> Location.parse(text, PLACE));
  }
}
