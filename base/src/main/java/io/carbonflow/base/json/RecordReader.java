// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Makes records of JSON: every component has its field, and every field its component. Only one
/// that is an [Optional] or an [OptionalDouble] may be missing, or null.
final class RecordReader {
  private static final Map<Type, Function<StrictJson, Object>> SCALARS = Map.ofEntries(
      Map.entry(String.class, StrictJson::text),
      Map.entry(boolean.class, StrictJson::truth),
      Map.entry(int.class, StrictJson::integer),
      Map.entry(Integer.class, StrictJson::integer),
      Map.entry(long.class, StrictJson::whole),
      Map.entry(Long.class, StrictJson::whole),
      Map.entry(double.class, StrictJson::number),
      Map.entry(Double.class, StrictJson::number),
      Map.entry(double[].class,
          json -> json.items().stream().mapToDouble(StrictJson::number).toArray()),
      Map.entry(Instant.class, json -> json.as("a time", value -> Instant.parse(json.text()))),
      Map.entry(Object.class, json -> json.as("a value", value -> {
        if (json.isNumber()) {
          json.number();
        }
        return Json.plain(value);
      })));

  private RecordReader() {}

  /// Makes a value of a type.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the JSON is something else
  static Object read(StrictJson json, Type type) {
    return switch (type) {
      case ParameterizedType generic -> generic(json, generic);
      case Class<?> known when SCALARS.containsKey(known) -> SCALARS.get(known).apply(json);
      case Class<?> words when words.isEnum() ->
          json.oneOf(List.of(words.getEnumConstants()), RecordForm::word);
      case Class<?> form when form.isRecord() -> record(json, form);
      default -> throw new IllegalArgumentException("JSON has no form for " + type);
    };
  }

  private static Object generic(StrictJson json, ParameterizedType type) {
    Type[] of = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return json.items().stream().map(item -> read(item, of[0])).toList();
    }
    Map<String, Object> values =
        type.getRawType() == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
    json.names().forEach(name -> values.put(name, read(json.field(name), of[1])));
    return values;
  }

  private static Object record(StrictJson json, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    json.names();
    for (int i = 0; i < values.length; i++) {
      values[i] = component(json, type, components[i]);
    }
    json.end();
    return json.made(() -> construct(type, components, values));
  }

  private static Object component(StrictJson json, Class<?> type, RecordComponent component) {
    try {
      StrictJson field = json.field(RecordForm.name(type.getDeclaredField(component.getName())));
      if (component.getType() == Optional.class) {
        return field.isThere() ? Optional.of(read(field,
            ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]))
            : Optional.empty();
      }
      return component.getType() != OptionalDouble.class ? read(field, component.getGenericType())
          : field.isThere() ? OptionalDouble.of(field.number()) : OptionalDouble.empty();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object construct(Class<?> type, RecordComponent[] components, Object[] values) {
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      canonical.setAccessible(true);
      return canonical.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException refusal
          ? refusal : new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
