// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city;

import module java.base;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.city.Subject;
import io.carbonflow.model.city.Target;
import io.carbonflow.model.city.Unit;

/// The JSON Schema of a city's file, by which an editor completes and checks what is written. It says what is
/// written where; what has to hold together is said by the reader.
public final class CitySchema {
  private static final Map<String, Object> TEXT = map("type", "string", "minLength", 1);
  private static final Map<String, Object> NUMBER = Map.of("type", "number");
  private static final Map<String, Object> TEXTS = map("type", "array", "items", TEXT, "uniqueItems", true);
  private static final Map<String, Object> TEXT_OR_TEXTS = Map.of("$ref", "#/definitions/texts");
  private static final Map<String, Object> TITLE = Map.of("$ref", "#/definitions/column");
  private static final Map<String, Object> NAMES_BY_NAME = map("type", "object", "additionalProperties", TEXT);
  private static final Map<String, Object> DEGREES =
      map("type", "array", "items", NUMBER, "minItems", 2, "maxItems", 2);

  private CitySchema() {}

  /// The schema, as maps and lists.
  public static Map<String, Object> of() {
    SequencedMap<String, Object> schema = map(
        "$schema", "http://json-schema.org/draft-07/schema#",
        "title", "A city for carbonflow",
        "definitions", map(
            "texts", Map.of("anyOf", List.of(TEXT, TEXTS)),
            "column", map("enum", Arrays.stream(Column.values()).map(Column::title).toList())));
    schema.putAll(object(map(
        "name", told(TEXT, "what the city is called"),
        "rows", object(map("modelled", subject()), "modelled"),
        "columns", told(object(columns()), "what the tables call the columns of the one schema"),
        "missing", told(TEXT_OR_TEXTS, "words that stand for no value"),
        "cut", map("type", "object", "additionalProperties",
            object(map("use", TITLE, "area", TITLE), "use", "area")),
        "not read", told(TEXT_OR_TEXTS, "columns that are not read and are not reported"),
        "uses", names(map("reference",
            told(NAMES_BY_NAME, "what some are called in the reference intensities"))),
        "types", names(Map.of()),
        "neighborhoods", names(map("classes", NAMES_BY_NAME, "other class", TEXT)),
        "building types", names(Map.of()),
        "target", told(map("enum", Arrays.stream(Target.values()).map(Target::word).toList()), "what is predicted"),
        "fuels", told(object(fuels()), "the fuels that there are, and their emission factors in t/kBtu"),
        "place", object(map("latitude", DEGREES, "longitude", DEGREES, "most floors", NUMBER, "first year", NUMBER,
            "source", TEXT))), "name", "rows"));
    return schema;
  }

  private static Map<String, Object> subject() {
    SequencedMap<String, Object> fields = map("column",
        map("enum", Subject.COLUMNS.stream().map(Column::title).toList()));
    List<Object> ways = new ArrayList<>();
    for (Subject.How how : Subject.How.values()) {
      fields.put(how.word(), TEXT_OR_TEXTS);
      ways.add(Map.of("required", List.of(how.word())));
    }
    Map<String, Object> subject = object(fields, "column");
    subject.put("oneOf", ways);
    return subject;
  }

  private static SequencedMap<String, Object> fuels() {
    Map<String, Object> estimate = map("const", "estimate");
    Map<String, Object> factor = map("anyOf", List.of(estimate, NUMBER,
        map("type", "object", "additionalProperties", NUMBER)));
    SequencedMap<String, Object> fuels = map();
    for (Fuel fuel : Fuel.values()) {
      fuels.put(fuel.title(), map("anyOf", List.of(estimate, object(map(
          "reference", told(NUMBER, "what features are made of in every year"),
          "factor", told(factor, "of every year, by year, or to be estimated"))))));
    }
    return fuels;
  }

  private static SequencedMap<String, Object> columns() {
    SequencedMap<String, Object> columns = map();
    for (Column column : Column.values()) {
      columns.put(column.title(), told(switch (column.anywhere()) {
        case Content.Number number -> object(number(number));
        case Content.Id _ -> object(source(map("forms", TEXT_OR_TEXTS, "words", TEXT)));
        case Content.Text _, Content.Flag _ -> object(source(map()));
      }, holds(column)));
    }
    return columns;
  }

  private static String holds(Column column) {
    return switch (column.anywhere()) {
      case Content.Number number -> "number, " + number.unit();
      case Content.Id _ -> "identifier";
      case Content.Flag _ -> "yes or no";
      case Content.Text _ -> "text";
    };
  }

  private static SequencedMap<String, Object> number(Content.Number number) {
    SequencedMap<String, Object> fields = source(map("sum of", TEXT_OR_TEXTS, "likely from", NUMBER,
        "likely to", NUMBER, "possible from", NUMBER, "possible to", NUMBER));
    Unit.of(number.unit()).ifPresent(unit -> fields.put("unit",
        map("enum", unit.alike().stream().flatMap(other -> Stream.of(other.word(), other.word().replace('²', '2')))
            .distinct().toList())));
    return fields;
  }

  private static SequencedMap<String, Object> source(SequencedMap<String, Object> more) {
    SequencedMap<String, Object> fields = map("name", TEXT_OR_TEXTS, "near", TEXT_OR_TEXTS,
        "same as", TITLE);
    fields.putAll(more);
    fields.put("source", told(TEXT, "where limits and forms are from"));
    return fields;
  }

  private static Map<String, Object> names(Map<String, Object> more) {
    SequencedMap<String, Object> fields = map("names", TEXT_OR_TEXTS,
        "also", told(NAMES_BY_NAME, "what is meant by other names"));
    fields.putAll(more);
    return object(fields);
  }

  private static Map<String, Object> told(Map<String, Object> schema, String what) {
    SequencedMap<String, Object> told = map("description", what);
    told.putAll(schema);
    return told;
  }

  private static Map<String, Object> object(Map<String, Object> fields, String... required) {
    SequencedMap<String, Object> object =
        map("type", "object", "additionalProperties", false, "properties", fields);
    if (required.length > 0) {
      object.put("required", List.of(required));
    }
    return object;
  }

  /// A map in the order in which it is written.
  private static SequencedMap<String, Object> map(Object... namesAndValues) {
    SequencedMap<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
