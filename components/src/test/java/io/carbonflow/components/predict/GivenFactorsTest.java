// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.model.building.FuelFactors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `--factors` takes.
class GivenFactorsTest {
  private static final FuelFactors OTHERS = new FuelFactors(1e-6, 2e-6, 3e-6);

  @Test
  void nothingATableAYearAndNumbersAreToldApart() {
    assertTrue(new GivenFactors("").isEmpty() && new GivenFactors(" ").isEmpty());
    assertTrue(new GivenFactors("table").areOfTable() && !new GivenFactors("table").isEmpty());
    assertEquals(OptionalInt.of(2016), new GivenFactors("2016").year());
    for (String other : List.of("", "table", "gas:5e-5")) {
      assertEquals(OptionalInt.empty(), new GivenFactors(other).year());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      electricity:6.2e-6,gas:5.3e-5,steam:7.7e-5  | 6.2e-6 | 5.3e-5 | 7.7e-5
      steam:7.7e-5, electricity:6.2e-6            | 6.2e-6 | 2e-6   | 7.7e-5
      gas:0                                       | 1e-6   | 0      | 3e-6
      electricity:0.000184                        | 1.84e-4| 2e-6   | 3e-6
      """)
  void aFuelThatIsLeftOutHasTheFactorOfTheOthers(String text, double electricity, double gas, double steam) {
    assertEquals(new FuelFactors(electricity, gas, steam), new GivenFactors(text).numbers(OTHERS));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      tables               | 'tables'            | electricity:NUMBER, gas:NUMBER, steam:NUMBER
      20166                | '20166'             | electricity:NUMBER
      16                   | '16'                | electricity:NUMBER
      electricity=6.2e-6   | 'electricity=6.2e-6'| electricity:NUMBER
      coal:1e-5            | 'coal:1e-5'         | electricity:NUMBER
      gas:                 | ''                  | number from 0 to 0.01
      gas:-1e-5            | '-1e-5'             | number from 0 to 0.01
      gas:53               | '53'                | number from 0 to 0.01
      gas:NaN              | 'NaN'               | number from 0 to 0.01
      gas:5e-5,gas:6e-5    | gas                 | twice
      gas:5e-5,            | ''                  | electricity:NUMBER
      """, quoteCharacter = '\0')
  void whatNamesNoFactorsIsRefused(String text, String part, String remedy) {
    String message = assertThrows(IllegalArgumentException.class, () -> new GivenFactors(text)).getMessage();
    assertTrue(message.startsWith("'" + text + "' is not emission factors: empty, table, a year such as 2016, or "
        + "electricity:"), message);
    assertTrue(message.contains(part + " ") && message.contains(remedy), message);
  }
}
