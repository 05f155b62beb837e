// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.Json;
import io.carbonflow.components.baseline.Backtest;
import io.carbonflow.components.baseline.BaselineScores;
import io.carbonflow.components.baseline.NextYear;
import io.carbonflow.components.prepare.Alone;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.learn.Scores;
import io.carbonflow.model.transform.FactorsJson;

/// `metrics.json`: all scores of all models, and how many buildings a column tells apart.
final class MetricsJson {
  private MetricsJson() {}

  /// The file's text. It says nothing of time or place, so the same run gives the same text.
  ///
  /// @param alone how many training buildings are alone with their value in each column
  static String of(Evaluation evaluation, List<Alone> alone) {
    JsonObject json = new JsonObject();
    json.addProperty("features", ParameterType.format(evaluation.features()));
    json.addProperty("seed", evaluation.seed());
    json.addProperty("scale", "Box-Cox of tonnes + 1 with lambda -0.1");
    json.addProperty("train_rows", evaluation.trainRows());
    json.addProperty("test_rows", evaluation.testRows());
    json.addProperty("best_model", evaluation.best().name());
    json.addProperty("best_single_model", evaluation.bestSingle().name());
    evaluation.warning().ifPresent(warning -> json.addProperty("warning", warning));
    JsonObject models = new JsonObject();
    evaluation.contenders().forEach(c -> models.add(c.name(), model(c)));
    json.add("models", models);
    JsonObject baselines = new JsonObject();
    evaluation.baselines().forEach(one -> baselines.add(one.baseline().word(), baseline(one)));
    json.add("baselines", baselines);
    evaluation.backtest().ifPresent(backtest -> {
      json.add("next_year", nextYear(backtest.newest()));
      json.add("backtest", backtest(backtest));
    });
    evaluation.lastYear().ifPresent(known -> json.add("last_year_known", lastYear(known)));
    evaluation.coverage().ifPresent(coverage -> json.add("interval", interval(coverage)));
    json.add("totals", TotalsJson.of(evaluation.totals()));
    JsonObject columns = new JsonObject();
    alone.forEach(one -> columns.addProperty(one.column(), one.buildings()));
    json.add("buildings_alone_with_value", columns);
    json.add("factors", FactorsJson.write(evaluation.factors()));
    evaluation.possible().ifPresent(rows -> json.add("without_impossible_rows", possible(rows)));
    return Json.pretty(json);
  }

  private static JsonObject possible(PossibleRows rows) {
    JsonObject json = new JsonObject();
    JsonArray impossible = new JsonArray();
    rows.impossible().forEach(key -> {
      JsonObject row = new JsonObject();
      row.addProperty("building", key.building());
      row.addProperty("year", key.year());
      impossible.add(row);
    });
    json.add("impossible", impossible);
    json.addProperty("test_rows", rows.rows());
    JsonObject models = new JsonObject();
    rows.tonnes().forEach((name, scores) -> models.add(name, Json.tree(scores)));
    json.add("tonnes", models);
    rows.total().meansOverActual().ifPresent(part -> json.addProperty("means_over_actual", part));
    rows.total().mediansOverActual().ifPresent(part -> json.addProperty("medians_over_actual", part));
    return json;
  }

  private static JsonObject baseline(BaselineScores baseline) {
    JsonObject json = new JsonObject();
    json.addProperty("rows", baseline.rows());
    json.addProperty("cv_r2", baseline.cvR2());
    add(json, baseline.boxCox(), baseline.tonnes());
    return json;
  }

  private static JsonObject backtest(Backtest backtest) {
    JsonObject json = new JsonObject();
    backtest.sample().ifPresent(sample -> json.add("sample", Json.tree(sample)));
    json.add("from_year_before", years(backtest.fromYearBefore()));
    json.add("from_all_before", years(backtest.fromAllBefore()));
    return json;
  }

  private static JsonArray years(List<NextYear> years) {
    JsonArray json = new JsonArray();
    years.forEach(year -> json.add(nextYear(year)));
    return json;
  }

  private static JsonObject nextYear(NextYear next) {
    JsonObject json = new JsonObject();
    json.addProperty("year", next.year());
    json.add("trained_on_years", Json.tree(next.from()));
    json.addProperty("trained_on_rows", next.trainedOn());
    next.seen().ifPresent(part -> json.add("seen_before", part(part)));
    next.fresh().ifPresent(part -> json.add("new", part(part)));
    return json;
  }

  private static JsonObject part(NextYear.Part part) {
    JsonObject json = new JsonObject();
    json.addProperty("rows", part.rows());
    add(json, part.model());
    part.lastYear().ifPresent(way -> json.add("last_years_tonnes", way(way)));
    part.residual().ifPresent(way -> json.add("last_years_residual", way(way)));
    return json;
  }

  private static JsonObject lastYear(HeldOutLastYear known) {
    JsonObject json = new JsonObject();
    json.addProperty("rows", known.rows());
    add(json, known.way());
    known.coverage().ifPresent(share -> json.addProperty("interval_coverage", share));
    return json;
  }

  private static JsonObject way(NextYear.Way way) {
    JsonObject json = new JsonObject();
    add(json, way);
    return json;
  }

  private static void add(JsonObject json, NextYear.Way way) {
    add(json, way.boxCox(), way.tonnes());
    json.addProperty("total_predicted_to_measured", way.total());
  }

  private static JsonObject interval(Coverage coverage) {
    JsonObject json = new JsonObject();
    json.addProperty("level", coverage.level());
    add(json, coverage.all());
    JsonArray thirds = new JsonArray();
    coverage.thirds().forEach(third -> {
      JsonObject part = new JsonObject();
      part.addProperty("least_sq_ft", third.leastArea());
      part.addProperty("largest_sq_ft", third.largestArea());
      part.addProperty("rows", third.rows());
      add(part, third);
      thirds.add(part);
    });
    json.add("thirds_by_floor_area", thirds);
    JsonArray levels = new JsonArray();
    coverage.levels().forEach(level -> {
      JsonObject other = new JsonObject();
      other.addProperty("level", level.asked());
      other.addProperty("coverage", level.coverage());
      levels.add(other);
    });
    json.add("levels", levels);
    return json;
  }

  private static void add(JsonObject json, Coverage.Part part) {
    json.addProperty("coverage", part.coverage());
    json.addProperty("mean_width_tonnes", part.meanWidth());
    json.addProperty("median_width_tonnes", part.medianWidth());
  }

  private static JsonObject model(ModelScores contender) {
    JsonObject json = new JsonObject();
    json.addProperty("cv_r2", contender.cvR2());
    json.addProperty("cv_r2_sd", contender.cvSd());
    add(json, contender.boxCox(), contender.tonnes());
    return json;
  }

  private static void add(JsonObject json, Scores boxCox, Scores tonnes) {
    Json.tree(boxCox).getAsJsonObject().asMap().forEach(json::add);
    json.add("tonnes", Json.tree(tonnes));
  }
}
