// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Value;

/// What every step takes that does a part of a search.
///
/// @param search the whole search
/// @param estimator the estimator whose hyperparameters are searched
/// @param shard which part this is
/// @param shards all parts
public record ShardInputs(
    SearchInputs search,
    @About("the estimator whose hyperparameters are searched") Value<EstimatorName> estimator,
    @About("this shard") Value<Integer> shard,
    @About("the names of all shards") Value<List<Integer>> shards) {

  Shard part() {
    return Shard.of(shard.get(), shards.get(), search.search().get());
  }
}
