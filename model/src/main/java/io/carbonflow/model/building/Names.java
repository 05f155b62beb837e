// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.city.City;
import io.carbonflow.model.city.KnownNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The names that a kind of column knows, and those of a table that are the same, or the beginning of one.
final class Names {
  /// Shorter texts begin too much.
  private static final int SHORTEST = 5;

  /// Property uses: those of the city's tables, then EPA's.
  static final Names USES = uses(City.SEATTLE.names().uses());
  /// The city's main kinds of property.
  static final Names PRIMARY_TYPES = of(City.SEATTLE.names().types());
  /// Neighborhoods as [Building#neighborhood] has them.
  static final Names NEIGHBORHOODS = of(City.SEATTLE.names().neighborhoods());
  /// The city's classes of buildings.
  static final Names BUILDING_TYPES = of(City.SEATTLE.names().buildingTypes());

  /// Those of the city's tables.
  private final Set<String> own;
  /// These and EPA's.
  private final Set<String> known;
  private final Map<String, String> byLetters = new HashMap<>();

  private Names(Set<String> own, Collection<String> known) {
    this.own = own;
    this.known = Set.copyOf(known);
    known.forEach(name -> byLetters.putIfAbsent(letters(name), name));
  }

  private static Names of(KnownNames known) {
    return new Names(known.names(), known.names());
  }

  private static Names uses(KnownNames city) {
    Map<String, String> later = city.also();
    Set<String> own = city.names().stream().filter(name -> !later.containsKey(name))
        .collect(Collectors.toUnmodifiableSet());
    List<String> all = new ArrayList<>(own.stream().sorted().toList());
    ReferenceIntensity.byUse().keySet().stream().filter(name -> !later.containsKey(name)).sorted().forEach(all::add);
    Names uses = new Names(own, all);
    later.forEach((other, name) -> uses.byLetters.put(letters(other), name));
    return uses;
  }

  /// A name's letters and digits, in lower case.
  static String letters(String name) {
    StringBuilder letters = new StringBuilder();
    name.replace("&amp;", "&").toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /// Whether a name is to be read as it is: it is the way in which a known one is written.
  boolean knows(String name) {
    return own.contains(name) || name.equals(byLetters.get(letters(name)));
  }

  /// The known name that is meant by one of the same letters and digits.
  Optional<String> same(String name) {
    return Optional.ofNullable(byLetters.get(letters(name)));
  }

  /// The known names that are longer than a text and begin as it does, without those that are the beginning of
  /// another one themselves.
  ///
  /// @param others names that the table has elsewhere
  List<String> begunBy(String text, Set<String> others) {
    if (text.length() < SHORTEST) {
      return List.of();
    }
    Set<String> begun = new HashSet<>();
    known.stream().filter(name -> begins(text, name)).map(name -> same(name).orElse(name)).forEach(begun::add);
    others.stream().filter(name -> begins(text, name) && same(name).isEmpty()).forEach(begun::add);
    return begun.stream()
        .filter(name -> known.contains(name) || begun.stream().noneMatch(other -> begins(name, other)))
        .sorted().toList();
  }

  /// Whether a text is shorter than a name and its beginning, in any letter case.
  static boolean begins(String text, String name) {
    return text.length() < name.length() && name.regionMatches(true, 0, text, 0, text.length());
  }

  /// Whether the text ends where no word of the name does: nobody writes so.
  static boolean endsInsideAWord(String text, String name) {
    return Character.isLetter(text.charAt(text.length() - 1)) && Character.isLetter(name.charAt(text.length()));
  }
}
