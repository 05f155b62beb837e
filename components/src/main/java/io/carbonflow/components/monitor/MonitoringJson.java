// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.model.building.PredictionRows;

/// `monitoring.json`: what was found, for programs. It says nothing of time, so the same rows beside the
/// same published model give the same text.
final class MonitoringJson {
  private static final int EXAMPLES = 20;

  private MonitoringJson() {}

  /// The file's text.
  ///
  /// @param starts whether a training starts
  static String of(MonitoringFindings found, boolean starts) {
    JsonObject json = new JsonObject();
    json.addProperty("health", ParameterType.format(found.health()));
    json.addProperty("drift", found.hasDrifted());
    json.addProperty("training_starts", starts);
    json.addProperty("version", found.reference().model().published().version());
    json.add("promised", Json.tree(found.reference().model().published().promise()));
    JsonObject rows = new JsonObject();
    rows.addProperty("predicted", found.now().rows().size());
    rows.addProperty("not_predicted", found.now().skipped().size());
    rows.add("not_predicted_by_reason",
        Json.tree(PredictionRows.reasons(found.now().skipped())));
    rows.add("columns_missing", Json.tree(found.now().missing()));
    json.add("rows", rows);
    json.add("factors", Json.tree(found.now().factors().facts()));
    json.add("unseen_buildings", scores(found.now().scoredUnseen()));
    json.add("all_buildings", scores(found.now().scored()));
    if (found.now().withImpossible().isPresent()) {
      json.add("all_buildings_with_impossible_rows", scores(found.now().withImpossible()));
    }
    json.add("scores", changes(found.scores()));
    json.add("types", changes(found.types()));
    json.add("predictions", changes(found.predictions().stream().toList()));
    json.add("inputs", changes(found.inputs()));
    json.add("years", years(found.moves()));
    json.add("scores_without_movement", changes(found.withoutMoves()));
    json.add("unseen_buildings_without_movement", scores(found.scoredWithoutMoves()));
    json.addProperty("model_is_worse", found.health() == Health.DEGRADED);
    json.addProperty("data_changed", found.dataChanged());
    return Json.pretty(json);
  }

  private static JsonObject scores(Optional<ScoredRows> scored) {
    JsonObject json = new JsonObject();
    json.addProperty("rows", scored.map(rows -> rows.rows().size()).orElse(0));
    json.addProperty("buildings", scored.map(ScoredRows::buildings).orElse(0));
    scored.ifPresent(rows -> {
      json.addProperty("r2", rows.boxCox().r2());
      json.addProperty("tonnes_r2", rows.tonnes().r2());
      json.addProperty("tonnes_mae", rows.tonnes().mae());
      rows.total("all").meansOverActual()
          .ifPresent(part -> json.addProperty("total_over_actual", part));
      rows.coverage().ifPresent(share -> json.addProperty("coverage", share));
    });
    return json;
  }

  private static JsonArray years(CommonMoves moves) {
    JsonArray all = new JsonArray();
    for (CommonMove move : moves.years().values()) {
      JsonObject json = new JsonObject();
      json.addProperty("year", move.year());
      if (move.since() > 0) {
        json.addProperty("since", move.since());
      }
      json.addProperty("buildings", move.buildings());
      add(json, "p25", move.lower());
      add(json, "median", move.median());
      add(json, "p75", move.upper());
      json.add("types", Json.tree(move.types()));
      json.addProperty("taken_out", move.usual());
      add(json, "actual_over_predicted", move.bias());
      add(json, "spread", move.spread());
      add(json, "spread_before", move.spreadBefore());
      json.addProperty("odd_buildings", move.odd().size());
      json.add("odd_examples", Json.tree(move.odd().stream().limit(EXAMPLES).toList()));
      all.add(json);
    }
    return all;
  }

  private static JsonArray changes(List<Change> changes) {
    JsonArray all = new JsonArray();
    for (Change change : changes) {
      JsonObject json = new JsonObject();
      json.addProperty("name", change.name());
      json.addProperty("measured", change.measured());
      add(json, "before", change.before());
      add(json, "now", change.now());
      add(json, "difference", change.difference());
      add(json, "p", change.p());
      json.addProperty("alarm", change.alarm());
      all.add(json);
    }
    return all;
  }

  /// JSON has no word for what is not known.
  private static void add(JsonObject json, String name, double value) {
    if (Double.isFinite(value)) {
      json.addProperty(name, value);
    }
  }
}
