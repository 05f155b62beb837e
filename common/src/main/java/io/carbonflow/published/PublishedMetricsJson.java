package io.carbonflow.published;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.model.feature.FeatureSet;
import java.util.Arrays;
import java.util.OptionalDouble;

/// A [PublishedMetrics] as JSON.
public final class PublishedMetricsJson {
  private PublishedMetricsJson() {}

  /// The JSON.
  public static JsonObject of(PublishedMetrics promise) {
    JsonObject json = new JsonObject();
    json.addProperty("model", promise.model());
    json.addProperty("features", promise.features().word());
    json.addProperty("rows", promise.rows());
    json.addProperty("r2", promise.r2());
    json.addProperty("tonnes_r2", promise.tonnesR2());
    json.addProperty("tonnes_mae", promise.tonnesMae());
    json.add("coverage", promise.coverage().isPresent()
        ? new JsonPrimitive(promise.coverage().getAsDouble()) : JsonNull.INSTANCE);
    JsonArray types = new JsonArray();
    for (PublishedMetrics.OfType type : promise.types()) {
      JsonObject one = new JsonObject();
      one.addProperty("type", type.type());
      one.addProperty("rows", type.rows());
      one.addProperty("tonnes_mae", type.mae());
      types.add(one);
    }
    json.add("types", types);
    return json;
  }

  static PublishedMetrics read(StrictJson json) {
    json.only("model", "features", "rows", "r2", "tonnes_r2", "tonnes_mae", "coverage", "types");
    return json.made(() -> new PublishedMetrics(
        json.field("model").text(),
        features(json.field("features")),
        json.field("rows").integer(),
        json.field("r2").number(),
        json.field("tonnes_r2").number(),
        json.field("tonnes_mae").number(),
        coverage(json.field("coverage")),
        json.field("types").items().stream().map(PublishedMetricsJson::type).toList()));
  }

  private static OptionalDouble coverage(StrictJson json) {
    return json.element().isJsonNull()
        ? OptionalDouble.empty() : OptionalDouble.of(json.number());
  }

  private static PublishedMetrics.OfType type(StrictJson json) {
    json.only("type", "rows", "tonnes_mae");
    return new PublishedMetrics.OfType(json.field("type").text(),
        json.field("rows").integer(), json.field("tonnes_mae").number());
  }

  private static FeatureSet features(StrictJson json) {
    return Arrays.stream(FeatureSet.values()).filter(one -> one.word().equals(json.text()))
        .findFirst().orElseThrow(() -> json.wrong("is no set of features: " + json.text()));
  }
}
