package io.carbonflow.kfp.ir;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// The fields of one mapping of a YAML document. They are taken one by one; what nobody takes is
/// refused by [#end], so a misspelt or newer field is never lost in silence.
final class Fields {
  private static final String REMEDY = "compile the pipeline with this version of carbonflow";

  private final String source;
  private final String path;
  private final Map<String, Object> rest = new LinkedHashMap<>();

  private Fields(String source, String path, Map<?, ?> mapping) {
    this.source = source;
    this.path = path;
    mapping.forEach((key, value) -> rest.put(String.valueOf(key), value));
  }

  /// The fields of a whole document.
  ///
  /// @param source the file's name in messages
  static Fields of(String source, Object document) {
    Fields outside = new Fields(source, "", Map.of());
    return document instanceof Map<?, ?> mapping
        ? new Fields(source, "", mapping) : outside.refuse("is no mapping of fields");
  }

  /// A text that has to be there.
  String text(String name) {
    return maybeText(name).orElseGet(() -> at(name).refuse("is missing"));
  }

  /// A text.
  Optional<String> maybeText(String name) {
    return take(name, String.class, "a text");
  }

  /// A flag, false if it is not there.
  boolean flag(String name) {
    return take(name, Boolean.class, "true or false").orElse(false);
  }

  /// A number, as JSON's readers may have written it.
  Optional<Double> number(String name) {
    return take(name, Number.class, "a number").map(Number::doubleValue);
  }

  /// A whole number.
  Optional<Long> whole(String name) {
    return number(name).map(number -> number == Math.rint(number)
        ? number.longValue() : at(name).<Long>refuse("'" + number + "' is not whole"));
  }

  /// A list of texts, empty if it is not there.
  List<String> texts(String name) {
    List<?> elements = take(name, List.class, "a list").orElse(List.of());
    return elements.stream().map(element -> element instanceof String text
        ? text : at(name).<String>refuse("'" + element + "' is not a text")).toList();
  }

  /// A list of mappings, empty if it is not there.
  List<Fields> list(String name) {
    List<?> elements = take(name, List.class, "a list").orElse(List.of());
    return elements.stream().map(element -> element instanceof Map<?, ?> mapping
        ? at(name, mapping) : at(name).<Fields>refuse("'" + element + "' is no mapping")).toList();
  }

  /// Any value.
  Optional<Object> value(String name) {
    if (!rest.containsKey(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Literal.of(rest.remove(name)));
    } catch (IllegalArgumentException e) {
      return at(name).refuse(e.getMessage());
    }
  }

  /// A mapping, empty if it is not there.
  Fields fields(String name) {
    return at(name, take(name, Map.class, "a mapping").orElse(Map.of()));
  }

  /// A mapping; no value if it is not there.
  Optional<Fields> maybeFields(String name) {
    return rest.containsKey(name) ? Optional.of(fields(name)) : Optional.empty();
  }

  /// A mapping of names to mappings, each read by a function, which takes all its fields.
  <T> SortedMap<String, T> each(String name, BiFunction<String, Fields, T> read) {
    Fields all = fields(name);
    SortedMap<String, T> found = new TreeMap<>();
    for (String key : List.copyOf(all.rest.keySet())) {
      Fields one = all.fields(key);
      found.put(key, read.apply(key, one));
      one.end();
    }
    return found;
  }

  /// Refuses fields that nobody has taken.
  void end() {
    rest.keySet().stream().findFirst().ifPresent(
        name -> at(name).refuse("is no field that this carbonflow knows"));
  }

  /// What a constructor makes of what is here.
  <T> T made(Supplier<T> constructor) {
    try {
      return constructor.get();
    } catch (IllegalArgumentException e) {
      return refuse(e.getMessage());
    }
  }

  /// Refuses what is here.
  <T> T refuse(String what) {
    throw new Problem(Place.of(path.isEmpty() ? source : source + ", " + path), what, REMEDY);
  }

  private Fields at(String name) {
    return at(name, Map.of());
  }

  private Fields at(String name, Map<?, ?> mapping) {
    return new Fields(source, path.isEmpty() ? name : path + "." + name, mapping);
  }

  private <T> Optional<T> take(String name, Class<T> type, String words) {
    if (!rest.containsKey(name)) {
      return Optional.empty();
    }
    Object value = rest.remove(name);
    return type.isInstance(value) ? Optional.of(type.cast(value))
        : at(name).refuse("'" + value + "' is not " + words);
  }
}
