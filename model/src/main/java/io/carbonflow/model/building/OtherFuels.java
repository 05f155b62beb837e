// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.json.SnakeCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// A number of each fuel beside electricity, gas, and steam; empty for a fuel that a city does not have, NaN where it
/// has one and the number is not known.
///
/// @param hotWater of district hot water
/// @param chilledWater of district chilled water
/// @param oil of fuel oil
/// @param other of all other fuels
@SnakeCase
public record OtherFuels(OptionalDouble hotWater, OptionalDouble chilledWater, OptionalDouble oil, OptionalDouble other) {
  /// Of a city that has none.
  public static final OtherFuels NONE =
      new OtherFuels(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  /// The fuels that there can be a number of.
  private static final List<Fuel> ALL =
      Arrays.stream(Fuel.values()).filter(fuel -> !Fuel.EVERYWHERE.contains(fuel)).toList();

  /// Made of a number of each fuel that there is.
  ///
  /// @param fuels the fuels that there are; the three of every city are not looked at
  public static OtherFuels of(List<Fuel> fuels, ToDoubleFunction<Fuel> number) {
    if (fuels.equals(Fuel.EVERYWHERE)) {
      return NONE; // of each row of most cities
    }
    OptionalDouble[] numbers = ALL.stream().map(fuel -> fuels.contains(fuel)
        ? OptionalDouble.of(number.applyAsDouble(fuel)) : OptionalDouble.empty()).toArray(OptionalDouble[]::new);
    return Arrays.stream(numbers).allMatch(OptionalDouble::isEmpty) ? NONE
        : new OtherFuels(numbers[0], numbers[1], numbers[2], numbers[3]);
  }

  /// Made of the numbers that are known.
  ///
  /// @param number that of a fuel; NaN where it is not known
  static OtherFuels known(ToDoubleFunction<Fuel> number) {
    List<Fuel> known = new ArrayList<>(0);
    for (Fuel fuel : ALL) {
      if (!Double.isNaN(number.applyAsDouble(fuel))) {
        known.add(fuel);
      }
    }
    return known.isEmpty() ? NONE : of(known, number);
  }

  /// The number of a fuel; empty for one that there is not, and for the three of every city.
  public OptionalDouble of(Fuel fuel) {
    return switch (fuel) {
      case ELECTRICITY, GAS, STEAM -> OptionalDouble.empty();
      case HOT_WATER -> hotWater;
      case CHILLED_WATER -> chilledWater;
      case OIL -> oil;
      case OTHER -> other;
    };
  }

  /// The fuels that there are.
  public List<Fuel> fuels() {
    return this == NONE ? List.of() : ALL.stream().filter(fuel -> of(fuel).isPresent()).toList();
  }

  /// The numbers that there are, in the order of the fuels.
  DoubleStream numbers() {
    return fuels().stream().mapToDouble(fuel -> of(fuel).getAsDouble());
  }

  /// Whether each number is known.
  boolean areKnown() {
    return this == NONE || numbers().noneMatch(Double::isNaN);
  }

  /// The same with 0 for a number that is not known.
  OtherFuels orNone() {
    return areKnown() ? this : of(fuels(), fuel -> {
      double number = of(fuel).getAsDouble();
      return Double.isNaN(number) ? 0 : number;
    });
  }
}
