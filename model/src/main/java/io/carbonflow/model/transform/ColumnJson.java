// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One column of a transformer as JSON; the field that comes first says which [Encoding] it is.
final class ColumnJson {
  private ColumnJson() {}

  static JsonObject write(Standardized column) {
    var json = new JsonObject();
    switch (column.encoding()) {
      case Encoding.Value value -> json.addProperty("measure", value.feature().column());
      case Encoding.Level level -> {
        json.addProperty("category", level.category().column());
        json.addProperty("value", level.value());
      }
      case Encoding.HasUse use -> json.addProperty("use", use.use());
      case Encoding.UseShare share -> json.addProperty("share", share.use());
      case Encoding.OtherShare other -> json.add("share_other_than", Json.tree(other.uses()));
    }
    json.addProperty("mean", column.mean());
    json.addProperty("deviation", column.deviation());
    return json;
  }

  static Standardized read(StrictJson json) {
    Encoding encoding = encoding(json);
    double mean = json.field("mean").number();
    double deviation = json.field("deviation").number();
    json.end();
    return json.made(() -> new Standardized(encoding, mean, deviation));
  }

  private static Encoding encoding(StrictJson json) {
    Optional<StrictJson> feature = json.maybe("measure");
    Optional<StrictJson> category = json.maybe("category");
    if (feature.isPresent()) {
      return new Encoding.Value(feature(feature.get().text(), json));
    }
    if (category.isPresent()) {
      return new Encoding.Level(
          category.get().oneOf(List.of(Category.values()), Category::column),
          json.field("value").text());
    }
    return json.maybe("use").<Encoding>map(use -> new Encoding.HasUse(use.text()))
        .or(() -> json.maybe("share").map(use -> new Encoding.UseShare(use.text())))
        .orElseGet(() -> new Encoding.OtherShare(texts(json.field("share_other_than"))));
  }

  static Feature feature(String column, StrictJson json) {
    return Stream.of(Feature.values()).filter(one -> one.column().equals(column)).findFirst()
        .orElseThrow(() ->
            json.wrong("names " + column + ", which this release does not know"));
  }

  static List<String> texts(StrictJson json) {
    return json.items().stream().map(StrictJson::text).toList();
  }
}
