// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import module java.base;
import io.carbonflow.learn.Hyperparameters;

/// The parameters of one fit as XGBoost takes them. It takes unknown ones in silence, so names are
/// checked here ([reference](https://xgboost.readthedocs.io/en/stable/parameter.html)).
final class BoosterOptions {
  /// How many trees are boosted; not a parameter of XGBoost's own.
  static final String ROUNDS = "rounds";

  /// How many boosters a final fit is the mean of; not a parameter of XGBoost's own.
  static final String BOOSTERS = "boosters";

  /// How splits are looked for.
  static final String METHOD = "tree_method";

  private static final Set<String> KNOWN = Set.of(
      ROUNDS, "learning_rate", "max_depth", "min_child_weight", "max_delta_step", "gamma",
      "subsample", "colsample_bytree", "colsample_bylevel", "colsample_bynode", "lambda", "alpha",
      METHOD, BOOSTERS, "max_bin", "max_leaves", "grow_policy", "base_score");

  private BoosterOptions() {}

  /// XGBoost's parameters for a choice of hyperparameters.
  ///
  /// @param mean of the labels: what boosting starts from, where `base_score` is not chosen.
  ///     XGBoost's own estimate of it would be the same, but hidden.
  /// @throws IllegalArgumentException if there is a hyperparameter that XGBoost does not have
  static Map<String, Object> of(Hyperparameters chosen, double mean, long seed) {
    chosen.requireKnown(KNOWN);
    var options = new LinkedHashMap<String, Object>();
    options.put("objective", "reg:squarederror");
    options.put(METHOD, "hist");
    options.put("max_bin", 64); // a third cheaper than 256, and no worse on a few thousand rows
    options.put("base_score", (float) mean);
    options.put("nthread", 1);
    options.put("verbosity", 0);
    options.put("seed", Math.floorMod(seed, Integer.MAX_VALUE));
    chosen.values().forEach((name, value) -> {
      if (!name.equals(ROUNDS) && !name.equals(BOOSTERS)) {
        options.put(name, value);
      }
    });
    return options;
  }
}
