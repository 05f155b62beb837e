// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import java.io.IOException;
import java.io.StringReader;

/// Writes JSON: trees, maps, and records by their components. A component's name is the field's,
/// except for [SnakeCase] and Gson's own `@SerializedName`; an `enum` is its constant's name in lower
/// case, a time is ISO 8601. What is null or an empty [java.util.Optional] is left out.
public final class Json {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping()
      .setFieldNamingStrategy(RecordForm::name)
      .registerTypeAdapterFactory(RecordForm.FACTORY)
      .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();
  private static final Gson TREES =
      GSON.newBuilder().serializeSpecialFloatingPointValues().create();
  private static final Gson PRETTY = GSON.newBuilder().setPrettyPrinting().create();
  private static final Gson WITH_NULLS = PRETTY.newBuilder().serializeNulls().create();

  private Json() {}

  /// A value for programs: on one line, without a line break at its end.
  ///
  /// @throws IllegalArgumentException if it holds a number that is not finite; so do the others
  public static String compact(Object value) {
    return GSON.toJson(value);
  }

  /// A value for people and programs: indented, with a line break at its end.
  public static String pretty(Object value) {
    return PRETTY.toJson(value) + "\n";
  }

  /// The same with `null` for what is not there.
  public static String prettyWithNulls(Object value) {
    return WITH_NULLS.toJson(value) + "\n";
  }

  /// A value as a tree, which may hold numbers that are not finite.
  public static JsonElement tree(Object value) {
    return TREES.toJsonTree(value);
  }

  /// The one value in a text, read without forgiveness.
  ///
  /// @throws JsonParseException if it is not JSON, or a field is there twice
  public static JsonElement parse(String text) {
    try {
      return JsonText.parse(new StringReader(text));
    } catch (IOException e) {
      throw new JsonParseException(e);
    }
  }

  /// A tree as plain values: maps, lists, texts, truth values, [Long] where a number is written
  /// without a point and fits, else [Double].
  ///
  /// @throws JsonParseException if a number is too large
  public static Object plain(JsonElement tree) {
    return GSON.fromJson(tree, Object.class);
  }
}
