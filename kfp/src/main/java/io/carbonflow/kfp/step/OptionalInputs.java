// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// Inputs of a step with some that have defaults. A second constructor takes the required ones and
/// fills the rest by [Value#byDefault]; `with` sets one of the rest by its accessor:
///
/// ```java
/// new TrainSvm.In(prepare.train()).with(TrainSvm.In::seed, parameters.seed())
/// ```
///
/// @param <I> the record itself
public interface OptionalInputs<I extends Record & OptionalInputs<I>> {

  /// These inputs, with another value for one of them.
  ///
  /// @param input the accessor of the input, `In::seed`
  /// @throws IllegalArgumentException if the function is not an accessor of the record
  default <T> I with(Function<I, Value<T>> input, Value<T> value) {
    @SuppressWarnings("unchecked")
    I self = (I) this;
    Object[] values = Records.values(self).toArray();
    Object[] probes = Records.components(self.getClass()).stream()
        .map(component -> new Value.Parameter<>(component.getName()))
        .toArray();
    Value<T> chosen = input.apply(Records.make(self, probes));
    for (int i = 0; i < probes.length; i++) {
      if (probes[i] == chosen) {
        values[i] = value;
        return Records.make(self, values);
      }
    }
    throw new IllegalArgumentException("not an accessor of " + self.getClass().getName());
  }
}
