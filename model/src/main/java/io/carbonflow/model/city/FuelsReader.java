// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.base.json.StrictJson;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Fuel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Reads what a city says of its fuels, and of what is predicted.
final class FuelsReader {
  private static final String ESTIMATE = "estimate";
  private static final List<String> FUELS = Arrays.stream(Fuel.values()).map(Fuel::title).toList();
  private static final List<String> TARGETS = Arrays.stream(Target.values()).map(Target::word).toList();

  private FuelsReader() {}

  /// The fuels. Where the city does not list them, they are the three that every city's rows have and those of which
  /// it names the column; where energy itself is predicted, factors are no one's to give.
  static CityFuels read(StrictJson json, Map<Column, CityColumn> columns) {
    List<Fuel> named = Arrays.stream(Fuel.values()).filter(fuel ->
        Fuel.EVERYWHERE.contains(fuel) || columns.containsKey(fuel.column())).toList();
    Optional<StrictJson> given = json.maybe("fuels");
    CityFuels fuels = given.map(FuelsReader::fuels).orElse(CityFuels.estimated(named));
    given.ifPresent(field -> named.stream().filter(fuel -> !Fuel.EVERYWHERE.contains(fuel)
        && !fuels.fuels().contains(fuel)).findFirst().ifPresent(fuel -> {
          throw field.wrong("has no " + fuel.title() + ", of which columns names the energy",
              "add " + fuel.title() + " to fuels, or take " + fuel.column().title() + " from columns");
        }));
    return target(json) == Target.SITE_ENERGY
        ? CityFuels.always(fuels.fuels(), Target.MMBTU_PER_KBTU) : fuels;
  }

  /// What is predicted.
  static Target target(StrictJson json) {
    return json.maybe("target").map(field -> Arrays.stream(Target.values())
        .filter(target -> target.word().equals(CityReader.text(field))).findFirst().orElseThrow(() ->
            field.wrong("is nothing that is predicted", "use one of " + String.join(", ", TARGETS))))
        .orElse(Target.EMISSIONS);
  }

  private static CityFuels fuels(StrictJson json) {
    Map<Fuel, FuelFactor> factors = new EnumMap<>(Fuel.class);
    for (String name : new ArrayList<>(json.names())) {
      StrictJson one = json.field(name);
      Fuel fuel = Fuel.of(name).orElseThrow(() ->
          one.wrong("is not a kind of fuel", "use one of " + String.join(", ", FUELS)));
      factors.put(fuel, one.isText() && one.text().equals(ESTIMATE) ? FuelFactor.ESTIMATED : factor(one));
    }
    return CityReader.made(json, () -> new CityFuels(factors));
  }

  private static FuelFactor factor(StrictJson json) {
    OptionalDouble reference = CityReader.number(json, "reference");
    Optional<StrictJson> field = json.maybe("factor").filter(given ->
        !(given.isText() && given.text().equals(ESTIMATE)));
    boolean isNumber = field.filter(StrictJson::isNumber).isPresent();
    OptionalDouble always = isNumber ? OptionalDouble.of(field.get().number()) : OptionalDouble.empty();
    Map<Integer, Double> years = new TreeMap<>();
    if (field.isPresent() && !isNumber) {
      StrictJson byYear = field.get();
      byYear.names().forEach(year -> years.put(
          byYear.as("an object of years", value -> Integer.parseInt(year)), byYear.field(year).number()));
    }
    CityReader.end(json);
    return CityReader.made(json, () -> new FuelFactor(reference, always, new TreeMap<>(years)));
  }
}
