// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.base.table.NearName;
import io.carbonflow.model.building.Column;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Reads a city. What is wrong is a problem of the field itself, with what to do.
final class CityReader {
  private CityReader() {}

  /// The city in a document.
  static City read(StrictJson json) {
    String name = text(json.field("name"));
    Map<Column, CityColumn> columns = new EnumMap<>(Column.class);
    StrictJson all = json.part("columns");
    for (String title : all.names()) {
      StrictJson one = all.field(title);
      columns.put(column(one, title), ColumnReader.read(one));
    }
    columns.forEach((column, said) -> made(all.field(column.title()), () -> {
      City.check(column, said, columns);
      return said;
    }));
    City city = made(json, () -> new City(name, subject(json.field("rows")), columns, tables(json), names(json),
        json.maybe("place").map(CityReader::place).orElse(CityPlace.ANYWHERE), FuelsReader.read(json, columns),
        FuelsReader.target(json)));
    end(json);
    return city;
  }

  private static Subject subject(StrictJson rows) {
    StrictJson modeled = rows.field("modelled");
    end(rows);
    Column column = column(modeled.field("column"));
    Subject.How how = Arrays.stream(Subject.How.values()).filter(one -> modeled.maybe(one.word()).isPresent())
        .findFirst().orElseThrow(() -> modeled.wrong("does not say which rows are modeled",
            "give one of " + String.join(", ", Subject.How.words())));
    Subject subject = made(modeled, () -> new Subject(column, how, texts(modeled.field(how.word()))));
    Arrays.stream(Subject.How.values()).filter(one -> one != how && modeled.maybe(one.word()).isPresent()).findFirst()
        .ifPresent(one -> {
          throw modeled.field(one.word()).wrong("is a second way to tell rows apart", "give one of the two");
        });
    end(modeled);
    return subject;
  }

  private static CityTables tables(StrictJson json) {
    Map<String, CityTables.Cut> cut = new LinkedHashMap<>();
    StrictJson names = json.part("cut");
    for (String name : names.names()) {
      StrictJson one = names.field(name);
      cut.put(name, new CityTables.Cut(column(one.field("use")), column(one.field("area"))));
      end(one);
    }
    return made(json, () -> new CityTables(listed(json, "missing"), cut, listed(json, "not read")));
  }

  private static CityNames names(StrictJson json) {
    KnownNames neighborhoods = known(json, "neighborhoods", "classes", "other class");
    Map<String, String> classes = json.maybe("neighborhoods").map(one -> map(one, "classes")).orElse(Map.of());
    String other = json.maybe("neighborhoods").map(one -> optional(one, "other class")).orElse("");
    KnownNames uses = known(json, "uses");
    KnownNames types = known(json, "types");
    KnownNames buildingTypes = known(json, "building types");
    return made(json.field("neighborhoods"),
        () -> new CityNames(uses, types, neighborhoods, classes, other, buildingTypes));
  }

  private static KnownNames known(StrictJson json, String field, String... others) {
    Optional<StrictJson> found = json.maybe(field);
    if (found.isEmpty()) {
      return KnownNames.NONE;
    }
    StrictJson one = found.get();
    KnownNames known = made(one, () -> {
      List<String> names = listed(one, "names");
      return new KnownNames(new LinkedHashSet<>(Texts.names(names)), map(one, "also"),
          field.equals("uses") ? map(one, "reference") : Map.of());
    });
    for (String other : others) {
      one.field(other);
    }
    end(one);
    return known;
  }

  private static CityPlace place(StrictJson json) {
    CityPlace place = made(json, () -> new CityPlace(degrees(json, "latitude"), degrees(json, "longitude"),
        number(json, "most floors"), number(json, "first year"), optional(json, "source")));
    end(json);
    return place;
  }

  private static Bounds degrees(StrictJson json, String name) {
    Optional<StrictJson> found = json.maybe(name);
    if (found.isEmpty()) {
      return Bounds.NONE;
    }
    StrictJson pair = found.get();
    List<StrictJson> ends = pair.isList() ? pair.items() : List.of();
    if (ends.size() != 2) {
      throw pair.wrong("is not a pair of degrees", "write it like [47.48, 47.76]");
    }
    return made(pair, () -> Bounds.possible(ends.get(0).number(), ends.get(1).number()));
  }

  /// What a constructor makes, whose refusal is a problem of a field.
  static <T> T made(StrictJson json, Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw json.wrong("does not hold together: " + e.getMessage(), "correct what is named");
    }
  }

  /// Refuses fields that are not known, and names the one that was probably meant.
  static void end(StrictJson json) {
    json.endOrElse((name, taken) -> json.field(name).wrong("is not known", near(name, taken)
        .orElse("use one of " + String.join(", ", taken))));
  }

  static Column column(StrictJson json) {
    return column(json, text(json));
  }

  private static Column column(StrictJson json, String title) {
    List<String> titles = Arrays.stream(Column.values()).map(Column::title).toList();
    return Arrays.stream(Column.values()).filter(column -> column.title().equals(title)).findFirst()
        .orElseThrow(() -> json.wrong("is not a column of the schema: " + Printable.shortened(title),
            near(title, titles).orElse("use one of " + String.join(", ", titles))));
  }

  private static Optional<String> near(String name, Collection<String> known) {
    return NearName.of(name, known).map(found -> "write " + found + " if it is meant");
  }

  static String text(StrictJson json) {
    String text = json.isText() ? json.text() : "";
    if (text.isBlank()) {
      throw json.wrong(json.isThere() ? "is not text" : "is missing",
          json.isThere() ? "write it in quotes" : "add it");
    }
    return text;
  }

  static String optional(StrictJson json, String name) {
    return json.maybe(name).map(CityReader::text).orElse("");
  }

  /// A text, or a list of texts.
  static List<String> texts(StrictJson json) {
    return json.isList() ? json.items().stream().map(CityReader::text).toList() : List.of(text(json));
  }

  static List<String> listed(StrictJson json, String name) {
    return json.maybe(name).map(CityReader::texts).orElse(List.of());
  }

  private static Map<String, String> map(StrictJson json, String name) {
    Map<String, String> map = new LinkedHashMap<>();
    StrictJson all = json.part(name);
    all.names().forEach(key -> map.put(key, text(all.field(key))));
    return map;
  }

  static OptionalDouble number(StrictJson json, String name) {
    Optional<StrictJson> found = json.maybe(name);
    return found.isPresent() ? OptionalDouble.of(found.get().number()) : OptionalDouble.empty();
  }
}
