// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.explain;

import io.carbonflow.model.regressor.Mean;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.SupportVectors;
import io.carbonflow.model.regressor.Trees;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.IntStream;

/// Shapley values (Shapley 1953; Štrumbelj and Kononenko 2014, doi:10.1007/s10115-013-0679-x): what
/// a player adds to a prediction on average over all orders in which players may become known.
///
/// Trees give them exactly, a support vector machine by sampling, a mean of models as the mean of
/// its members'. A row's values depend on nothing but the model and the row.
///
/// @param players which player each column of a prepared row belongs to, from 0
/// @param count how many players there are, at most [#MOST_PLAYERS]
/// @param background prepared rows to compare with; only a support vector machine needs them
public record Shapley(int[] players, int count, double[][] background) {
  /// The most players there may be.
  public static final int MOST_PLAYERS = 16;

  /// How many rows one task takes: enough that rows share much, and few enough that there are many.
  private static final int BLOCK = 512;

  /// Checks the players.
  ///
  /// @throws IllegalArgumentException if there are too many, or a column belongs to none of them
  public Shapley {
    if (count < 1 || count > MOST_PLAYERS) {
      throw new IllegalArgumentException(count + " players, not 1 to " + MOST_PLAYERS);
    }
    for (int player : players) {
      if (player < 0 || player >= count) {
        throw new IllegalArgumentException("player " + player + " of " + count);
      }
    }
  }

  /// Whether predictions of a model can be attributed with this background.
  public boolean suffices(Regressor model) {
    return switch (model) {
      case Trees trees -> true;
      case SupportVectors vectors -> background.length >= 2;
      case Mean mean -> mean.members().stream().allMatch(this::suffices);
    };
  }

  /// Attributes the predictions of rows, side by side where the caller runs in a fork-join pool.
  ///
  /// @throws IllegalArgumentException if the background does not suffice ([#suffices])
  public List<Attribution> of(Regressor model, double[][] rows) {
    var blocks = IntStream.range(0, Math.ceilDiv(rows.length, BLOCK));
    return (ForkJoinTask.inForkJoinPool() ? blocks.parallel() : blocks)
        .mapToObj(block -> block(model, java.util.Arrays.copyOfRange(
            rows, block * BLOCK, Math.min(rows.length, (block + 1) * BLOCK))))
        .toList().stream().flatMap(List::stream).toList();
  }

  private List<Attribution> block(Regressor model, double[][] rows) {
    return switch (model) {
      case Trees trees -> new TreeShapley(trees, players, count, rows).attributions();
      case SupportVectors machine -> new SampledShapley(machine, this).of(rows);
      case Mean mean -> {
        List<List<Attribution>> members =
            mean.members().stream().map(member -> block(member, rows)).toList();
        yield IntStream.range(0, rows.length)
            .mapToObj(i -> Attribution.mean(members.stream().map(m -> m.get(i)).toList(), mean.weights()))
            .toList();
      }
    };
  }
}
