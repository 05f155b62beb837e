// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// Chooses the hyperparameters of numbered trials from a space. Has no state: the same arguments
/// give the same choice.
sealed interface Sampler permits RandomSampler, GridSampler, TpeSampler {

  /// How many trials there are where this many are asked for; a grid has no more than its points.
  default int trials(int asked) {
    return asked;
  }

  /// The choice of one trial.
  ///
  /// @param number the trial's number, from 0
  /// @param earlier all trials with a lower number where [#sequential] is true, unused otherwise
  Hyperparameters choose(int number, List<Trial> earlier);

  /// Whether a choice depends on how earlier trials did.
  default boolean sequential() {
    return false;
  }

  /// What is left of a dimension after earlier choices: itself, what it wraps, or nothing.
  static Optional<Space.Dimension> present(Space.Dimension dimension, Map<String, Object> chosen) {
    return switch (dimension) {
      case Space.OnlyIf(var choice, var options, var inner) ->
          chosen.get(choice) instanceof String word && options.contains(word)
              ? present(inner, chosen)
              : Optional.empty();
      case Space.Real _, Space.Whole _, Space.Choice _ -> Optional.of(dimension);
    };
  }

  /// Goes through a space in order and chooses a value for each dimension that is present.
  ///
  /// @param value the value for a dimension as it stands in the space
  static Hyperparameters walk(Space space, Function<Space.Dimension, Object> value) {
    Map<String, Object> chosen = new LinkedHashMap<>();
    for (Space.Dimension dimension : space.dimensions()) {
      if (present(dimension, chosen).isPresent()) {
        chosen.put(dimension.name(), value.apply(dimension));
      }
    }
    return new Hyperparameters(chosen);
  }

  /// The dimension inside any number of conditions.
  static Space.Dimension bare(Space.Dimension dimension) {
    return dimension instanceof Space.OnlyIf wrapped ? bare(wrapped.dimension()) : dimension;
  }
}
