package io.carbonflow.learn;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// A value in a JSON file, read without forgiveness: what is missing, unknown or of another type is
/// a [Problem] that names the file and the field, and so is a field that is there twice.
///
/// @param file the file
/// @param path where in it the value is, such as `trials[3].state`; empty for the whole
/// @param element the value
record StrictJson(Path file, String path, JsonElement element) {
  private static final String REMEDY = "give a file that this version of carbonflow wrote, whole";

  /// The one object in a file.
  static StrictJson read(Path file) {
    try (Reader text = Files.newBufferedReader(file); JsonReader reader = new JsonReader(text)) {
      return new StrictJson(file, "", JsonTree.read(reader));
    } catch (IOException | JsonParseException e) {
      throw new Problem(Place.of(file), "cannot be read as JSON (" + reason(e) + ")", REMEDY, e);
    }
  }

  private static String reason(Exception e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case MalformedInputException _ -> "it is not UTF-8";
      default -> String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    };
  }

  /// This object, which must have these fields and no others.
  StrictJson only(String... names) {
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
  StrictJson field(String name) {
    JsonElement value = element instanceof JsonObject object ? object.get(name) : null;
    return new StrictJson(file, path.isEmpty() ? name : path + "." + name, value);
  }

  /// The names of this object's fields, in order.
  List<String> names() {
    if (!(element instanceof JsonObject object)) {
      throw wrong("is not an object");
    }
    return List.copyOf(object.keySet());
  }

  /// The values of this list.
  List<StrictJson> items() {
    if (element == null || !element.isJsonArray()) {
      throw wrong("is not a list");
    }
    List<StrictJson> items = new ArrayList<>();
    for (JsonElement item : element.getAsJsonArray()) {
      items.add(new StrictJson(file, path + "[" + items.size() + "]", item));
    }
    return items;
  }

  /// This value, made into something else.
  ///
  /// @param what what it should be, for the message
  /// @param made throws where the value is not that
  <T> T as(String what, Function<JsonElement, T> made) {
    try {
      return made.apply(element);
    } catch (RuntimeException e) {
      throw wrong("is not " + what + ": " + element);
    }
  }

  /// A text.
  String text() {
    if (element == null || !element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
      throw wrong("is not a text: " + element);
    }
    return element.getAsString();
  }

  /// Whether this is a number, as against a text.
  boolean isNumber() {
    return element != null && element.isJsonPrimitive()
        && element.getAsJsonPrimitive().isNumber();
  }

  Problem wrong(String what) {
    return new Problem(
        Place.of(file), (path.isEmpty() ? "it" : "field " + path) + " " + what, REMEDY);
  }
}
