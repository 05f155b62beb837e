// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.ServerJson;

/// Replaces the two forms of argument that are JSON: `{"IfPresent": {"InputName", "Then", "Else"}}`,
/// which becomes several arguments or none, and `{"Concat": […]}`, which becomes one
/// (sdk/python/kfp/dsl/placeholders.py at 2.17). Anything else stays as it is.
///
/// @param given the inputs that are given
record Arguments(Set<String> given) {
  /// The arguments that an argument stands for.
  Stream<String> expand(String argument) {
    return argument.startsWith("{\"") ? json(argument).map(this::expand)
        .orElseGet(() -> Stream.of(argument)) : Stream.of(argument);
  }

  private Stream<String> expand(JsonObject json) {
    if (json.get("IfPresent") instanceof JsonObject choice) {
      String side = given.contains(choice.get("InputName").getAsString()) ? "Then" : "Else";
      return choice.has(side) ? words(choice.get(side)) : Stream.of();
    }
    if (json.get("Concat") instanceof JsonArray parts) {
      return Stream.of(String.join("", words(parts).toList()));
    }
    return Stream.of(json.toString());
  }

  private Stream<String> words(JsonElement element) {
    return switch (element) {
      case JsonArray array ->
          StreamSupport.stream(array.spliterator(), false).flatMap(this::words);
      case JsonObject object -> expand(object);
      default -> Stream.of(element.getAsString());
    };
  }

  private static Optional<JsonObject> json(String text) {
    return ServerJson.parse(text).map(ServerJson::object)
        .filter(object -> object.has("IfPresent") || object.has("Concat"));
  }
}
