// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city;

import module java.base;

/// As much of JSON Schema as that of a city uses. A word that is not known is an error.
public record MiniSchema(Map<?, ?> root) {
  /// What is wrong with a value, by its path.
  public List<String> against(Object value) {
    List<String> wrong = new ArrayList<>();
    look(root, value, "", wrong);
    return wrong;
  }

  private boolean fits(Object schema, Object value) {
    List<String> wrong = new ArrayList<>();
    look((Map<?, ?>) schema, value, "", wrong);
    return wrong.isEmpty();
  }

  private void look(Map<?, ?> schema, Object value, String path, List<String> wrong) {
    schema.forEach((word, said) -> {
      boolean right = switch ((String) word) {
        case "$schema", "title", "description", "definitions", "additionalProperties" -> true;
        case "$ref" -> {
          String name = ((String) said).substring("#/definitions/".length());
          look((Map<?, ?>) ((Map<?, ?>) root.get("definitions")).get(name), value, path, wrong);
          yield true;
        }
        case "type" -> switch ((String) said) {
          case "string" -> value instanceof String;
          case "number" -> value instanceof Number;
          case "array" -> value instanceof List;
          case "object" -> value instanceof Map;
          default -> throw new AssertionError(said);
        };
        case "enum" -> ((List<?>) said).contains(value);
        case "const" -> said.equals(value);
        case "minLength" -> !(value instanceof String text) || text.length() >= number(said);
        case "minItems" -> !(value instanceof List<?> list) || list.size() >= number(said);
        case "maxItems" -> !(value instanceof List<?> list) || list.size() <= number(said);
        case "uniqueItems" -> !(value instanceof List<?> list) || new HashSet<>(list).size() == list.size();
        case "required" -> !(value instanceof Map<?, ?> map) || map.keySet().containsAll((List<?>) said);
        case "anyOf" -> ((List<?>) said).stream().anyMatch(one -> fits(one, value));
        case "oneOf" -> ((List<?>) said).stream().filter(one -> fits(one, value)).count() == 1;
        case "items" -> {
          if (value instanceof List<?> list) {
            list.forEach(item -> look((Map<?, ?>) said, item, path + "[]", wrong));
          }
          yield true;
        }
        case "properties" -> true;
        default -> throw new AssertionError(word);
      };
      if (!right) {
        wrong.add(path + ": " + word);
      }
    });
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, inner) -> field(schema, (String) name, inner, path, wrong));
    }
  }

  private void field(Map<?, ?> schema, String name, Object value, String path, List<String> wrong) {
    Object known = schema.get("properties") instanceof Map<?, ?> fields ? fields.get(name) : null;
    Object own = known == null ? schema.get("additionalProperties") : known;
    if (own instanceof Map<?, ?> inner) {
      look(inner, value, path.isEmpty() ? name : path + "." + name, wrong);
    } else if (Boolean.FALSE.equals(own)) {
      wrong.add(path + ": " + name + " is not known");
    }
  }

  private static int number(Object said) {
    return ((Number) said).intValue();
  }
}
