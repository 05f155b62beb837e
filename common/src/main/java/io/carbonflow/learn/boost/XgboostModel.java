// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import module java.base;
import com.google.gson.stream.JsonReader;
import io.carbonflow.model.regressor.Trees;
import io.carbonflow.model.regressor.TreesBuilder;

/// Reads a model that XGBoost saved as JSON into plain arrays that predict the same
/// ([schema](https://xgboost.readthedocs.io/en/stable/tutorials/saving_model.html)): boosted trees
/// for squared error, without categories.
///
/// XGBoost rounds a row to single precision before it compares, so each threshold becomes the least
/// double that rounds to it or above. It adds the leaves in single precision, and so do these
/// trees: they predict the same to the last bit.
public final class XgboostModel {
  private final TreesBuilder trees = new TreesBuilder();
  private float base = Float.NaN;

  private XgboostModel() {}

  /// The trees of a saved model.
  ///
  /// @param json the whole model; it is not closed
  /// @throws IOException if the text ends early or is no JSON
  /// @throws IllegalArgumentException if the model is of another kind
  public static Trees read(Reader json) throws IOException {
    var model = new XgboostModel();
    try {
      model.readObject(new JsonReader(json), "");
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("not a model of XGBoost: " + e.getMessage(), e);
    }
    return model.trees.sum(model.base);
  }

  /// Walks down to the parts that count; names are joined with dots from the top.
  private void readObject(JsonReader in, String path) throws IOException {
    in.beginObject();
    while (in.hasNext()) {
      String name = path + in.nextName();
      switch (name) {
        case "learner", "learner.gradient_booster", "learner.gradient_booster.model",
            "learner.learner_model_param", "learner.objective" -> readObject(in, name + ".");
        case "learner.gradient_booster.name" -> require(name, "gbtree", in.nextString());
        case "learner.objective.name" -> require(name, "reg:squarederror", in.nextString());
        case "learner.learner_model_param.base_score" -> base = baseScore(in.nextString());
        case "learner.gradient_booster.model.trees" -> readTrees(in);
        default -> in.skipValue();
      }
    }
    in.endObject();
  }

  private void readTrees(JsonReader in) throws IOException {
    in.beginArray();
    while (in.hasNext()) {
      BoostedTree.read(in).addTo(trees);
    }
    in.endArray();
  }

  /// XGBoost 3.1 and later write a list of one.
  private static float baseScore(String text) {
    String number = text.startsWith("[") && text.endsWith("]")
        ? text.substring(1, text.length() - 1)
        : text;
    return Float.parseFloat(number);
  }

  private static void require(String name, String expected, String found) {
    if (!expected.equals(found)) {
      throw new IllegalArgumentException(name + " is " + found + ", not " + expected);
    }
  }
}
