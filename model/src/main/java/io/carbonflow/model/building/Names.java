// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

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
import java.util.stream.Stream;

/// The names that a kind of column knows, and those of a table that are the same, or the beginning of one.
final class Names {
  /// Shorter texts begin too much.
  private static final int SHORTEST = 5;

  /// Those of the city's tables.
  private final Set<String> own;
  /// These and EPA's.
  private final Set<String> known;
  /// Whether the city's names are not known, so that any name may be one.
  private final boolean isOpen;
  private final Map<String, String> byLetters = new HashMap<>();
  /// Names that are to be read as they are, found without a look at their letters.
  private final Set<String> asTheyAre = new HashSet<>();

  private Names(Set<String> own, Collection<String> known, Map<String, String> later, boolean isOpen) {
    this.own = own;
    this.known = Set.copyOf(known);
    this.isOpen = isOpen;
    known.forEach(name -> byLetters.putIfAbsent(letters(name), name));
    later.forEach((other, name) -> byLetters.put(letters(other), name));
    known.stream().filter(this::isKnownByLetters).forEach(asTheyAre::add);
  }

  /// Those of a city; any where they are not known.
  static Names of(KnownNames city) {
    return new Names(city.names(), city.names(), Map.of(), city.names().isEmpty());
  }

  /// Property uses: those of the city's tables, then EPA's; any where the city's are not known.
  static Names uses(KnownNames city) {
    Map<String, String> later = city.also();
    Set<String> own = city.names().stream().filter(name -> !later.containsKey(name))
        .collect(Collectors.toUnmodifiableSet());
    List<String> all = new ArrayList<>(own.stream().sorted().toList());
    if (!city.names().isEmpty()) {
      epaUses().filter(name -> !later.containsKey(name)).forEach(all::add);
    }
    return new Names(own, all, later, city.names().isEmpty());
  }

  /// Property uses by EPA's names alone.
  static Names epa() {
    return new Names(Set.of(), epaUses().toList(), Map.of(), false);
  }

  private static Stream<String> epaUses() {
    return ReferenceIntensity.byUse().keySet().stream().sorted();
  }

  /// A name's letters and digits, in lower case.
  static String letters(String name) {
    StringBuilder letters = new StringBuilder();
    name.replace("&amp;", "&").toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }

  /// Whether any name may be one, for those of the city are not known.
  boolean isOpen() {
    return isOpen;
  }

  /// Whether a name is to be read as it is: it is the way in which a known one is written, or none is known.
  boolean knows(String name) {
    return asTheyAre.contains(name) || isKnownByLetters(name);
  }

  private boolean isKnownByLetters(String name) {
    String same = byLetters.get(letters(name));
    return same == null ? isOpen : own.contains(name) || name.equals(same);
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
