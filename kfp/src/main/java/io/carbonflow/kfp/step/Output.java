// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// A value that a step gives. While a pipeline is described it refers to the task that will give it;
/// while a step runs it takes the value.
///
/// @param <T> the type of the value: a parameter's Java type or a type of [Artifact]
public sealed interface Output<T> extends Value<T> permits Output.Reference, Output.Slot {

  /// Gives a parameter's value. The value of an artifact is its file, written to [#get]'s path.
  ///
  /// @throws IllegalStateException if no step is running
  default void set(T value) {
    throw new IllegalStateException(this + " can be set by the running step only");
  }

  /// Notes a number about an artifact, shown on Kubeflow's run page for metrics.
  ///
  /// @throws IllegalStateException if no step is running
  default void logMetric(String name, double number) {
    throw new IllegalStateException(this + " can be noted by the running step only");
  }

  /// What a task of a pipeline will give.
  ///
  /// @param task the task's name
  /// @param key the output's name
  record Reference<T>(String task, String key) implements Output<T> {}

  /// Where a running step leaves a value. Used by one thread.
  final class Slot<T> implements Output<T> {
    private final String name;
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private T value;

    /// A slot for a parameter (`value` is null until it is set) or an artifact.
    Slot(String name, T value) {
      this.name = name;
      this.value = value;
    }

    @Override
    public T get() {
      if (value == null) {
        throw new IllegalStateException("output " + name + " has not been set");
      }
      return value;
    }

    @Override
    public void set(T given) {
      value = given;
    }

    @Override
    public void logMetric(String key, double number) {
      metrics.put(key, number);
    }

    boolean isSet() {
      return value != null;
    }

    /// The numbers that were logged for an artifact, by name.
    public Map<String, Double> metrics() {
      return Collections.unmodifiableMap(metrics);
    }
  }
}
