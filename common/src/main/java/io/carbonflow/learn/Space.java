// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// What a search may choose from: the hyperparameters of an estimator, in order. A dimension may
/// depend on an earlier choice.
///
/// @param dimensions the hyperparameters
public record Space(List<Dimension> dimensions) {

  /// Copies the dimensions.
  public Space {
    dimensions = List.copyOf(dimensions);
  }

  /// A space of these dimensions.
  public static Space of(Dimension... dimensions) {
    return new Space(List.of(dimensions));
  }

  /// One hyperparameter and the values it may take.
  public sealed interface Dimension permits Real, Whole, Choice, OnlyIf {
    /// The hyperparameter's name.
    String name();
  }

  /// A number between two bounds, drawn evenly, or evenly on the log scale.
  ///
  /// @param steps how many values a grid takes of it, at least 2
  public record Real(String name, double low, double high, boolean log, int steps)
      implements Dimension {
    /// Checks the bounds.
    public Real {
      if (!(low < high) || (log && low <= 0) || steps < 2) {
        throw new IllegalArgumentException(
            name + " from " + low + " to " + high + " in " + steps + " steps");
      }
    }
  }

  /// A whole number between two bounds, both included.
  ///
  /// @param steps how many values a grid takes of it, at least 2
  public record Whole(String name, long low, long high, boolean log, int steps)
      implements Dimension {
    /// Checks the bounds.
    public Whole {
      if (low >= high || (log && low <= 0) || steps < 2) {
        throw new IllegalArgumentException(
            name + " from " + low + " to " + high + " in " + steps + " steps");
      }
    }
  }

  /// One of several words, each with its weight in a random draw.
  public record Choice(String name, List<String> options, List<Double> weights)
      implements Dimension {
    /// Copies the lists and checks that they match.
    public Choice {
      options = List.copyOf(options);
      weights = List.copyOf(weights);
      if (options.isEmpty() || options.size() != weights.size()
          || weights.stream().anyMatch(w -> !(w > 0))) {
        throw new IllegalArgumentException(name + " has " + options + " with weights " + weights);
      }
    }
  }

  /// A dimension that exists only where an earlier choice took one of these options.
  public record OnlyIf(String choice, List<String> options, Dimension dimension)
      implements Dimension {
    /// Copies the options.
    public OnlyIf {
      options = List.copyOf(options);
    }

    @Override
    public String name() {
      return dimension.name();
    }
  }
}
