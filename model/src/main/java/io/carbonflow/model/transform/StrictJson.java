package io.carbonflow.model.transform;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/// A JSON object of which every field is asked for once: a missing field, one of another type, and
/// at the [#end] one that nobody asked for are Problems.
final class StrictJson {
  private static final String REMEDY = "use the file as it was written, or train again";

  private final JsonObject object;
  private final Place where;
  private final String path;
  private final Set<String> asked = new HashSet<>();

  private StrictJson(JsonObject object, Place where, String path) {
    this.object = object;
    this.where = where;
    this.path = path;
  }

  /// Reads a text that is one JSON object.
  ///
  /// @throws Problem if it is something else
  static StrictJson parse(String text, Place where) {
    try (var reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement element = JsonParser.parseReader(reader);
      if (!element.isJsonObject() || reader.peek() != JsonToken.END_DOCUMENT) {
        throw new Problem(where, "is not one JSON object", REMEDY);
      }
      return new StrictJson(element.getAsJsonObject(), where, "");
    } catch (JsonParseException | IOException e) {
      throw new Problem(where, "is not JSON, or is cut off", REMEDY, e);
    }
  }

  boolean has(String field) {
    return object.has(field);
  }

  String text(String field) {
    JsonElement value = value(field);
    check(value.isJsonPrimitive() && value.getAsJsonPrimitive().isString(), field, "text");
    return value.getAsString();
  }

  double number(String field) {
    JsonElement value = value(field);
    check(value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()
        && Double.isFinite(value.getAsDouble()), field, "a number");
    return value.getAsDouble();
  }

  StrictJson object(String field) {
    JsonElement value = value(field);
    check(value.isJsonObject(), field, "an object");
    return new StrictJson(value.getAsJsonObject(), where, path + field + ".");
  }

  List<StrictJson> objects(String field) {
    List<StrictJson> objects = new ArrayList<>();
    for (JsonElement item : array(field)) {
      check(item.isJsonObject(), field, "a list of objects");
      String number = field + "[" + objects.size() + "].";
      objects.add(new StrictJson(item.getAsJsonObject(), where, path + number));
    }
    return objects;
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (JsonElement item : array(field)) {
      check(item.isJsonPrimitive() && item.getAsJsonPrimitive().isString(), field,
          "a list of texts");
      texts.add(item.getAsString());
    }
    return texts;
  }

  /// Every field's name and number; there is nothing else in the object.
  void forEachNumber(BiConsumer<String, Double> action) {
    object.keySet().forEach(field -> action.accept(field, number(field)));
  }

  /// Every field's name and object; there is nothing else in the object.
  void forEachObject(BiConsumer<String, StrictJson> action) {
    object.keySet().forEach(field -> action.accept(field, object(field)));
  }

  /// Checks that every field has been asked for.
  void end() {
    for (String field : object.keySet()) {
      if (!asked.contains(field)) {
        throw wrong("has the unknown field " + path + field);
      }
    }
  }

  Problem wrong(String what) {
    return new Problem(where, what, REMEDY);
  }

  private Iterable<JsonElement> array(String field) {
    JsonElement value = value(field);
    check(value.isJsonArray(), field, "a list");
    return value.getAsJsonArray();
  }

  private JsonElement value(String field) {
    asked.add(field);
    JsonElement value = object.get(field);
    if (value == null) {
      throw wrong("lacks the field " + path + field);
    }
    return value;
  }

  private void check(boolean right, String field, String wanted) {
    if (!right) {
      throw wrong("the field " + path + field + " is not " + wanted);
    }
  }
}
