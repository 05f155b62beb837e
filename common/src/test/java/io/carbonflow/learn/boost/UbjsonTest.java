// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UbjsonTest {

  /// @param document in which `~` stands for a byte of 0 and a digit for itself as a byte
  private static Ubjson of(String document) {
    byte[] bytes = document.replace('~', '\0').getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] >= '0' && bytes[i] <= '9' ? (byte) (bytes[i] - '0') : bytes[i];
    }
    return new Ubjson(bytes);
  }

  @ParameterizedTest
  @CsvSource({"[$i#i312ÿ, 1 2 -1", "[$U#U2ÿ1, 255 1", "[$I#i2~1ÿÿ, 1 -1", "[$l#I~1~~~7, 7", "[$L#l~~~1~~~~~~~5, 5",
      "[$l#L~~~~~~~~, ''"})
  void wholeNumbersAreOfAnyWidth(String document, String numbers) {
    assertEquals(numbers, Arrays.stream(of(document).integers()).mapToObj(String::valueOf)
        .collect(Collectors.joining(" ")));
  }

  @Test
  void floatsAreRead() {
    byte[] document = ByteBuffer.allocate(13).put("[$d#U".getBytes(StandardCharsets.US_ASCII)).put((byte) 1)
        .putFloat(1.5f).array();
    assertArrayEquals(new float[] {1.5f}, new Ubjson(document).floats());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z", "T", "F", "i1", "U1", "I~1", "l~~~1", "L~~~~~~~1", "d~~~~", "D~~~~~~~~", "Si1a", "{}",
      "{i1aZi1bT}", "[#i~", "[#i2ZT", "[$d#i1~~~~", "[$l#i~", "{i1a[#i1{i1b[$I#i1~1}}"})
  void whatIsNotWantedIsPassedOver(String value) {
    Ubjson after = of(value + "Si3end");
    after.skip();
    assertEquals("end", after.text());
  }

  @Test
  void fieldsAndElementsComeInTheirOrder() {
    Ubjson in = of("{i1aSi1xi1b[#i2Si1ySi1z}");
    StringBuilder met = new StringBuilder();
    in.object(name -> {
      met.append(name);
      if (name.equals("a")) {
        met.append(in.text());
      } else {
        in.array(() -> met.append(in.text()));
      }
    });
    assertEquals("axbyz", met.toString());
  }

  @ParameterizedTest
  @CsvSource({"[$d#i9~~~~, 9 elements in 4 bytes", "[$d#i-1, elements in", "[$q#i1~, whole number of type",
      "[#i~, in place of $", "x, in place of ["})
  void whatIsNoArrayOfWholeNumbersIsRefused(String document, String why) {
    var e = assertThrows(IllegalArgumentException.class, () -> {
      Ubjson in = of(document);
      if (document.startsWith("[$d")) {
        in.floats();
      } else {
        in.integers();
      }
    });
    assertTrue(e.getMessage().contains(why.replace("-1", "")), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "Si9abc", "[$S#i1i1a"})
  void aValueThatCannotBeIsRefused(String document) {
    assertThrows(IllegalArgumentException.class, () -> of(document).skip());
  }
}
