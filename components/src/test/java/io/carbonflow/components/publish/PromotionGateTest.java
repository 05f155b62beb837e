// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.model.feature.FeatureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromotionGateTest {
  private static final double MARGIN = new PromotionGate(PromotionGate.DEFAULT).margin();

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      floor=0.5,margin=0.01 | 0.5  | 0.01
      margin=0.01,floor=.5  | 0.5  | 0.01
      floor=-1, margin=-0.02| -1   | -0.02
      floor=1               | 1    |
      margin=1              |      | 1
      ''                    |      |
      """)
  void whatIsLeftOutIsAsInTheDefault(String text, Double floor, Double margin) {
    PromotionGate gate = new PromotionGate(text);
    assertEquals(floor == null ? 0.75 : floor, gate.floor(FeatureSet.METERED));
    assertEquals(floor == null ? 0.4 : floor, gate.floor(FeatureSet.UNMETERED));
    assertEquals(margin == null ? MARGIN : margin, gate.margin());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      0.5               | '0.5'         | floor=NUMBER, margin=NUMBER
      floor             | 'floor'       | floor=NUMBER, margin=NUMBER
      floor=            | ''            | number from -1 to 1
      floor=x           | 'x'           | number from -1 to 1
      floor=1.5         | '1.5'         | number from -1 to 1
      margin=NaN        | 'NaN'         | number from -1 to 1
      floor=0.1=2       | 'floor=0.1=2' | floor=NUMBER, margin=NUMBER
      floor=0.1,        | ''            | floor=NUMBER, margin=NUMBER
      floor=0.1,floor=0 | floor         | twice
      roof=0.1          | 'roof=0.1'    | floor=NUMBER, margin=NUMBER
      Floor=0.1         | 'Floor=0.1'   | floor=NUMBER, margin=NUMBER
      """, quoteCharacter = '\0')
  void whatIsNoGateIsRefused(String text, String part, String remedy) {
    String message = assertThrows(IllegalArgumentException.class, () -> new PromotionGate(text)).getMessage();
    assertTrue(message.startsWith("'" + text + "' is not a gate such as floor="), message);
    int why = message.indexOf(": ");
    assertTrue(message.indexOf(part + " ", why) > 0 && message.contains(remedy), message);
  }

  @Test
  void aDifferenceHasToBeAboveTheMargin() {
    assertTrue(new PromotionGate("margin=0.01").lets(0.011));
    assertFalse(new PromotionGate("margin=0.01").lets(0.01));
    assertTrue(new PromotionGate("margin=-0.01").lets(-0.009));
  }

  @Test
  void theDefaultMarginIsAboveWhatAnotherSeedOfTheSearchGains() {
    assertEquals(0.005, MARGIN);
  }
}
