// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.published.PublishedMetrics;

/// `verdict.json`: a verdict for programs. It says nothing of time, so the same run beside the same
/// published model gives the same text.
final class VerdictJson {
  private VerdictJson() {}

  static String of(PromotionVerdict verdict) {
    JsonObject json = new JsonObject();
    json.addProperty("decision", ParameterType.format(verdict.decision()));
    json.addProperty("reason", verdict.reason());
    verdict.version().ifPresent(version -> json.addProperty("version", version));
    JsonObject gate = new JsonObject();
    gate.addProperty("floor", verdict.floor());
    gate.addProperty("margin", verdict.gate().margin());
    json.add("gate", gate);
    JsonObject model = Json.tree(verdict.model().promise()).getAsJsonObject();
    model.addProperty("sha256", verdict.model().sha256());
    model.addProperty("revision", verdict.model().revision());
    model.addProperty("split_seed", verdict.model().splitSeed());
    json.add("challenger", model);
    verdict.champion().ifPresent(champion -> {
      JsonObject published = Json.tree(champion.promise()).getAsJsonObject();
      published.addProperty("version", champion.version());
      published.addProperty("sha256", champion.sha256());
      json.add("champion", published);
    });
    verdict.comparison().ifPresent(both -> json.add("comparison", comparison(both)));
    verdict.promised().ifPresent(promise -> json.add("promised", promised(verdict, promise)));
    return Json.pretty(json);
  }

  /// What the model that is current now promises, of what was measured of it, and why.
  private static JsonObject promised(PromotionVerdict verdict, PublishedMetrics promise) {
    JsonObject json = new JsonObject();
    json.addProperty("r2", promise.r2());
    json.addProperty("measured_r2", promise.measured());
    json.addProperty("decided_before", verdict.evidence().orElseThrow().timesBefore());
    return json;
  }

  private static JsonObject comparison(Comparison both) {
    JsonObject json = new JsonObject();
    json.addProperty("rows", both.challenger().rows().size());
    json.addProperty("buildings", both.buildings());
    json.addProperty("challenger_r2", both.challenger().boxCox().r2());
    json.addProperty("champion_r2", both.champion().boxCox().r2());
    json.addProperty("difference", both.difference());
    json.addProperty("standard_error", both.standardError());
    return json;
  }
}
