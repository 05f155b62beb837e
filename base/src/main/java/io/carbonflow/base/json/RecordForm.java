// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.json;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.annotations.SerializedName;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// The JSON names of records' fields, and the form of what Gson has none for, or another one.
final class RecordForm<T> extends TypeAdapter<T> {
  /// Makes the form of a type.
  static final TypeAdapterFactory FACTORY = new TypeAdapterFactory() {
    @Override
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      return Stream.of(Enum.class, Instant.class, Optional.class, OptionalDouble.class)
          .anyMatch(known -> known.isAssignableFrom(type.getRawType()))
          ? new RecordForm<>(gson) : null;
    }
  };

  private final Gson gson;

  private RecordForm(Gson gson) {
    this.gson = gson;
  }

  /// The JSON name of a record's field.
  static String name(Field field) {
    SerializedName own = field.getAnnotation(SerializedName.class);
    return own != null ? own.value() : isSnake(field.getDeclaringClass())
        ? FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES.translateName(field) : field.getName();
  }

  private static boolean isSnake(Class<?> type) {
    return type != null
        && (type.isAnnotationPresent(SnakeCase.class) || isSnake(type.getDeclaringClass()));
  }

  /// What a constant is called.
  static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    Object plain = switch (value) {
      case Enum<?> constant -> word(constant);
      case Optional<?> maybe -> maybe.orElse(null);
      case OptionalDouble number -> number.isPresent() ? (Object) number.getAsDouble() : null;
      case null -> null;
      default -> value.toString();
    };
    if (plain == null) {
      out.nullValue();
    } else {
      gson.toJson(plain, plain.getClass(), out);
    }
  }

  @Override
  public T read(JsonReader in) {
    throw new UnsupportedOperationException("records are read by StrictJson");
  }
}
