package io.carbonflow.learn;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import java.io.EOFException;
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
import java.util.function.Supplier;

/// A value in a JSON file, read without forgiveness: what is missing, unknown or of another type is
/// a [Problem] that names the file and the field, and so is a field that is there twice.
///
/// @param file the file
/// @param path where in it the value is, such as `trials[3].state`; empty for the whole
/// @param element the value
public record StrictJson(Path file, String path, JsonElement element) {
  private static final String REMEDY = "give a file that this version of carbonflow wrote, whole";

  /// The one object in a file.
  ///
  /// @throws Problem if the file cannot be read, or is not JSON
  public static StrictJson read(Path file) {
    try (Reader text = Files.newBufferedReader(file); JsonReader reader = new JsonReader(text)) {
      return new StrictJson(file, "", JsonTree.read(reader));
    } catch (IOException | JsonParseException e) {
      throw new Problem(
          Place.of(file), "cannot be read as JSON (" + reason(file, e) + ")", REMEDY, e);
    }
  }

  private static String reason(Path file, Exception e) {
    return switch (e.getCause() instanceof IOException cause ? cause : e) {
      case NoSuchFileException _ -> "there is no such file";
      case MalformedInputException _ -> "it is not UTF-8";
      case EOFException _ -> "it is empty or cut off";
      case MalformedJsonException _ -> "it is something else";
      case IOException _ when Files.isDirectory(file) -> "it is a folder";
      case Exception other -> String.valueOf(other.getMessage()).lines().findFirst().orElse("");
    };
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
    return new StrictJson(file, path.isEmpty() ? name : path + "." + name, value);
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

  /// A whole number.
  ///
  /// @throws Problem if it is none
  public long whole() {
    return as("a whole number", _ -> Long.parseLong(digits()));
  }

  /// The digits of a number; empty where this is none.
  String digits() {
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
  boolean isNumber() {
    return element != null && element.isJsonPrimitive()
        && element.getAsJsonPrimitive().isNumber();
  }

  /// The problem that something is wrong with this value.
  public Problem wrong(String what) {
    return new Problem(
        Place.of(file), (path.isEmpty() ? "it" : "field " + path) + " " + what, REMEDY);
  }
}
