// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.city.City;

/// Something that is looked for in a table, as reports and the reference page tell of it. Nothing
/// of a check is declared anywhere else: code that needs its limit asks for it. In the texts [#CITY] stands for the
/// city's name, and [#MODELED] for the kinds of buildings that are modeled.
///
/// @param id a short name, in lower case with dashes
/// @param severity how bad it is to find it in a row that models learn from or are scored on
/// @param what what is wrong where it is found, a phrase without a full stop
/// @param limit how far a row may go; NaN where there is no such number
/// @param unit what the limit is counted in: `%`, `×`, `km`; empty for none
/// @param mostShare the part of a year's rows that may have it, from 0 to 1: with more it is no
///     slip, but a column that holds something else, which is an error; NaN for any part
/// @param why what it does to training, and where the limits come from, sentences
public record Check(String id, Severity severity, String what, double limit, String unit,
    double mostShare, String why) {
  /// The part of a year's rows in which something is still taken for slips. The tables have 1.5%
  /// at most (`fuels-sum` in 2016, `emissions-changed`); a column in another unit has nearly all.
  static final double SLIPS = 0.05;

  /// What stands for the city's name.
  static final String CITY = "{city}";
  /// What stands for the kinds that are modeled, after `types that`.
  static final String MODELED = "{modeled}";

  /// Something with which training would go wrong.
  static Check error(String id, String what) {
    return new Check(id, Severity.ERROR, what, Double.NaN, "", Double.NaN, "");
  }

  /// Something that a person should look at.
  static Check warning(String id, String what) {
    return new Check(id, Severity.WARNING, what, Double.NaN, "", Double.NaN, "");
  }

  /// With a limit. One in `%` is given as a part: 0.01 is 1%.
  Check limit(double value, String in) {
    return new Check(id, severity, what, value, in, mostShare, why);
  }

  /// With the part of a year's rows that may have it.
  Check mostShare(double part) {
    return new Check(id, severity, what, limit, unit, part, why);
  }

  /// With its reasons.
  Check because(String reasons) {
    return new Check(id, severity, what, limit, unit, mostShare, reasons);
  }

  /// The same with the texts of a city.
  public Check of(City city) {
    return new Check(id, severity, told(what, city), limit, unit, mostShare, told(why, city));
  }

  private static String told(String text, City city) {
    return text.replace(CITY, city.name()).replace(MODELED, city.subject().words());
  }

  /// The limit as text, `1%`; empty where there is none.
  public Optional<String> limitText() {
    return Double.isNaN(limit) ? Optional.empty()
        : Optional.of(unit.equals("%") ? Figures.percent(limit)
            : (Figures.number(limit) + " " + unit).strip());
  }
}
