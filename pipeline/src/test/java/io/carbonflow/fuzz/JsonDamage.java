// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.internal.LazilyParsedNumber;

/// Damages JSON that stays JSON: values of other types, null, what is missing or too much, odd names,
/// numbers that nothing holds, and lists in lists.
final class JsonDamage {
  private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
  private static final int MOST_CHANGES = 3;
  private static final int DEEP = 300;

  private JsonDamage() {}

  /// A document with one to three changes.
  static String of(String json, RandomGenerator random) {
    return GSON.toJson(of(JsonParser.parseString(json), random));
  }

  /// A tree with one to three changes.
  static JsonElement of(JsonElement tree, RandomGenerator random) {
    JsonArray root = new JsonArray();
    root.add(tree.deepCopy());
    for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
      anywhere(root, random);
    }
    return root.isEmpty() ? JsonNull.INSTANCE : root.get(0);
  }

  private static void anywhere(JsonArray root, RandomGenerator random) {
    List<JsonElement> holders = new ArrayList<>();
    gather(root, holders);
    switch (Damage.one(holders, random)) {
      case JsonObject object -> change(object, random);
      case JsonArray array -> change(array, random);
      default -> throw new AssertionError("only these hold values");
    }
  }

  private static void gather(JsonElement element, List<JsonElement> holders) {
    if (element instanceof JsonArray array) {
      holders.add(array);
      array.forEach(one -> gather(one, holders));
    } else if (element instanceof JsonObject object) {
      holders.add(object);
      object.asMap().values().forEach(one -> gather(one, holders));
    }
  }

  private static void change(JsonObject object, RandomGenerator random) {
    if (object.isEmpty()) {
      object.add(Damage.one(Damage.ODD, random), value(random));
      return;
    }
    String name = Damage.one(List.copyOf(object.keySet()), random);
    switch (random.nextInt(6)) {
      case 0 -> object.remove(name);
      case 1 -> object.add(Damage.one(Damage.ODD, random), object.remove(name));
      case 2 -> object.add(Damage.one(Damage.ODD, random), value(random));
      default -> object.add(name, other(object.get(name), random));
    }
  }

  private static void change(JsonArray array, RandomGenerator random) {
    if (array.isEmpty()) {
      array.add(value(random));
      return;
    }
    int at = random.nextInt(array.size());
    switch (random.nextInt(5)) {
      case 0 -> array.remove(at);
      case 1 -> array.add(array.get(at).deepCopy());
      case 2 -> array.add(value(random));
      default -> array.set(at, other(array.get(at), random));
    }
  }

  private static JsonElement other(JsonElement value, RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> value instanceof JsonPrimitive one
          ? new JsonPrimitive(Damage.of(one.getAsString(), random)) : value(random);
      case 1 -> {
        JsonArray list = new JsonArray();
        list.add(value);
        yield list;
      }
      default -> value(random);
    };
  }

  private static JsonElement value(RandomGenerator random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> JsonNull.INSTANCE;
      case 2 -> new JsonPrimitive(Damage.one(Damage.ODD, random));
      case 3 -> new JsonPrimitive(new LazilyParsedNumber(Damage.one(List.of("1e999", "-1", "0", "1e308", "1e-320",
          "99999999999999999999", "2147483648", "0.5", "-0", "1e9", "1e-999999999", "7.0"), random)));
      case 4 -> new JsonPrimitive(random.nextBoolean());
      case 5 -> new JsonArray();
      case 6 -> new JsonObject();
      default -> deep(random.nextBoolean() ? 1 : DEEP);
    };
  }

  private static JsonElement deep(int levels) {
    JsonArray outer = new JsonArray();
    JsonArray inner = outer;
    for (int i = 0; i < levels; i++) {
      JsonArray next = new JsonArray();
      inner.add(next);
      inner = next;
    }
    return outer;
  }
}
