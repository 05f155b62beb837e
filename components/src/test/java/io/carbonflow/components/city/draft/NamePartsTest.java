// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.model.city.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePartsTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "Natural Gas Use (therms) | naturalgasuse | THERMS",
      "Electricity Use - Grid Purchase (kBtu) | electricityusegridpurchase | KBTU",
      "Electricity(kWh) | electricity | KWH",
      "Property GFA - Calculated (Buildings) (ft²) | propertygfacalculatedbuildings | FT2",
      "Gross Floor Area (Sq Ft) - Buildings | grossfloorareabuildings | FT2",
      "Total GHG Emissions (Metric Tons CO2e) | totalghgemissions | T",
      "GHG Emissions (MTCO2e) | ghgemissions | T",
      "Estimated Total GHG Emissions (kgCO2e) | estimatedtotalghgemissions | KG",
      "GHG Intensity (kg CO2e/sq ft) | ghgintensity | KG_PER_FT2",
      "GHGEmissionsIntensity(kgCO2e/ft2) | ghgemissionsintensity | KG_PER_FT2",
      "Weather Normalized Site EUI (kBtu/ft²) | weathernormalizedsiteeui | KBTU_PER_FT2",
      "Site EUI (Energy Use Intensity kBtu/ft²) | siteeuienergyuseintensity | KBTU_PER_FT2",
      "SITEEUI_KBTU_FT | siteeui | KBTU_PER_FT2",
      "TOTGHGEMISSIONS_METRICTONSCO2E | totghgemissions | T",
      "NATURALGASUSE_THERMS | naturalgasuse | THERMS",
      "FUELOILANDDIESELFUELUSEKBTU | fueloilanddieselfueluse | KBTU",
      "site_eui_kbtuft2 | siteeui | KBTU_PER_FT2",
      "electric_use_kbtu | electricuse | KBTU",
      "Stromverbrauch [MWh] | stromverbrauch | MWH",
      "Fläche (m²) | fläche | M2",
      "CO2-Emissionen (t) | co2emissionen | T",
      "Kennwert (kWh/m²) | kennwert | KWH_PER_M2",
      "# of Buildings | ofbuildings | -",
      "% Electricity | percentelectricity | -",
      "Year Built | yearbuilt | -",
      "kWh | kwh | -"})
  void aNameIsItsLettersAndItsUnit(String name, String key, Unit unit) {
    assertEquals(new NameParts(key, Optional.ofNullable(unit)), NameParts.of(name));
  }
}
