// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceQuantityTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "2.5, 2.5", ".5, 0.5", "500m, 0.5", "1k, 1000", "1Ki, 1024", "128Mi, 134217728",
      "1Gi, 1073741824", "1.5Gi, 1610612736", "2G, 2000000000", "1Ti, 1099511627776", "1e3, 1000",
      "1E, 1000000000000000000", "1E3, 1000", "12E-1, 1.2"})
  void aQuantityIsTheNumberThatKubernetesTakesItFor(String text, String number) {
    assertEquals(0, ResourceQuantity.of(text).compareTo(new java.math.BigDecimal(number)),
        () -> text + " = " + ResourceQuantity.of(text));
  }
}
