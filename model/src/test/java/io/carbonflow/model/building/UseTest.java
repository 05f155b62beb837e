// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;

class UseTest {
  @Test
  void splitsAListOfUses() {
    assertEquals(List.of("Hotel", "Parking", "Restaurant"),
        Use.split("Hotel, Parking, Restaurant"));
  }

  @Test
  void keepsNamesThatHoldCommasWhole() {
    assertEquals(
        List.of("Office", "Personal Services (Health/Beauty, Dry Cleaning, etc)", "Parking"),
        Use.split("Office, Personal Services (Health/Beauty, Dry Cleaning, etc), Parking"));
    assertEquals(List.of("Repair, and more", "K-12 School", "3D Lab"),
        Use.split("Repair, and more, K-12 School, 3D Lab"));
  }

  @Test
  void keepsEachUseOnceInTheOrderOfTheList() {
    assertEquals(List.of("Office", "Hotel"), Use.split("Office, Hotel, Office"));
  }

  @Test
  void takesAListThatWasCutOffAsItIs() {
    assertEquals(List.of("Office", "Vocat"), Use.split("Office, Vocat"));
    assertEquals(List.of("Office", "Shops (A, B"), Use.split("Office, Shops (A, B"));
  }

  @Test
  void findsNothingInAnEmptyList() {
    assertEquals(List.of(), Use.split(""));
  }

  @Test
  void takesAnUnknownOrNegativeAreaAsNone() {
    assertEquals(new Use("Office", 0), new Use("Office", Double.NaN));
    assertEquals(new Use("Office", 0), new Use("Office", -5));
    assertEquals(new Use("None", 0), new Use("", Double.NaN));
  }
}
