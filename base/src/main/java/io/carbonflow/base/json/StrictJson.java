package io.carbonflow.base.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// A value in a JSON file, read without forgiveness: what is missing, unknown or of another type is
/// a [Problem] that names the file and the field, and so is a field that is there twice.
///
/// @param where the file
/// @param path where in it the value is, such as `trials[3].state`; empty for the whole
/// @param element the value
public record StrictJson(Place where, String path, JsonElement element) {
  /// The one value in a file.
  ///
  /// @throws Problem if the file cannot be read, or is not JSON
  public static StrictJson read(Path file) {
    return new StrictJson(Place.of(file), "", JsonText.read(file));
  }

  /// The one value in a text of UTF-8.
  ///
  /// @param where the file or object that it is the content of
  /// @throws Problem if it is not JSON
  public static StrictJson of(byte[] content, Place where) {
    return new StrictJson(where, "", JsonText.of(content, where));
  }

  /// This object, which must have these fields and no others.
  ///
  /// @throws Problem if it is no object, lacks one of them, or has another
  public StrictJson only(String... names) {
    if (!(element instanceof JsonObject object)) {
      throw wrong("is not an object");
    }
    Set<String> unknown = new HashSet<>(object.keySet());
    for (String name : names) {
      if (!unknown.remove(name)) {
        throw field(name).wrong("is missing");
      }
    }
    unknown.stream().sorted().findFirst().ifPresent(name -> {
      throw field(name).wrong("is not known");
    });
    return this;
  }

  /// A field of this object.
  public StrictJson field(String name) {
    JsonElement value = element instanceof JsonObject object ? object.get(name) : null;
    return new StrictJson(where, path.isEmpty() ? name : path + "." + name, value);
  }

  /// The names of this object's fields, in order.
  ///
  /// @throws Problem if it is no object
  public List<String> names() {
    if (!(element instanceof JsonObject object)) {
      throw wrong("is not an object");
    }
    return List.copyOf(object.keySet());
  }

  /// The values of this list.
  ///
  /// @throws Problem if it is no list
  public List<StrictJson> items() {
    if (element == null || !element.isJsonArray()) {
      throw wrong("is not a list");
    }
    List<StrictJson> items = new ArrayList<>();
    for (JsonElement item : element.getAsJsonArray()) {
      items.add(new StrictJson(where, path + "[" + items.size() + "]", item));
    }
    return items;
  }

  /// This value, made into something else.
  ///
  /// @param what what it should be, for the message
  /// @param made throws where the value is not that
  public <T> T as(String what, Function<JsonElement, T> made) {
    try {
      return made.apply(element);
    } catch (RuntimeException e) {
      throw wrong("is not " + what + ": " + element);
    }
  }

  /// A whole number.
  ///
  /// @throws Problem if it is none
  public long whole() {
    return as("a whole number", _ -> Long.parseLong(digits()));
  }

  /// A number.
  ///
  /// @throws Problem if it is none, or too large for a double
  public double number() {
    double number = as("a number", _ -> Double.parseDouble(digits()));
    if (Double.isFinite(number)) {
      return number;
    }
    throw wrong("is too large: " + element);
  }

  /// A whole number that an `int` holds.
  ///
  /// @throws Problem if it is none
  public int integer() {
    return as("a whole number", _ -> Integer.parseInt(digits()));
  }

  /// The digits of a number; empty where this is none.
  public String digits() {
    return isNumber() ? element.getAsString() : "";
  }

  /// What a constructor makes that may refuse its arguments.
  ///
  /// @throws Problem if it refuses them, with its reason
  public <T> T made(Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      throw wrong("does not hold together: " + e.getMessage());
    }
  }

  /// True or false.
  ///
  /// @throws Problem if it is neither
  public boolean truth() {
    return switch (element.toString()) {
      case "true" -> true;
      case "false" -> false;
      case String other -> throw wrong("is neither true nor false: " + other);
    };
  }

  /// A text.
  ///
  /// @throws Problem if it is none
  public String text() {
    if (element == null || !element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
      throw wrong("is not a text: " + element);
    }
    return element.getAsString();
  }

  /// Whether this is a number, as against a text.
  public boolean isNumber() {
    return element != null && element.isJsonPrimitive()
        && element.getAsJsonPrimitive().isNumber();
  }

  /// The problem that something is wrong with this value.
  public Problem wrong(String what) {
    return new Problem(where, (path.isEmpty() ? "it" : "field " + path) + " " + what, JsonText.REMEDY);
  }
}
