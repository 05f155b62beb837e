package io.carbonflow.components.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
      0.5               | '0.5' is none of floor=NUMBER, margin=NUMBER
      floor             | 'floor' is none of
      floor=            | '' is not a number from -1 to 1
      floor=x           | 'x' is not a number
      floor=1.5         | '1.5' is not a number
      margin=NaN        | 'NaN' is not a number
      floor=0.1=2       | 'floor=0.1=2' is none of
      floor=0.1,        | '' is none of
      floor=0.1,floor=0 | floor is there twice
      roof=0.1          | 'roof=0.1' is none of
      Floor=0.1         | 'Floor=0.1' is none of
      """, quoteCharacter = '\0')
  void whatIsNoGateIsRefused(String text, String why) {
    String message = assertThrows(IllegalArgumentException.class, () -> new PromotionGate(text)).getMessage();
    assertTrue(message.startsWith("'" + text + "' is not a gate such as floor="), message);
    assertTrue(message.contains(why), message);
  }

  @Test
  void theDefaultMarginIsAboveWhatAnotherSeedOfTheSearchGains() {
    assertEquals(0.005, MARGIN);
  }
}
