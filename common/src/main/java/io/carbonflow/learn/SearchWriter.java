// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;

/// Writes the parts of a search as JSON. See [SearchReader] for the other way.
final class SearchWriter {
  private SearchWriter() {}

  static void plan(JsonWriter json, SearchPlan plan) throws IOException {
    json.name("plan").beginObject()
        .name("estimator").value(plan.estimator())
        .name("features").value(plan.dataset())
        .name("sampling").value(Id.of(plan.sampling()))
        .name("trials").value(plan.trials())
        .name("folds").value(plan.folds())
        .name("seed").value(plan.seed())
        .name("halving").value(plan.halving())
        .endObject();
  }

  static void trials(JsonWriter json, List<Trial> trials) throws IOException {
    json.name("trials").beginArray();
    for (Trial trial : trials) {
      trial(json, trial);
    }
    json.endArray();
  }

  static void finalists(JsonWriter json, List<FullCrossValidation.Finalist> finalists) throws IOException {
    json.name("finalists").beginArray();
    for (FullCrossValidation.Finalist finalist : finalists) {
      json.beginObject().name("trial");
      trial(json, finalist.trial());
      numbers(json.name("out_of_fold"), finalist.outOfFold());
      json.endObject();
    }
    json.endArray();
  }

  private static void trial(JsonWriter json, Trial trial) throws IOException {
    json.beginObject()
        .name("number").value(trial.number())
        .name("state").value(Id.of(trial.state()))
        .name("failure").value(trial.failure())
        .name("hyperparameters").beginObject();
    for (var entry : trial.hyperparameters().values().entrySet()) {
      json.name(entry.getKey());
      switch (entry.getValue()) {
        case Double number -> json.value(number);
        case Long number -> json.value(number);
        case Object word -> json.value((String) word);
      }
    }
    json.endObject();
    numbers(
        json.name("fold_r2"),
        trial.foldScores().stream().mapToDouble(Double::doubleValue).toArray());
    json.endObject();
  }

  /// Writes numbers on one line. What JSON has no number for is written as a text.
  static void numbers(JsonWriter json, double[] numbers) throws IOException {
    FormattingStyle style = json.getFormattingStyle();
    json.beginArray().setFormattingStyle(FormattingStyle.COMPACT);
    for (double number : numbers) {
      if (Double.isFinite(number)) {
        json.value(number);
      } else {
        json.value(Double.toString(number));
      }
    }
    json.endArray().setFormattingStyle(style);
  }
}
