// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import io.carbonflow.components.prepare.Prepare.TrainMatrix;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.OptionalInputs;
import io.carbonflow.kfp.step.Value;
import io.carbonflow.learn.Sampling;

/// What every train step takes.
public record SearchInputs(
    @About("prepared training rows") Value<TrainMatrix> train,
    @About(value = "how hyperparameters are chosen", orElse = "random")
    Value<Sampling> search,
    @About(value = "number of trials of the hyperparameter search", orElse = "50", min = 1, max = 100_000)
    Value<Integer> iterations,
    @About(value = "folds of the cross-validation, split by building", orElse = "5", min = 2,
        max = 20) Value<Integer> folds,
    @About(value = "decides every random choice", orElse = "0") Value<Long> seed,
    @About(value = "whether to search by successive halving: the best quarter of the trials on the first"
          + " fold is promoted to the second, and half of these to all folds",
        orElse = "true") Value<Boolean> halving)
    implements OptionalInputs<SearchInputs> {

  /// With defaults for everything but the rows.
  public SearchInputs(Value<TrainMatrix> train) {
    this(train, Value.byDefault(), Value.byDefault(), Value.byDefault(), Value.byDefault(),
        Value.byDefault());
  }
}
