// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Writes a city as [CityReader] reads it.
final class CityWriter {
  private CityWriter() {}

  static JsonObject write(City city) {
    JsonObject json = new JsonObject();
    json.addProperty("name", city.name());
    JsonObject modeled = new JsonObject();
    modeled.addProperty("column", city.subject().column().title());
    add(modeled, city.subject().how().word(), city.subject().names());
    JsonObject rows = new JsonObject();
    rows.add("modelled", modeled);
    json.add("rows", rows);
    JsonObject columns = new JsonObject();
    city.columns().forEach((column, said) -> columns.add(column.title(), column(said)));
    json.add("columns", columns);
    tables(json, city.tables());
    names(json, city.names());
    place(json, city.place());
    fuels(json, city);
    return json;
  }

  private static JsonObject column(CityColumn said) {
    JsonObject json = new JsonObject();
    switch (said.source()) {
      case Source.Named named -> {
        add(json, "name", named.names());
        add(json, "near", named.near());
        named.unit().ifPresent(unit -> json.addProperty("unit", unit.word()));
      }
      case Source.SameAs same -> json.addProperty("same as", same.column().title());
      case Source.SumOf sum -> {
        add(json, "sum of", sum.names());
        sum.unit().ifPresent(unit -> json.addProperty("unit", unit.word()));
      }
      case Source.SumOfFuels fuels -> json.addProperty("sum of", "fuels");
    }
    add(json, "likely from", said.bounds().likelyFrom());
    add(json, "likely to", said.bounds().likelyTo());
    add(json, "possible from", said.bounds().possibleFrom());
    add(json, "possible to", said.bounds().possibleTo());
    add(json, "forms", said.forms());
    add(json, "words", said.words());
    add(json, "source", said.reason());
    return json;
  }

  private static void tables(JsonObject json, CityTables tables) {
    add(json, "missing", tables.missing());
    JsonObject names = new JsonObject();
    tables.cut().forEach((name, cut) -> {
      JsonObject one = new JsonObject();
      one.addProperty("use", cut.use().title());
      one.addProperty("area", cut.area().title());
      names.add(name, one);
    });
    if (!names.isEmpty()) {
      json.add("cut", names);
    }
    add(json, "not read", tables.unread());
  }

  private static void names(JsonObject json, CityNames names) {
    add(json, "uses", names.uses(), Map.of(), "");
    add(json, "types", names.types(), Map.of(), "");
    add(json, "neighborhoods", names.neighborhoods(), names.classes(), names.otherClass());
    add(json, "building types", names.buildingTypes(), Map.of(), "");
  }

  private static void add(JsonObject json, String name, KnownNames known, Map<String, String> classes,
      String otherClass) {
    JsonObject one = new JsonObject();
    add(one, "names", known.names());
    add(one, "also", known.also());
    add(one, "reference", known.reference());
    add(one, "classes", classes);
    add(one, "other class", otherClass);
    if (!one.isEmpty()) {
      json.add(name, one);
    }
  }

  private static void place(JsonObject json, CityPlace place) {
    JsonObject one = new JsonObject();
    degrees(one, "latitude", place.latitude());
    degrees(one, "longitude", place.longitude());
    add(one, "most floors", place.mostFloors());
    add(one, "first year", place.firstYear());
    add(one, "source", place.reason());
    if (!one.isEmpty()) {
      json.add("place", one);
    }
  }

  private static void fuels(JsonObject json, City city) {
    if (city.target() != Target.EMISSIONS) {
      json.addProperty("target", city.target().word());
    }
    JsonObject fuels = new JsonObject();
    city.energy().factors().forEach((fuel, factor) -> {
      JsonObject one = new JsonObject();
      add(one, "reference", factor.reference());
      if (factor.years().isEmpty()) {
        add(one, "factor", factor.always());
      } else {
        JsonObject years = new JsonObject();
        factor.years().forEach((year, number) -> years.addProperty(Integer.toString(year), number));
        one.add("factor", years);
      }
      fuels.add(fuel.title(), one);
    });
    json.add("fuels", fuels);
  }

  private static void degrees(JsonObject json, String name, Bounds degrees) {
    if (!degrees.equals(Bounds.NONE)) {
      JsonArray pair = new JsonArray();
      pair.add(degrees.possibleFrom().getAsDouble());
      pair.add(degrees.possibleTo().getAsDouble());
      json.add(name, pair);
    }
  }

  private static void add(JsonObject json, String name, Collection<String> texts) {
    if (!texts.isEmpty()) {
      JsonArray list = new JsonArray();
      List.copyOf(texts).forEach(list::add);
      json.add(name, list);
    }
  }

  private static void add(JsonObject json, String name, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      JsonObject map = new JsonObject();
      texts.forEach(map::addProperty);
      json.add(name, map);
    }
  }

  private static void add(JsonObject json, String name, OptionalDouble number) {
    number.ifPresent(value -> json.addProperty(name, value));
  }

  private static void add(JsonObject json, String name, String text) {
    if (!text.isEmpty()) {
      json.addProperty(name, text);
    }
  }
}
