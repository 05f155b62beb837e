package io.carbonflow.model.transform;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;

/// One column of a transformer as JSON; the field that comes first says which [Encoding] it is.
final class ColumnJson {
  private ColumnJson() {}

  static JsonObject write(Standardized column) {
    var json = new JsonObject();
    switch (column.encoding()) {
      case Encoding.Value value -> json.addProperty("measure", value.measure().column());
      case Encoding.Level level -> {
        json.addProperty("category", level.category().column());
        json.addProperty("value", level.value());
      }
      case Encoding.HasUse use -> json.addProperty("use", use.use());
      case Encoding.UseShare share -> json.addProperty("share", share.use());
      case Encoding.OtherShare other -> json.add("share_other_than", array(other.uses()));
    }
    json.addProperty("mean", column.mean());
    json.addProperty("deviation", column.deviation());
    return json;
  }

  static Standardized read(StrictJson json) {
    Encoding encoding = encoding(json);
    double mean = json.number("mean");
    double deviation = json.number("deviation");
    json.end();
    try {
      return new Standardized(encoding, mean, deviation);
    } catch (IllegalArgumentException e) {
      throw json.wrong(e.getMessage());
    }
  }

  private static Encoding encoding(StrictJson json) {
    if (json.has("measure")) {
      return new Encoding.Value(measure(json.text("measure"), json));
    }
    if (json.has("category")) {
      Category category = named(Category.values(), Category::column, json.text("category"), json);
      return new Encoding.Level(category, json.text("value"));
    }
    if (json.has("use")) {
      return new Encoding.HasUse(json.text("use"));
    }
    return json.has("share")
        ? new Encoding.UseShare(json.text("share"))
        : new Encoding.OtherShare(json.texts("share_other_than"));
  }

  static Feature measure(String column, StrictJson json) {
    return named(Feature.values(), Feature::column, column, json);
  }

  /// The one of these values that has this name.
  static <T> T named(T[] values, Function<T, String> name, String wanted, StrictJson json) {
    return Arrays.stream(values).filter(v -> name.apply(v).equals(wanted)).findFirst()
        .orElseThrow(() -> json.wrong("names " + wanted + ", which this release does not know"));
  }

  static JsonArray array(Collection<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
