// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import module java.base;
import io.carbonflow.model.city.Unit;

/// The name of a column in parts.
///
/// @param key its letters and digits, in lower case and without the unit
/// @param unit the unit that it tells
record NameParts(String key, Optional<Unit> unit) {
  /// No unit has more words: `metric tons of CO2 e`.
  private static final int MOST_WORDS = 5;
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern IN_BRACKETS = Pattern.compile("[(\\[]([^)\\]]*)[)\\]]");
  /// Long ones are known even where nothing stands between them and the word before.
  private static final Pattern AT_THE_END = Pattern.compile("(.{3,}?)(kbtu|mmbtu|therms|kwh|mwh|metrictonsco2e|sqft)");

  private static final String FEET = "(ft2|sqft|sf|gsf|squarefoot|squarefeet|ft)";
  private static final String METERS = "(m2|sqm|qm)";
  private static final String CO2 = "(of)?(co2|carbondioxide)?(e|eq|equivalents?|äq|aeq|équivalent)?";
  private static final Map<Unit, Pattern> UNITS = new EnumMap<>(Map.ofEntries(
      unit(Unit.KBTU, "kbtus?"), unit(Unit.MMBTU, "mmbtus?"), unit(Unit.THERMS, "therms?|thm"),
      unit(Unit.KWH, "kwh"), unit(Unit.MWH, "mwh"), unit(Unit.MJ, "mj"), unit(Unit.GJ, "gj"),
      unit(Unit.FT2, "ft2|sqft|sqfeet|sf|gsf|square(feet|foot|ft)"),
      unit(Unit.M2, METERS + "|squaremet(er|re)s?|quadratmeter|m[èe]trescarr[ée]s"),
      unit(Unit.KBTU_PER_FT2, "kbtu(per)?" + FEET), unit(Unit.KWH_PER_M2, "kwh(per)?" + METERS),
      unit(Unit.MJ_PER_M2, "mj(per)?" + METERS), unit(Unit.GJ_PER_M2, "gj(per)?" + METERS),
      unit(Unit.T, "(metric)?(tons?|tonnes?|tonnen|t|mt)" + CO2), unit(Unit.KG, "(kg|kilograms?)" + CO2),
      unit(Unit.KG_PER_FT2, "(kg|kilograms?)" + CO2 + "(per)?" + FEET),
      unit(Unit.KG_PER_M2, "(kg|kilograms?)" + CO2 + "(per)?" + METERS)));

  private static Map.Entry<Unit, Pattern> unit(Unit unit, String form) {
    return Map.entry(unit, Pattern.compile(form));
  }

  /// The parts of a name.
  static NameParts of(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace('²', '2').replace('₂', '2').replace("%", "percent");
    Matcher brackets = IN_BRACKETS.matcher(lower);
    while (brackets.find()) {
      Optional<Unit> unit = unitOf(key(brackets.group(1)));
      if (unit.isPresent()) {
        return new NameParts(key(lower.substring(0, brackets.start()) + lower.substring(brackets.end())), unit);
      }
    }
    return atTheEnd(OTHER.splitAsStream(lower).filter(word -> !word.isEmpty()).toList());
  }

  private static NameParts atTheEnd(List<String> words) {
    for (int i = Math.max(1, words.size() - MOST_WORDS); i < words.size(); i++) {
      Optional<Unit> unit = unitOf(String.join("", words.subList(i, words.size())));
      if (unit.isPresent()) {
        return new NameParts(String.join("", words.subList(0, i)), unit);
      }
    }
    String key = String.join("", words);
    Matcher end = AT_THE_END.matcher(key);
    return end.matches() ? new NameParts(end.group(1), unitOf(end.group(2))) : new NameParts(key, Optional.empty());
  }

  private static String key(String text) {
    return OTHER.matcher(text).replaceAll("");
  }

  private static Optional<Unit> unitOf(String key) {
    return UNITS.entrySet().stream().filter(unit -> unit.getValue().matcher(key).matches()).map(Map.Entry::getKey)
        .findFirst();
  }
}
