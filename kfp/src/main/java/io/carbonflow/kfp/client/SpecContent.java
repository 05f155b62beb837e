// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.carbonflow.base.json.Json;

/// What a pipeline or a value says, however it is written down. The server keeps what it has
/// parsed: it leaves out what has its default, and writes whole numbers without a point.
///
/// @param tree the content in its one form
public record SpecContent(JsonElement tree) {
  /// What stands below these is somebody's value, of which nothing is a default.
  private static final Set<String> VALUES = Set.of("defaultValue", "constant", "metadata");

  /// The content of an object of the server's, or of a document that was turned into one.
  public static SpecContent of(JsonElement element) {
    return new SpecContent(plain(element, false));
  }

  /// The content of the documents of a YAML file, as the server puts them together.
  ///
  /// @param pipeline the first document
  /// @param platform the second; empty if there is none
  public static SpecContent of(Object pipeline, Optional<Object> platform) {
    JsonElement spec = Json.tree(pipeline);
    if (platform.isEmpty()) {
      return of(spec);
    }
    JsonObject both = new JsonObject();
    both.add("pipeline_spec", spec);
    both.add("platform_spec", Json.tree(platform.get()));
    return of(both);
  }

  /// Where two contents differ first, such as `deploymentSpec.executors`; empty if they do not.
  public Optional<String> difference(SpecContent other) {
    return equals(other) ? Optional.empty() : Optional.of(path(tree, other.tree));
  }

  private static String path(JsonElement one, JsonElement other) {
    if (one instanceof JsonObject left && other instanceof JsonObject right) {
      Set<String> names = new TreeSet<>(left.keySet());
      names.addAll(right.keySet());
      for (String name : names) {
        JsonElement l = left.get(name);
        JsonElement r = right.get(name);
        if (l == null || !l.equals(r)) {
          String rest = l == null || r == null ? "" : path(l, r);
          return rest.isEmpty() ? name : name + "." + rest;
        }
      }
    }
    return "";
  }

  private static JsonElement plain(JsonElement element, boolean value) {
    return switch (element) {
      case JsonObject object -> {
        JsonObject plain = new JsonObject();
        for (String name : new TreeSet<>(object.keySet())) {
          boolean inner = value || VALUES.contains(name);
          JsonElement one = plain(object.get(name), inner);
          if (inner || !isDefault(one)) {
            plain.add(name, one);
          }
        }
        yield plain;
      }
      case JsonArray array -> StreamSupport.stream(array.spliterator(), false)
          .map(one -> plain(one, value)).collect(JsonArray::new, JsonArray::add, JsonArray::addAll);
      case JsonPrimitive number when number.isNumber() ->
          new JsonPrimitive(new BigDecimal(number.getAsString()).stripTrailingZeros());
      default -> element;
    };
  }

  private static boolean isDefault(JsonElement element) {
    return switch (element) {
      case JsonObject object -> object.isEmpty();
      case JsonArray array -> array.isEmpty();
      case JsonPrimitive one -> Set.of("", "0", "false").contains(one.getAsString());
      case JsonNull _ -> true;
      default -> false;
    };
  }
}
