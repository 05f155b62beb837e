// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// A value that a step takes: known now, or supplied when a pipeline runs. The type parameter keeps
/// a wrong wiring from compiling.
///
/// @param <T> the type of the value: a parameter's Java type or a type of [Artifact]
public sealed interface Value<T>
    permits Value.Constant, Value.ByDefault, Value.Parameter, Value.EndOf, Value.OfRun, Output {

  /// The value, while a step runs.
  ///
  /// @throws IllegalStateException in a pipeline, where nothing has run yet
  default T get() {
    throw new IllegalStateException(this + " is known only when the pipeline runs");
  }

  /// A value that is known now.
  static <T> Value<T> of(T value) {
    return new Constant<>(value);
  }

  /// The default that the input's declaration gives.
  static <T> Value<T> byDefault() {
    return new ByDefault<>();
  }

  /// A value that is known now.
  ///
  /// @param value not null
  record Constant<T>(T value) implements Value<T> {
    /// Refuses null.
    public Constant {
      Objects.requireNonNull(value);
    }

    @Override
    public T get() {
      return value;
    }
  }

  /// Whatever the input's declaration says where nothing is given.
  record ByDefault<T>() implements Value<T> {}

  /// A parameter of the pipeline that is being described.
  ///
  /// @param name the parameter's name
  record Parameter<T>(String name) implements Value<T> {}

  /// How a part of the pipeline has ended, for its exit handler.
  ///
  /// @param task the part's name
  record EndOf(String task) implements Value<FinalStatus> {}

  /// What the run that is going on is called.
  record OfRun(RunVariable fact) implements Value<String> {}
}
