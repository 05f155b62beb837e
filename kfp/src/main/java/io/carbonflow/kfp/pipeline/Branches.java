// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;
import io.carbonflow.base.fault.Problem;

/// Parts of a pipeline of which at most one runs: the first whose condition holds, else the last one.
public final class Branches {
  private final Scope scope;
  private final Containers containers;
  private final List<When> before = new ArrayList<>();

  Branches(Scope scope, Containers containers) {
    this.scope = scope;
    this.containers = containers;
  }

  /// One more part, which runs where its condition holds and none of those before it.
  ///
  /// @param name the part's name, in lower case with dashes
  /// @param body describes the part
  /// @return this
  /// @throws Problem if the name is taken, or the condition is about what is not there
  public Branches when(String name, When condition, Consumer<Dag> body) {
    part(name, Optional.of(condition), body);
    before.add(condition);
    return this;
  }

  /// The part that runs where none of the conditions holds.
  ///
  /// @param name the part's name, in lower case with dashes
  /// @param body describes the part
  /// @throws Problem if the name is taken
  public void otherwise(String name, Consumer<Dag> body) {
    part(name, Optional.empty(), body);
  }

  private void part(String name, Optional<When> condition, Consumer<Dag> body) {
    containers.take(name);
    body.accept(new Dag(scope.when(name, before, condition), containers));
  }
}
