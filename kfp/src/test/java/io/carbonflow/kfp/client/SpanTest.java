// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {

  @ParameterizedTest
  @ValueSource(strings = {"90s", "1h30m", "6h", "1d", "2w", "1w2d3h4m5s"})
  void aLengthIsReadAndMeansTheSameWhenItIsWritten(String text) {
    Duration span = Span.parse(text);
    assertEquals(span, Span.parse(Span.of(span)));
  }

  @Test
  void unitsAreCarriedOver() {
    assertEquals(Duration.ofMinutes(90), Span.parse("90m"));
    assertEquals("1h30m", Span.of(Duration.ofMinutes(90)));
    assertEquals("1w", Span.of(Duration.ofDays(7)));
    assertEquals("0s", Span.of(Duration.ofMillis(400)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "5 m", "1h-5m", "0s", "1y", "m5", "5mx"})
  void anythingElseIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Span.parse(text));
  }
}
