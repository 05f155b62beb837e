// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.carbonflow.components.score.GroupTotal;
import io.carbonflow.learn.Scores;

/// The part of `metrics.json` that tells what predictions add up to.
final class TotalsJson {
  private TotalsJson() {}

  static JsonObject of(HeldOutTotals totals) {
    JsonObject json = group(totals.all());
    json.add("of_medians", scores(totals.ofMedians()));
    totals.ofMeans().ifPresent(scores -> json.add("of_means", scores(scores)));
    totals.interval().ifPresent(about -> {
      JsonObject interval = new JsonObject();
      interval.addProperty("level", about.level());
      interval.addProperty("lower_tonnes", about.lower());
      interval.addProperty("upper_tonnes", about.upper());
      interval.addProperty("holds", about.contains(totals.all().actual()));
      json.add("interval", interval);
    });
    json.add("by_property_type", groups("property_type", totals.types()));
    json.add("fifths_by_floor_area", groups("floor_area", totals.sizes()));
    return json;
  }

  private static JsonObject scores(Scores tonnes) {
    JsonObject json = new JsonObject();
    json.addProperty("r2", tonnes.r2());
    json.addProperty("mae_tonnes", tonnes.mae());
    return json;
  }

  private static JsonArray groups(String name, List<GroupTotal> groups) {
    JsonArray array = new JsonArray();
    groups.forEach(one -> {
      JsonObject json = new JsonObject();
      json.addProperty(name, one.group());
      group(one).asMap().forEach(json::add);
      array.add(json);
    });
    return array;
  }

  private static JsonObject group(GroupTotal total) {
    JsonObject json = new JsonObject();
    json.addProperty("rows", total.rows());
    json.addProperty("actual_tonnes", total.actual());
    total.meansOverActual().ifPresent(part -> json.addProperty("means_over_actual", part));
    total.mediansOverActual().ifPresent(part -> json.addProperty("medians_over_actual", part));
    return json;
  }
}
