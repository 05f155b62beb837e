// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import io.carbonflow.kfp.step.NamedNumbers;
import io.carbonflow.kfp.step.Text;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;

/// Which emission factors rows are predicted by: `table` for those that follow from the rows' own emissions,
/// a year that the model knows, or factors in t/kBtu as `electricity:6.2e-6,gas:5.3e-5,steam:7.7e-5`, of
/// which some may be left out; empty for the year's own, or the last known ones.
///
/// @param text what was given
public record GivenFactors(String text) implements Text {
  /// Those that follow from the rows.
  public static final String TABLE = "table";

  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final String WHAT =
      "emission factors: empty, table, a year such as 2016, or electricity:6.2e-6,gas:5.3e-5,steam:7.7e-5";

  /// Refuses what names no factors.
  ///
  /// @throws IllegalArgumentException if the text is neither empty nor one of the forms above
  public GivenFactors {
    if (!text.isBlank() && !text.strip().equals(TABLE) && !YEAR.matcher(text.strip()).matches()) {
      numbers(text);
    }
  }

  /// Whether nothing was given.
  public boolean isEmpty() {
    return text.isBlank();
  }

  /// Whether they follow from the rows.
  public boolean areOfTable() {
    return text.strip().equals(TABLE);
  }

  /// The year whose factors are asked for; empty if none is.
  public OptionalInt year() {
    return YEAR.matcher(text.strip()).matches()
        ? OptionalInt.of(Integer.parseInt(text.strip())) : OptionalInt.empty();
  }

  /// The factors that were given as numbers.
  ///
  /// @param others what is taken of a fuel that was left out
  /// @throws IllegalArgumentException if there is no number
  public FuelFactors numbers(FuelFactors others) {
    Map<String, Double> given = numbers(text);
    FuelFactors factors = others;
    for (Fuel fuel : Fuel.values()) {
      factors = given.containsKey(fuel.word()) ? factors.with(fuel, given.get(fuel.word())) : factors;
    }
    return factors;
  }

  private static Map<String, Double> numbers(String text) {
    return NamedNumbers.parse(text, WHAT, Arrays.stream(Fuel.values()).map(Fuel::word).toList(), ":", 0,
        FuelFactors.MOST);
  }
}
