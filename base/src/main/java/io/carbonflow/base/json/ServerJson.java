// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/// An object that a server has written, read with forgiveness, as against [StrictJson]. What is not there
/// is empty: servers leave out fields that have their default, and later releases have fields that are
/// not known here.
///
/// @param object the object
public record ServerJson(JsonObject object) {

  /// The object in a text; empty if it holds none.
  public static Optional<ServerJson> parse(String text) {
    try {
      return Optional.of(new ServerJson(JsonParser.parseString(text).getAsJsonObject()));
    } catch (JsonParseException | IllegalStateException noObject) {
      return Optional.empty();
    }
  }

  /// The names of its fields, in order.
  public Set<String> names() {
    return object.keySet();
  }

  /// All its fields as plain values ([Json#plain]).
  public Map<String, Object> plain() {
    Map<String, Object> values = new LinkedHashMap<>();
    names().forEach(name -> values.put(name, Json.plain(object.get(name))));
    return values;
  }

  /// A text; empty if it is not there.
  public String text(String name) {
    return primitive(name).map(JsonElement::getAsString).orElse("");
  }

  /// A flag; false if it is not there.
  public boolean flag(String name) {
    return primitive(name).map(JsonElement::getAsBoolean).orElse(false);
  }

  /// A whole number, which the server writes as a text if it has 64 bits.
  public long whole(String name) {
    String text = text(name);
    return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  /// A time. The server writes the year 1970 for one that has not come.
  public Optional<Instant> time(String name) {
    try {
      return Optional.of(text(name)).filter(text -> !text.isEmpty()).map(Instant::parse)
          .filter(time -> time.getEpochSecond() > 0);
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }

  /// An object; an empty one if it is not there.
  public ServerJson part(String name) {
    JsonElement found = object.get(name);
    return found != null && found.isJsonObject() ? new ServerJson(found.getAsJsonObject())
        : new ServerJson(new JsonObject());
  }

  /// The objects in a list.
  public List<ServerJson> parts(String name) {
    JsonElement found = object.get(name);
    return found == null || !found.isJsonArray() ? List.of()
        : StreamSupport.stream(found.getAsJsonArray().spliterator(), false)
            .filter(JsonElement::isJsonObject).map(one -> new ServerJson(one.getAsJsonObject()))
            .toList();
  }

  private Optional<JsonElement> primitive(String name) {
    return Optional.ofNullable(object.get(name)).filter(JsonElement::isJsonPrimitive);
  }
}
