// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.Value;

/// What every step takes that does a part of a search.
///
/// @param search the whole search
/// @param estimator what is searched for
/// @param shard which part this is
/// @param shards all parts
public record ShardInputs(
    SearchInputs search,
    @About("what is searched for") Value<EstimatorName> estimator,
    @About("which of the shards this is") Value<Integer> shard,
    @About("the names of all shards") Value<List<Integer>> shards) {

  Shard part() {
    return Shard.of(shard.get(), shards.get(), search.search().get());
  }
}
