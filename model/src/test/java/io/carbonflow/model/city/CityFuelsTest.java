// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import org.junit.jupiter.api.Test;

class CityFuelsTest {
  private static City city(String more) {
    String json = ("{'name': 'Here', 'rows': {'modelled': {'column': 'BuildingType', 'not': 'Home'}}"
        + (more.isEmpty() ? "" : ", " + more) + "}").replace('\'', '"');
    return CityJson.read(StrictJson.of(json.getBytes(StandardCharsets.UTF_8), Place.of("t.json"), "correct it"));
  }

  private static City again(City city) {
    return CityJson.read(StrictJson.of(Json.pretty(CityJson.write(city)).getBytes(StandardCharsets.UTF_8),
        Place.of("t.json"), "correct it"));
  }

  private static void refused(String message, String more) {
    assertEquals("t.json: field " + message, assertThrows(Problem.class, () -> city(more)).getMessage());
  }

  @Test
  void seattlesReferenceIsThatOfTheCode() {
    assertEquals(Optional.of(FuelFactors.REFERENCE), City.SEATTLE.reference());
    assertEquals(Fuel.EVERYWHERE, City.SEATTLE.fuels());
    assertEquals(Map.of(), City.SEATTLE.energy().given(2016));
    assertFalse(City.SEATTLE.schema().contains(Column.OIL));
  }

  @Test
  void aCityThatListsNoneHasThreeAndThoseWhoseColumnsItNames() {
    assertEquals(Fuel.EVERYWHERE, city("").fuels());
    City more = city("'columns': {'FuelOilUse(kBtu)': {'name': 'Oil'}}");
    assertEquals(List.of(Fuel.ELECTRICITY, Fuel.GAS, Fuel.STEAM, Fuel.OIL), more.fuels());
    assertEquals(Column.OIL, more.schema().getLast());
    assertEquals(Optional.empty(), more.reference());
    assertEquals(more, again(more));
  }

  @Test
  void factorsAreEstimatedOrGivenForAllYearsOrByYear() {
    City city = city("'fuels': {'electricity': {'factor': {'2019': 1e-4, '2020': 9e-5}}, 'gas': {'factor': 5.3e-5,"
        + " 'reference': 5.3e-5}, 'chilled water': 'estimate', 'other': {'factor': 'estimate'}}");
    assertEquals(List.of(Fuel.ELECTRICITY, Fuel.GAS, Fuel.CHILLED_WATER, Fuel.OTHER), city.fuels());
    assertEquals(Map.of(Fuel.ELECTRICITY, 1e-4, Fuel.GAS, 5.3e-5), city.energy().given(2019));
    assertEquals(Map.of(Fuel.GAS, 5.3e-5), city.energy().given(2021));
    assertEquals(Optional.empty(), city.reference());
    assertEquals(city, again(city));
  }

  @Test
  void aFuelThatTheCityHasNotIsNotRequired() {
    City city = city("'fuels': {'electricity': 'estimate', 'gas': 'estimate'}");
    assertTrue(city.requires(Column.GAS));
    assertFalse(city.requires(Column.STEAM));
    assertFalse(city("'columns': {'SiteEnergyUse(kBtu)': {'sum of': 'fuels'}}").requires(Column.GAS));
  }

  @Test
  void whereEnergyIsPredictedEachFuelCountsTheSame() {
    City city = city("'target': 'site energy', 'fuels': {'electricity': 'estimate', 'oil': 'estimate'}");
    assertEquals(Target.SITE_ENERGY, city.target());
    assertEquals(Map.of(Fuel.ELECTRICITY, 1e-3, Fuel.OIL, 1e-3), city.energy().given(2000));
    assertEquals(1e-3, city.reference().orElseThrow().of(Fuel.OIL));
    assertEquals(city, again(city));
  }

  @Test
  void mistakesNameTheFieldAndTheRemedy() {
    refused("fuels.coal is not a kind of fuel; use one of electricity, gas, steam, hot water, chilled water, oil, other fuel",
        "'fuels': {'coal': 'estimate'}");
    refused("fuels has no oil, of which columns names the energy; add oil to fuels, or take FuelOilUse(kBtu) from"
        + " columns", "'fuels': {'gas': 'estimate'}, 'columns': {'FuelOilUse(kBtu)': {'name': 'Oil'}}");
    refused("fuels.gas does not hold together: 5.3 is not a factor: one is from 0 to 0.01 t per kBtu; correct what is"
        + " named", "'fuels': {'gas': {'factor': 5.3}}");
    refused("target is nothing that is predicted; use one of emissions, site energy", "'target': 'water'");
  }
}
