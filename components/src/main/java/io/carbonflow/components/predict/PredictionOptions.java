// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import io.carbonflow.components.faults.AsPublished;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.PathUse;
import io.carbonflow.kfp.step.Value;

/// What is reported beside predictions.
public record PredictionOptions(
    @About(value = "the level of the prediction intervals: the share of buildings whose emissions should lie in them",
        orElse = "0.9", min = 0.01, max = 0.999) Value<Double> level,
    @About(value = "whether to explain what each feature adds to each prediction",
        orElse = "false") Value<Boolean> explain,
    @About(value = "a column of the table to total by, such as Neighborhood,"
        + " PropertyType, or one of your own; empty for none", orElse = "") Value<String> totalBy,
    @About(value = "tables of earlier years, with their emissions: buildings in them are predicted from what was"
        + " measured last; paths, URIs or folders, and of infer keys in the bucket too; empty for none",
        orElse = "[]", path = PathUse.READ) Value<List<String>> lastYear,
    @About(value = "emission factors to predict by: table for those that follow from the rows' own emissions,"
        + " a year that the model knows, or electricity:6.2e-6,gas:5.3e-5,steam:7.7e-5 in t/kBtu; empty for"
        + " those of the rows' year, or the last known ones", orElse = "") Value<GivenFactors> factors,
    @About(value = "faults of whole tables that are not read right in these tables, divided by commas, such as"
        + " exchanged-energy,no-score, in addition to those left so in training", orElse = "")
    Value<AsPublished> asPublished)
    implements OptionalInputs<PredictionOptions> {

  /// The default level, no explanations, one total, no last year and the model's own factors.
  public PredictionOptions() {
    this(Value.byDefault(), Value.byDefault(), Value.byDefault(), Value.byDefault(), Value.byDefault(),
        Value.byDefault());
  }
}
