// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.kfp.step.Output;
import io.carbonflow.kfp.step.Value;

/// What the rounds of a loop have given.
///
/// @param <R> what one round gives
public final class Each<R> {
  private final String loop;
  private final Dag inside;
  private final R round;

  Each(String loop, Dag inside, R round) {
    this.loop = loop;
    this.inside = inside;
    this.round = round;
  }

  /// One output of every round, in the order of the loop's items.
  ///
  /// @param output the output of one round, `Out::score`
  public <T> Value<List<T>> all(Function<R, Output<T>> output) {
    var one = (Output.Reference<T>) output.apply(round);
    return new Output.Reference<>(loop, inside.export(one));
  }
}
