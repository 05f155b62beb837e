// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A fault that a whole table has, or that its rows have in common. [Repairs] finds it in the rows and
/// reads them right, unless it is asked to take them as they were published.
public enum TableFault {
  /// So in 2018 and 2019. The weather-normalized energy would be learned, and the fuels' shares be wrong.
  EXCHANGED_ENERGY("exchanged-energy",
      "site energy and weather-normalized site energy are in each other's column",
      "The sum of the fuels decides: site energy is what they add up to."),
  /// A slip that makes every row of a year wrong.
  WRONG_UNIT("wrong-unit", "a column of a year is in another unit",
      "The second column of the same meter tells the unit, and the sum of the fuels has to agree."),
  /// So in 2021, where 0 stands for no score.
  NO_SCORE("no-score", "an ENERGY STAR score is not between 1 and 100",
      "It is taken as not known. Models take it so even where it is left as it was published."),
  /// So in 2021, for coordinates, and since 2016 for emissions.
  ZERO_IS_NONE("zero-is-none", "a 0 stands for what is not known",
      "No building stands at 0 degrees or has the use 0, and none has measured emissions of 0 without energy."),
  /// So in 2017, and again in 2022.
  BLANK_FUEL("blank-fuel", "a fuel that is not used is blank",
      "It is 0 where the other fuels add up to the site energy. As published, such rows lack a fuel."),
  /// So in 2017.
  BLANK_PARKING("blank-parking", "the floor area of a building without parking is blank, and so is its parking",
      "It is the total where the building has no parking in the year before, or else in the one after."),
  /// So in 2017.
  CUT_TEXT("cut-text", "a name is cut off",
      "It is completed where one known name alone begins so, and else by the row's other columns and the"
          + " building's other years."),
  /// So in 2021: `etc.)` for `etc)`.
  OTHER_WRITING("other-writing", "a name is spelled differently than elsewhere",
      "Names are the same that have the same letters and digits; uses of a later name have their earlier one."),
  /// So since 2018: `SHARED: CENTRAL & EAST`.
  TWO_NEIGHBORHOODS("two-neighborhoods", "a neighborhood is not one of the city's, or is two of them",
      "It is the one that the building had in other years, or that all buildings of the same text had."),
  /// So since 2018: an office is neither large nor small.
  EPA_TYPES("epa-types", "property types are EPA's, not the city's",
      "An office is a large one from 100,000 square feet on, and what the city has no type for is Other: so"
          + " the city's own types were in 2015 to 2017."),
  /// One of 2017, one of 2019. See [ImpossibleRows].
  IMPOSSIBLE_ROWS("impossible-rows", "a row is impossible",
      "It is left out of training. Held out, it is marked, and scores in tonnes stand with and without it.");

  private final String id;
  private final String what;
  private final String remedy;

  TableFault(String id, String what, String remedy) {
    this.id = id;
    this.what = what;
    this.remedy = remedy;
  }

  /// A short name, in lower case with dashes.
  public String id() {
    return id;
  }

  /// What is wrong, a phrase without a full stop.
  public String what() {
    return what;
  }

  /// How it is read, sentences.
  public String remedy() {
    return remedy;
  }

  /// The fault of a name.
  ///
  /// @return empty if there is none of this name
  public static Optional<TableFault> of(String id) {
    return Arrays.stream(values()).filter(fault -> fault.id.equals(id)).findFirst();
  }

  /// All names.
  public static List<String> ids() {
    return Arrays.stream(values()).map(TableFault::id).toList();
  }
}
