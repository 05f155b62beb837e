// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import module java.base;
import io.carbonflow.model.regressor.Trees;
import io.carbonflow.model.regressor.TreesBuilder;

/// Reads a model that XGBoost saved as UBJSON into plain arrays that predict the same
/// ([schema](https://xgboost.readthedocs.io/en/stable/tutorials/saving_model.html)): boosted trees
/// for squared error, without categories. To write and to read a model as JSON took a twelfth of the time of a fit.
///
/// XGBoost rounds a row to single precision before it compares, so each threshold becomes the least
/// double that rounds to it or above. It adds the leaves in single precision, and so do these
/// trees: they predict the same to the last bit.
public final class XgboostModel {
  private final TreesBuilder trees = new TreesBuilder();
  private final Ubjson in;
  private final TwoValuedColumns columns;
  private float base = Float.NaN;

  private XgboostModel(Ubjson in, TwoValuedColumns columns) {
    this.in = in;
    this.columns = columns;
  }

  /// The trees of a saved model.
  ///
  /// @param ubjson the whole model
  /// @throws IllegalArgumentException if the model is of another kind, ends early, or is no UBJSON
  public static Trees read(byte[] ubjson) {
    return read(ubjson, TwoValuedColumns.NONE);
  }

  /// The trees of a model that was fitted to the rarer values alone of these columns.
  ///
  /// @throws IllegalArgumentException as above
  static Trees read(byte[] ubjson, TwoValuedColumns columns) {
    var model = new XgboostModel(new Ubjson(ubjson), columns);
    try {
      model.readObject("");
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("a model of XGBoost that ends early", e);
    }
    return model.trees.sum(model.base);
  }

  /// Walks down to the parts that count; names are joined with dots from the top.
  private void readObject(String path) {
    in.object(field -> {
      String name = path + field;
      switch (name) {
        case "learner", "learner.gradient_booster", "learner.gradient_booster.model",
            "learner.learner_model_param", "learner.objective" -> readObject(name + ".");
        case "learner.gradient_booster.name" -> require(name, "gbtree", in.text());
        case "learner.objective.name" -> require(name, "reg:squarederror", in.text());
        case "learner.learner_model_param.base_score" -> base = baseScore(in.text());
        case "learner.gradient_booster.model.trees" -> in.array(() -> BoostedTree.read(in).addTo(trees, columns));
        default -> in.skip();
      }
    });
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
