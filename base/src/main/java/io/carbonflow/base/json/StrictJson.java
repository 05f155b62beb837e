// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// A value in a document of JSON, or of YAML, read without forgiveness: what is missing, unknown or
/// of another type is a [Problem] that names the file and the field, and so is a field that is there
/// twice. Fields are taken one by one, and [#end] refuses what nobody has taken; or a whole value is
/// made into a record by [#to].
///
/// ```java
/// StrictJson model = StrictJson.read(Path.of("model.json")).only("name", "trials");
/// String name = model.field("name").text();
/// long trials = model.field("trials").whole();
/// ```
public final class StrictJson {
  private static final String REMEDY = "give a file that this version of carbonflow wrote, whole";
  private static final Gson TREES =
      new GsonBuilder().serializeNulls().serializeSpecialFloatingPointValues().create();

  private final Function<String, Place> where;
  private final String remedy;
  private final String path;
  private final JsonElement element;
  private final Set<String> taken = new HashSet<>();

  private StrictJson(Place where, String remedy, String path, JsonElement element) {
    this(of -> where, remedy, path, element);
  }

  /// @param where the place of a value by its path
  /// @param path where in the document the value is, such as `trials[3].state`; empty for the whole
  /// @param element the value; null where there is none
  private StrictJson(Function<String, Place> where, String remedy, String path, JsonElement element) {
    this.where = where;
    this.remedy = remedy;
    this.path = path;
    this.element = element;
  }

  /// The one value in a file.
  ///
  /// @throws Problem if the file cannot be read, is larger than [InputLimits#jsonFile], or is not JSON
  public static StrictJson read(Path file) {
    return read(file, REMEDY);
  }

  /// The one value in a file.
  ///
  /// @param remedy what to do if it is something else
  /// @throws Problem if the file cannot be read, is larger than [InputLimits#jsonFile], or is not JSON
  public static StrictJson read(Path file, String remedy) {
    Place where = Place.of(file);
    return new StrictJson(
        where, remedy, "",
        JsonText.read(() -> BoundedInput.open(file, remedy), InputLimits.jsonFile(), where, remedy));
  }

  /// The one value in a text of UTF-8.
  ///
  /// @param where the file or object that it is the content of
  /// @throws Problem if it is not JSON
  public static StrictJson of(byte[] content, Place where) {
    return of(content, where, REMEDY);
  }

  /// The one value in a text of UTF-8.
  ///
  /// @param where the file or object that it is the content of
  /// @param remedy what to do if it is something else
  /// @throws Problem if it is not JSON
  public static StrictJson of(byte[] content, Place where, String remedy) {
    return new StrictJson(where, remedy, "",
        JsonText.read(() -> new ByteArrayInputStream(content), InputLimits.JSON, where, remedy));
  }

  /// A tree of maps, lists, texts, numbers and truth values, as a reader of YAML makes it.
  ///
  /// @param where the file that it was read from
  /// @param remedy what to do if it is something else
  public static StrictJson ofTree(Object tree, Place where, String remedy) {
    return new StrictJson(where, remedy, "", TREES.toJsonTree(tree));
  }

  /// A tree as above, of which it is known where each value stands.
  ///
  /// @param where the place of a value by its path, such as `trials[3].state`; it is asked for the whole, whose
  ///     path is empty, and for values that are not there
  /// @param remedy what to do if it is something else
  public static StrictJson ofTree(Object tree, Function<String, Place> where, String remedy) {
    return new StrictJson(where, remedy, "", TREES.toJsonTree(tree));
  }

  /// This object, which must have these fields and no others.
  ///
  /// @throws Problem if it is not an object, lacks one of them, or has another
  public StrictJson only(String... names) {
    object();
    for (String name : names) {
      field(name).present();
    }
    end();
    return this;
  }

  /// Refuses fields that nobody has taken.
  ///
  /// @throws Problem if there is one
  public void end() {
    object().keySet().stream().filter(name -> !taken.contains(name)).sorted().findFirst()
        .ifPresent(name -> {
          throw field(name).wrong("is not known");
        });
  }

  /// Refuses fields that nobody has taken, with a problem of the caller's.
  ///
  /// @param unknown makes the problem of the name of the first, in alphabetical order, and all names that were
  ///     taken or asked for
  /// @throws Problem if there is one
  public void endOrElse(BiFunction<String, Set<String>, Problem> unknown) {
    Set<String> known = new TreeSet<>(taken);
    object().keySet().stream().filter(name -> !known.contains(name)).sorted().findFirst().ifPresent(name -> {
      throw unknown.apply(name, known);
    });
  }

  /// Takes a field of this object, which may have none of that name: what is asked of it then is a
  /// problem.
  public StrictJson field(String name) {
    taken.add(name);
    JsonElement value = element instanceof JsonObject object ? object.get(name) : null;
    return new StrictJson(where, remedy, path.isEmpty() ? name : path + "." + name, value);
  }

  /// Takes a field of this object, if it has one of that name.
  public Optional<StrictJson> maybe(String name) {
    StrictJson field = field(name);
    return field.element == null ? Optional.empty() : Optional.of(field);
  }

  /// Takes an object in a field; one without fields if there is none of that name.
  ///
  /// @throws Problem if it is something else
  public StrictJson part(String name) {
    StrictJson field = field(name);
    if (field.element == null) {
      return new StrictJson(where, remedy, field.path, new JsonObject());
    }
    field.object();
    return field;
  }

  /// Takes the values of a list in a field; none if there is none of that name.
  ///
  /// @throws Problem if it is something else
  public List<StrictJson> list(String name) {
    return maybe(name).map(StrictJson::items).orElse(List.of());
  }

  /// Takes a flag in a field; false if there is none of that name.
  ///
  /// @throws Problem if it is something else
  public boolean flag(String name) {
    return maybe(name).map(StrictJson::truth).orElse(false);
  }

  /// Takes an object in a field, whose own fields have any names; none if there is none.
  ///
  /// @param read makes something of the name and value of one of them, and takes all its fields
  /// @throws Problem if it is something else, or has a field that is not taken
  public <T> SortedMap<String, T> each(String name, BiFunction<String, StrictJson, T> read) {
    StrictJson all = part(name);
    SortedMap<String, T> found = new TreeMap<>();
    for (String key : all.names()) {
      StrictJson one = all.field(key);
      found.put(key, read.apply(key, one));
      one.end();
    }
    return found;
  }

  /// Takes an object in a field, whose own fields have any names and are texts; none if there is none.
  ///
  /// @throws Problem if it or one of them is something else
  public SortedMap<String, String> texts(String name) {
    StrictJson all = part(name);
    SortedMap<String, String> found = new TreeMap<>();
    all.names().forEach(key -> found.put(key, all.field(key).text()));
    return found;
  }

  /// Whether there is a value that is not null.
  public boolean isThere() {
    return element != null && !element.isJsonNull();
  }

  /// The names of this object's fields, in order.
  ///
  /// @throws Problem if it is not an object
  public List<String> names() {
    return List.copyOf(object().keySet());
  }

  /// The values of this list.
  ///
  /// @throws Problem if it is not a list
  public List<StrictJson> items() {
    if (!(present() instanceof JsonArray array)) {
      throw wrong("is not a list");
    }
    List<StrictJson> items = new ArrayList<>();
    array.forEach(item ->
        items.add(new StrictJson(where, remedy, path + "[" + items.size() + "]", item)));
    return items;
  }

  /// This object as a record, or as another type that JSON has a form for, as [Json] writes it.
  /// Only what is [Optional] may be missing.
  ///
  /// @throws Problem if it is something else, or the record refuses what it holds
  public <T> T to(Class<T> type) {
    return type.cast(RecordReader.read(this, type));
  }

  /// This value, made into something else.
  ///
  /// @param what what it should be, for the message
  /// @param made throws where the value is not that
  public <T> T as(String what, Function<JsonElement, T> made) {
    JsonElement value = present();
    try {
      return made.apply(value);
    } catch (RuntimeException other) {
      throw wrong("is not " + what + ": " + value);
    }
  }

  /// The one of some values that this text names.
  ///
  /// @throws Problem if it names none of them
  public <T> T oneOf(Collection<T> values, Function<? super T, String> name) {
    String text = text();
    return values.stream().filter(value -> name.apply(value).equals(text)).findFirst()
        .orElseThrow(() -> wrong("is not one of " + values.stream().map(name).toList() + ": " + text));
  }

  /// A whole number.
  ///
  /// @throws Problem if it is none
  public long whole() {
    return as("a whole number", value -> Long.parseLong(digits()));
  }

  /// A number.
  ///
  /// @throws Problem if it is none, or too large for a double
  public double number() {
    double number = as("a number", value -> Double.parseDouble(digits()));
    if (Double.isFinite(number)) {
      return number;
    }
    throw wrong("is too large: " + element);
  }

  /// A whole number that an `int` holds.
  ///
  /// @throws Problem if it is none
  public int integer() {
    return as("a whole number", value -> Integer.parseInt(digits()));
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
    if (present() instanceof JsonPrimitive value && value.isBoolean()) {
      return value.getAsBoolean();
    }
    throw wrong("is neither true nor false: " + element);
  }

  /// A text.
  ///
  /// @throws Problem if it is none
  public String text() {
    if (present() instanceof JsonPrimitive value && value.isString()) {
      return value.getAsString();
    }
    throw wrong("is not a text: " + element);
  }

  /// Any value: maps, lists, texts, numbers of the class in which they were read, truth values, null.
  ///
  /// @throws Problem if there is none
  public Object value() {
    return plain(present());
  }

  private static Object plain(JsonElement element) {
    return switch (element) {
      case JsonObject object -> {
        Map<String, Object> map = new LinkedHashMap<>();
        object.asMap().forEach((name, value) -> map.put(name, plain(value)));
        yield map;
      }
      case JsonArray array -> array.asList().stream().map(StrictJson::plain).toList();
      case JsonPrimitive number when number.isNumber() -> number.getAsNumber();
      case JsonPrimitive truth when truth.isBoolean() -> truth.getAsBoolean();
      case JsonNull none -> null;
      default -> element.getAsString();
    };
  }

  /// Whether this is a number, as against a text.
  public boolean isNumber() {
    return element instanceof JsonPrimitive value && value.isNumber();
  }

  /// Whether this is a text.
  public boolean isText() {
    return element instanceof JsonPrimitive value && value.isString();
  }

  /// Whether this is a list.
  public boolean isList() {
    return element instanceof JsonArray;
  }

  /// The problem that something is wrong with this value.
  public Problem wrong(String what) {
    return wrong(what, remedy);
  }

  /// The problem that something is wrong with this value, with a remedy of its own.
  public Problem wrong(String what, String ownRemedy) {
    return new Problem(where.apply(path), (path.isEmpty() ? "it" : "field " + path) + " " + what, ownRemedy);
  }

  private JsonElement present() {
    if (element == null) {
      throw wrong("is missing");
    }
    return element;
  }

  private JsonObject object() {
    if (present() instanceof JsonObject object) {
      return object;
    }
    throw wrong("is not an object");
  }
}
