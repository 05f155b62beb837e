// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static io.carbonflow.model.building.Repaired.office;
import static io.carbonflow.model.building.Repaired.offices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;

/// The fuels of an office are 8,000,000 kBtu together.
class ExchangedEnergyTest {
  private static final String SITE = "SiteEnergyUse(kBtu)";
  private static final String NORMALIZED = "SiteEnergyUseWN(kBtu)";

  private static List<Map<String, String>> year(int exchanged, int right, int year) {
    List<Map<String, String>> rows = offices(exchanged, year, SITE, "8300000", NORMALIZED, "8000000");
    IntStream.range(0, right).forEach(i ->
        rows.add(office("r" + i, year, SITE, "8000000", NORMALIZED, "8200000")));
    return rows;
  }

  @Test
  void siteEnergyIsWhatTheFuelsAddUpTo() {
    Repaired read = Repaired.of(year(20, 0, 2018));
    assertEquals(Set.of("8000000"), Set.copyOf(read.cells(Column.SITE_ENERGY)));
    assertEquals(Set.of("8300000"), Set.copyOf(read.cells(Column.SITE_ENERGY_WN)));
    assertEquals(List.of("exchanged-energy 2018 SiteEnergyUse(kBtu) 20"), read.found());
    assertEquals("the fuels add up to SiteEnergyUseWN(kBtu) in 20 of 20 rows, to SiteEnergyUse(kBtu) in 0",
        read.evidence());
  }

  @Test
  void aRowWhoseOwnFuelsSayTheOtherThingKeepsWhatFitsIt() {
    Repaired read = Repaired.of(year(20, 2, 2018));
    assertEquals(Set.of("8000000"), Set.copyOf(read.cells(Column.SITE_ENERGY)));
    assertEquals(List.of("exchanged-energy 2018 SiteEnergyUse(kBtu) 20"), read.found());
  }

  @Test
  void aRowWhoseFuelsSayNothingGoesWithItsYear() {
    List<Map<String, String>> rows = year(20, 0, 2018);
    rows.add(office("x", 2018, SITE, "9000000", NORMALIZED, "9500000"));
    rows.add(office("y", 2018, SITE, "", NORMALIZED, "8000000"));
    assertEquals(List.of("9500000", "8000000"), Repaired.of(rows).cells(Column.SITE_ENERGY).subList(20, 22));
  }

  @Test
  void aYearInWhichTheyAreRightStaysAsItIsWhateverAnotherYearHas() {
    List<Map<String, String>> rows = year(0, 20, 2017);
    rows.addAll(year(20, 0, 2018));
    Repaired read = Repaired.of(rows);
    assertEquals(Set.of("8200000"), Set.copyOf(read.cells(Column.SITE_ENERGY_WN).subList(0, 20)));
    assertEquals(List.of("exchanged-energy 2018 SiteEnergyUse(kBtu) 20"), read.found());
  }

  @Test
  void aYearThatSaysBothIsLeftAndTold() {
    Repaired read = Repaired.of(year(12, 10, 2018));
    assertEquals("8300000", read.cells(Column.SITE_ENERGY).getFirst());
    assertEquals(List.of("exchanged-energy 2018 SiteEnergyUse(kBtu) 12 left"), read.found());
    assertEquals("the fuels add up to SiteEnergyUseWN(kBtu) in 12 of 22 rows, to SiteEnergyUse(kBtu) in 10; 12 rows"
        + " say the one and 10 the other", read.evidence());
  }

  @Test
  void aSlipOrTwoInAYearThatIsRightAreNotToldAsItsFault() {
    assertEquals(List.of(), Repaired.of(year(3, 60, 2018)).found());
  }

  @Test
  void aRowByItselfIsReadAsItsYearWouldBe() {
    assertEquals(List.of("8000000"), Repaired.of(year(1, 0, 2018)).cells(Column.SITE_ENERGY));
  }

  @Test
  void asPublishedTheyStay() {
    Repaired read = Repaired.of(year(20, 0, 2018), TableFault.EXCHANGED_ENERGY);
    assertEquals("8300000", read.cells(Column.SITE_ENERGY).getFirst());
    assertEquals(List.of(), read.found());
  }
}
