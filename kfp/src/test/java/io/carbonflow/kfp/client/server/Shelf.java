// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.server;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/// Things of one kind, in the order they were made, with the listing that all kinds have.
final class Shelf {
  private static final int USUAL_PAGE = 20;
  private static final int LARGEST_PAGE = 200;

  private final String idField;
  private final List<JsonObject> all = new ArrayList<>();

  Shelf(String idField) {
    this.idField = idField;
  }

  JsonObject add(JsonObject one) {
    all.add(one);
    return one;
  }

  Optional<JsonObject> find(String field, String value) {
    return all.stream().filter(one -> text(one, field).equals(value)).findFirst();
  }

  JsonObject get(String kind, String id) {
    return find(idField, id).orElseThrow(() -> Refused.notFound(kind, id));
  }

  List<JsonObject> all() {
    return all;
  }

  boolean remove(String id) {
    return all.removeIf(one -> text(one, idField).equals(id));
  }

  /// A page of a listing.
  JsonObject page(Request request, String field, Predicate<JsonObject> visible) {
    List<JsonObject> found = new ArrayList<>(
        all.stream().filter(visible).filter(filter(request.query("filter"))).toList());
    String[] sort = request.query("sort_by").split(" ");
    if (!sort[0].isEmpty()) {
      String by = sort[0].equals("name") && idField.equals("recurring_run_id")
          ? "display_name" : sort[0];
      found.sort(Comparator.comparing(one -> text(one, by)));
      if (sort.length > 1 && sort[1].equals("desc")) {
        // Those of the same second: the last one first.
        Collections.reverse(found);
      }
    }
    int size = request.query("page_size").isEmpty() ? USUAL_PAGE
        : Math.min(LARGEST_PAGE, Integer.parseInt(request.query("page_size")));
    int from = from(request.query("page_token"));
    JsonObject page = new JsonObject();
    JsonArray items = new JsonArray();
    found.stream().skip(from).limit(size).forEach(items::add);
    if (!items.isEmpty()) {
      page.add(field, items);
      page.addProperty("total_size", found.size());
    }
    if (from + size < found.size()) {
      page.addProperty("next_page_token", token(from + size));
    }
    return page;
  }

  private static String token(int from) {
    return Base64.getEncoder().encodeToString(
        ("{\"from\":" + from + "}").getBytes(StandardCharsets.UTF_8));
  }

  private static int from(String token) {
    try {
      return token.isEmpty() ? 0 : JsonParser.parseString(new String(
          Base64.getDecoder().decode(token), StandardCharsets.UTF_8)).getAsJsonObject()
          .get("from").getAsInt();
    } catch (IllegalArgumentException e) {
      throw Refused.invalid("Invalid page token");
    }
  }

  private static Predicate<JsonObject> filter(String text) {
    Predicate<JsonObject> all = _ -> true;
    if (!text.isEmpty()) {
      for (JsonElement one : JsonParser.parseString(text).getAsJsonObject()
          .getAsJsonArray("predicates")) {
        JsonObject predicate = one.getAsJsonObject();
        if (!text(predicate, "operation").matches("EQUALS|1")) {
          throw Refused.invalid("only EQUALS is spoken here");
        }
        String wanted = text(predicate, "string_value") + text(predicate, "stringValue");
        all = all.and(thing -> text(thing, text(predicate, "key")).equals(wanted));
      }
    }
    return all;
  }

  static String text(JsonObject object, String field) {
    JsonElement found = object.get(field);
    return found == null || !found.isJsonPrimitive() ? "" : found.getAsString();
  }
}
